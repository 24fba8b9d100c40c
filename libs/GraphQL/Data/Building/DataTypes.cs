using System.Reflection;
using System.Runtime.CompilerServices;
using GraphQL.Authorization;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>The filters and orders of a schema that is being built: one of each name, made from definitions or by convention.</summary>
internal sealed partial class DataTypes
{
    private static readonly ConditionalWeakTable<TypeRegistry, DataTypes> OfSchemas = [];

    private readonly TypeRegistry _types;
    private readonly Dictionary<(Type Row, Type? Definition), FilterType> _filters = [];
    private readonly Dictionary<(Type Row, Type? Definition), SortType> _sorts = [];
    private readonly Dictionary<string, (object Type, string Origin)> _claims = [];
    private readonly Dictionary<string, (Type Row, bool HasTotal)> _pages = [];

    private DataTypes(TypeRegistry types) => _types = types;

    /// <summary>Those of a schema.</summary>
    public static DataTypes Of(TypeRegistry types) => OfSchemas.GetValue(types, static key => new DataTypes(key));

    /// <summary>How rows of a type are filtered.</summary>
    /// <param name="row">The type of the rows.</param>
    /// <param name="definition">A <see cref="FilterDefinition{T}"/>; null: by convention.</param>
    public FilterType Filter(Type row, Type? definition)
    {
        if (_filters.TryGetValue((row, definition), out var existing))
            return existing;
        var members = definition is null
            ? new MemberList()
            : Create<FilterDefinition>(definition, row, static item => item.RowType).Build();
        var name = members.TypeName ?? $"{_types.NameOf(row)}FilterInput";
        var filter = new FilterType(name, members.Description ?? $"Conditions on {Nouns.Plural(_types.NameOf(row))}; all given ones must hold.", Origin(row, definition));
        _filters.Add((row, definition), filter);
        foreach (var (member, type) in Members(row, members, typeof(NotFilterableAttribute)))
        {
            if (CreateField(row, member, type) is { } field)
                filter.Set(field);
            else if (members.Members.Contains(member))
                throw new SchemaBuildException($"{Origin(row, definition)}: {member.Name} is a {TypeText.Of(type.Type)}, which no filter can compare; leave it out.");
        }

        if (filter.Fields.Count == 0)
            throw new SchemaBuildException($"{Origin(row, definition)}: the filter has no field; list at least one.");
        return filter;
    }

    /// <summary>How rows of a type are ordered.</summary>
    /// <param name="row">The type of the rows.</param>
    /// <param name="definition">A <see cref="SortDefinition{T}"/>; null: by convention.</param>
    public SortType Sort(Type row, Type? definition)
    {
        if (_sorts.TryGetValue((row, definition), out var existing))
            return existing;
        var said = definition is null ? new SortMembers() : Create<SortDefinition>(definition, row, static item => item.RowType).Build();
        var name = said.Fields.TypeName ?? $"{_types.NameOf(row)}SortInput";
        var sort = new SortType(
            name, said.Fields.Description ?? $"An order of {Nouns.Plural(_types.NameOf(row))}; one field per list element, first wins.", Origin(row, definition));
        _sorts.Add((row, definition), sort);
        foreach (var (member, type) in Members(row, said.Fields, typeof(NotSortableAttribute)))
        {
            if (type.ElementType is null && FilterOperationType.Find(type.Type, _types.NameOf) is not null)
                sort.Set(new SortField(member.ToField(), member.Description, Related: null));
            else if (IsRelated(type))
                sort.Set(new SortField(member.ToField(), member.Description, Sort(type.Type, member.Definition)));
            else if (said.Fields.Members.Contains(member))
                throw new SchemaBuildException($"{Origin(row, definition)}: {member.Name} is a {TypeText.Of(type.Type)}, which has no order; leave it out.");
        }

        sort.Key = KeyOf(row, said, Origin(row, definition));
        sort.DefaultOrder =
        [
            .. said.DefaultOrder.Select(term => new OrderTerm(
                new FieldPath([new MemberDefinition(NameOf(term.Value), term.Value).ToField()]), term.Direction == SortDirection.Descending)),
        ];
        return sort;
    }

    private FilterField? CreateField(Type row, MemberDefinition member, AnnotatedType type)
    {
        if (member.IdTypes is { } names)
            return CreateIdField(row, member, names);
        if (type.ElementType is { } element)
        {
            if (FilterOperationType.Find(element.Type, _types.NameOf) is { } elementOperations)
                return new FilterField.LeafList(member.ToField(), elementOperations, ElementOf(type.Type)) { Description = member.Description };
            return IsRelated(element) ? new FilterField.RelatedList(member.ToField(), Filter(element.Type, member.Definition)) { Description = member.Description } : null;
        }

        if (FilterOperationType.Find(type.Type, _types.NameOf) is { } operations)
            return new FilterField.Leaf(member.ToField(), operations) { Description = member.Description };
        return IsRelated(type)
            ? new FilterField.Related(member.ToField(), Filter(type.Type, member.Definition)) { Description = member.Description }
            : null;
    }

    private FilterField.Leaf CreateIdField(Type row, MemberDefinition member, string[] names)
    {
        var leaf = new FilterField.Leaf(member.ToField(), FilterOperationType.Id) { Description = member.Description };
        var raw = Nullable.GetUnderlyingType(leaf.Data.ValueType) ?? leaf.Data.ValueType;
        if (!NodeId.IsSupported(raw))
        {
            throw new SchemaBuildException(
                $"{TypeText.Of(row)}: {member.Name} is a {TypeText.Of(raw)}, which cannot be an id; use string, Guid, int, long or short.");
        }

        if (names.Length == 0)
            names = [_types.NameOf(row)];
        _types.WhenBuilt(schema => leaf.IdTypes = names
            .SelectMany(name => schema.FindType(name) is { } type
                ? schema.PossibleTypes(type)
                : throw new SchemaBuildException($"{TypeText.Of(row)}: {member.Name} takes ids of {name}, which is no type of the schema; correct the name."))
            .Select(type => type.Name)
            .ToHashSet());
        return leaf;
    }

    /// <summary>
    /// What is listed, and unless nothing else may be: every property that is a field of the schema and stored, not computed.
    /// </summary>
    private IEnumerable<(MemberDefinition Member, AnnotatedType Type)> Members(Type row, MemberList said, Type exclusion)
    {
        if (!said.IsExplicit)
        {
            foreach (var property in _types.FieldPropertiesOf(row))
            {
                // what not everybody may see must not be guessed by asking for it
                if (!property.IsDefined(exclusion) && !property.IsDefined(typeof(AuthorizeAttribute)) && !said.IsIgnored(property) && ParentReads.IsStored(property))
                {
                    var member = MemberDefinition.Of(property);
                    member.IdTypes = _types.IdTypesOf(property, row);
                    yield return (member, AnnotatedType.Of(property));
                }
            }
        }

        foreach (var member in said.Members)
            yield return (member, AnnotatedType.Of(member.Accessor.ReturnType));
    }

    private FieldPath? KeyOf(Type row, SortMembers said, string origin)
    {
        var member = said.Key is { } key ? new MemberDefinition(NameOf(key), key)
            : row.GetProperty("Id") is { } id && FilterOperationType.Find(id.PropertyType, _types.NameOf) is not null ? MemberDefinition.Of(id)
            : null;
        if (member is null)
            return null;
        var field = member.ToField();
        return field.IsNullable
            ? throw new SchemaBuildException($"{origin}: the key {member.Name} can be null; give one that every row has by Key(…).")
            : new FieldPath([field]);
    }

    private static string Origin(Type row, Type? definition) =>
        definition is null ? $"the convention for {TypeText.Of(row)}" : TypeText.Of(definition);

    private static TDefinition Create<TDefinition>(Type definition, Type row, Func<TDefinition, Type> rowType)
    {
        if (!typeof(TDefinition).IsAssignableFrom(definition) || definition.IsAbstract || definition.GetConstructor(Type.EmptyTypes) is null)
        {
            throw new SchemaBuildException(
                $"{TypeText.Of(definition)} is no {typeof(TDefinition).Name} that can be made; derive it from {typeof(TDefinition).Name}<{TypeText.Of(row)}> and give it a constructor without parameters.");
        }

        var made = (TDefinition)Activator.CreateInstance(definition)!;
        return rowType(made) == row
            ? made
            : throw new SchemaBuildException($"{TypeText.Of(definition)} is for {TypeText.Of(rowType(made))}, but the rows are {TypeText.Of(row)}; use another definition.");
    }

    private bool IsRelated(AnnotatedType type) =>
        type is { ElementType: null, Type: { IsClass: true } or { IsInterface: true } } && type.Type.Assembly != typeof(object).Assembly && !_types.IsScalar(type.Type);

    private static string NameOf(System.Linq.Expressions.LambdaExpression value) =>
        value.Body is System.Linq.Expressions.MemberExpression { Member: PropertyInfo property }
            ? NamingConventions.Field(property)
            : value.Body.ToString();

    private static Type ElementOf(Type list) => list.IsArray
        ? list.GetElementType()!
        : list.GetInterfaces().Append(list).First(item => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
}
