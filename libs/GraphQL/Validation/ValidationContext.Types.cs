using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation;

/// <content>Types: found by what a document writes, and compared.</content>
internal sealed partial class ValidationContext
{
    /// <summary>Of the innermost field, such as <c>Type.field</c>; null when it is not defined, or introspection's own.</summary>
    public string? FieldCoordinate =>
        Field is { Name: var name } && ParentType is { } parent && !name.StartsWith("__", StringComparison.Ordinal) ? $"{parent.Name}.{name}" : null;

    /// <summary>Of an argument of the directive or field that is visited; null for what is an argument of neither, as of fragments.</summary>
    public string? ArgumentCoordinate(InputValue argument)
    {
        if (Directive is { } directive)
            return directive.Arguments.Contains(argument) ? $"@{directive.Name}({argument.Name}:)" : null;
        return Field?.FindArgument(argument.Name) == argument && FieldCoordinate is { } owner ? $"{owner}({argument.Name}:)" : null;
    }

    private readonly Dictionary<(NamedType, NamedType), bool> _overlaps = [];

    /// <summary>The type that a document writes; null when the schema has no type of that name.</summary>
    public SchemaType? TypeOf(TypeReference reference) => reference switch
    {
        NamedTypeReference named => Schema.FindType(named.Name.Value),
        ListTypeReference list => TypeOf(list.Type) is { } element ? new ListType(element) : null,
        NonNullTypeReference nonNull => TypeOf(nonNull.Type) is { } inner ? new NonNullType(inner) : null,
        _ => null,
    };

    /// <summary>The composite type that a fragment applies to; null when there is none of that name.</summary>
    public NamedType? CompositeTypeOf(NamedTypeReference condition) =>
        Schema.FindType(condition.Name.Value) is { IsComposite: true } type ? type : null;

    /// <summary>True when every value of one type is a value of another.</summary>
    public bool IsSubtype(SchemaType type, SchemaType superType) => (type, superType) switch
    {
        (NonNullType inner, NonNullType super) => IsSubtype(inner.InnerType, super.InnerType),
        (_, NonNullType) => false,
        (NonNullType inner, _) => IsSubtype(inner.InnerType, superType),
        (ListType list, ListType super) => IsSubtype(list.ElementType, super.ElementType),
        (NamedType named, NamedType super) => ReferenceEquals(named, super) || Schema.IsPossibleType(super, named),
        _ => false,
    };

    /// <summary>True when some object is of both composite types.</summary>
    public bool Overlap(NamedType first, NamedType second)
    {
        if (ReferenceEquals(first, second))
            return true;
        if (first is ObjectType && second is ObjectType)
            return false;
        if (_overlaps.TryGetValue((first, second), out var overlap))
            return overlap;

        var possible = Schema.PossibleTypes(second).ToHashSet();
        overlap = Schema.PossibleTypes(first).Any(possible.Contains);
        _overlaps.Add((first, second), overlap);
        return overlap;
    }
}
