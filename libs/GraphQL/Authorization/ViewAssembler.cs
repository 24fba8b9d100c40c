using System.Collections.Immutable;
using GraphQL.Types;

namespace GraphQL.Authorization;

/// <summary>
/// Makes the schema of what is not hidden. Types are copied, because each schema's types refer to its own; scalars, enums and resolvers are
/// shared. What no root leads to any more is left out.
/// </summary>
/// <param name="whole">The schema with everything.</param>
/// <param name="hidden">What is left out of it, by reference.</param>
internal sealed class ViewAssembler(Schema whole, HashSet<object> hidden)
{
    private readonly Dictionary<NamedType, NamedType> _copies = new(ReferenceEqualityComparer.Instance);
    private readonly VisibleSizes _sizes = new(hidden);
    private readonly Queue<(NamedType Original, NamedType Copy)> _unfilled = [];

    /// <summary>Null when nothing can be queried.</summary>
    public Schema? Assemble()
    {
        if (whole.QueryType is null || hidden.Contains(whole.QueryType))
            return null;
        var (query, mutation, subscription) = (Root(whole.QueryType), Root(whole.MutationType), Root(whole.SubscriptionType));
        foreach (var type in whole.Types.Where(IsBuiltIn))
            _copies[type] = type;
        foreach (var directive in whole.Directives)
        {
            foreach (var argument in directive.Arguments)
                NamedOf(argument.Type.Named);
        }

        Fill();
        return new Schema(whole.Types.Where(_copies.ContainsKey).Select(type => _copies[type]), whole.Directives)
        {
            Whole = whole,
            Description = whole.Description,
            QueryType = query,
            MutationType = mutation,
            SubscriptionType = subscription,
            AppliedDirectives = whole.AppliedDirectives,
        };
    }

    /// <summary>Introspection's types, and the scalars that it speaks of, are in every schema.</summary>
    private static bool IsBuiltIn(NamedType type) =>
        IntrospectionTypes.Find(type.Name) == type || type == SpecifiedScalars.String || type == SpecifiedScalars.Boolean;

    private ObjectType? Root(ObjectType? type) => type is null || hidden.Contains(type) ? null : (ObjectType)NamedOf(type);

    private void Fill()
    {
        while (_unfilled.TryDequeue(out var item))
        {
            switch (item)
            {
                case (ComplexType from, ComplexType to):
                    to.Interfaces = [.. Visible(from.Interfaces).Select(type => (InterfaceType)NamedOf(type))];
                    to.Fields = [.. Visible(from.Fields).Select(CopyOf)];
                    foreach (var possible in Visible(whole.PossibleTypes(from)))
                        NamedOf(possible);
                    break;
                case (UnionType from, UnionType to):
                    to.Types = [.. Visible(from.Types).Select(type => (ObjectType)NamedOf(type))];
                    break;
                case (InputObjectType from, InputObjectType to):
                    to.Fields = [.. Visible(from.Fields).Select(CopyOf)];
                    break;
            }
        }
    }

    private OutputField CopyOf(OutputField field)
    {
        var copy = field.CopyWith(TypeOf(field.Type), [.. Visible(field.Arguments).Select(CopyOf)]);
        copy.AppliedDirectives = [.. field.AppliedDirectives.Select(directive => _sizes.Of(field, directive))];
        copy.Authorization = [.. field.Authorization.Select(static rule => rule.WithoutRoles()).OfType<AuthorizationRule>()];
        return copy;
    }

    private InputValue CopyOf(InputValue input)
    {
        var copy = input.CopyWith(TypeOf(input.Type));
        copy.Authorization = [];
        return copy;
    }

    private SchemaType TypeOf(SchemaType type) => type switch
    {
        ListType list => new ListType(TypeOf(list.ElementType)),
        NonNullType nonNull => new NonNullType(TypeOf(nonNull.InnerType)),
        _ => NamedOf(type.Named),
    };

    private NamedType NamedOf(NamedType type)
    {
        if (_copies.TryGetValue(type, out var known))
            return known;
        var copy = type is ScalarType or EnumType ? type : type.Copy();
        _copies.Add(type, copy);
        if (copy != type)
        {
            // the text of a definition speaks of what is hidden too
            copy.SyntaxNodes = [];
            _unfilled.Enqueue((type, copy));
        }

        return copy;
    }

    private IEnumerable<T> Visible<T>(ImmutableArray<T> members)
        where T : class => members.Where(member => !hidden.Contains(member));
}
