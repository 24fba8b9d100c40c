using System.Collections.Immutable;
using GraphQL.Types;

namespace GraphQL.Data;

/// <content>The input object types of filters and orders.</content>
internal sealed partial class DataTypes
{
    /// <summary>The type of <c>where</c>.</summary>
    public InputObjectType Input(FilterType filter)
    {
        var isNew = Claim(filter.Name, filter, filter.Origin);
        var input = _types.GetOrAdd(filter.Name, () => new InputObjectType { Name = filter.Name, Description = filter.Description });
        if (isNew)
        {
            input.Fields =
            [
                .. Joins(input),
                .. filter.Fields.Select(field => new InputValue { Name = field.Data.Name, Description = field.Description, Type = InputOf(field) }),
            ];
        }

        return input;
    }

    /// <summary>The type of an element of <c>order</c>.</summary>
    public InputObjectType Input(SortType sort)
    {
        var isNew = Claim(sort.Name, sort, sort.Origin);
        var input = _types.GetOrAdd(sort.Name, () => new InputObjectType { Name = sort.Name, Description = sort.Description });
        if (isNew)
        {
            input.Fields =
            [
                .. sort.Fields.Select(field => new InputValue
                {
                    Name = field.Data.Name,
                    Description = field.Description,
                    Type = field.Related is { } related ? Input(related) : Optional(typeof(SortDirection)),
                    AppliedDirectives = field.Related is null ? [DataCosts.Term] : [],
                }),
            ];
        }

        return input;
    }

    /// <summary>True the first time; throws when something else has the name.</summary>
    private bool Claim(string name, object type, string origin)
    {
        if (_claims.TryAdd(name, (type, origin)))
            return true;
        return _claims[name].Type == type
            ? false
            : throw new SchemaBuildException(
                $"{origin}: there is a {name} already, that of {_claims[name].Origin}; name the same definition by Using<…>(), or call one of them otherwise by Name(…).");
    }

    private InputObjectType InputOf(FilterField field) => field switch
    {
        FilterField.Leaf leaf => Input(leaf.Operations),
        FilterField.Related related => Input(related.Type),
        FilterField.LeafList list => ListInput($"List{list.Operations.Name}", () => Input(list.Operations)),
        FilterField.RelatedList list => ListInput($"ListFilterInputTypeOf{list.Type.Name}", () => Input(list.Type)),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private InputObjectType Input(FilterOperationType operations) => _types.GetOrAdd(operations.Name, () =>
    {
        var input = new InputObjectType { Name = operations.Name, Description = operations.Description };
        var constant = operations.ConstantType == typeof(NodeId)
            ? _types.GetOrAdd("ID", static () => SpecifiedScalars.Id)
            : Optional(operations.ConstantType);
        // An enum has no value for null, and eq: null says it better; scalars in lists are as their field is.
        var element = constant is EnumType ? new NonNullType(constant) : constant;
        input.Fields =
        [
            .. operations.HasJoins ? Joins(input) : [],
            .. operations.Operations.Select(operation => new InputValue
            {
                Name = FilterOperationType.NameOf(operation),
                Type = operation is FilterOperation.In or FilterOperation.NotIn ? new ListType(element) : constant,
                AppliedDirectives = [DataCosts.Of(operation)],
            }),
        ];
        return input;
    });

    private InputObjectType ListInput(string name, Func<InputObjectType> createElement)
    {
        var isNew = _types.Find(name) is null;
        var input = _types.GetOrAdd(name, () => new InputObjectType
        {
            Name = name,
            Description = "Conditions on a list: every, no, at least one element matches, or whether there is any.",
        });
        if (isNew)
        {
            var element = createElement();
            input.Fields =
            [
                new InputValue { Name = "all", Type = element },
                new InputValue { Name = "none", Type = element },
                new InputValue { Name = "some", Type = element },
                new InputValue { Name = "any", Type = Optional(typeof(bool)) },
            ];
        }

        return input;
    }

    private static ImmutableArray<InputValue> Joins(InputObjectType input)
    {
        var list = new ListType(new NonNullType(input));
        return [new InputValue { Name = "and", Type = list }, new InputValue { Name = "or", Type = list }];
    }

    private SchemaType Optional(Type type) => _types.Input(AnnotatedType.Of(type)).NullableType;
}
