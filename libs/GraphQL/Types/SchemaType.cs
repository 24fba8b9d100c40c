using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>A type of a schema: a named one, or a list or non-null of another.</summary>
public abstract class SchemaType
{
    /// <summary>The named type inside all lists and non-nulls.</summary>
    public abstract NamedType Named { get; }

    /// <summary>This type without its outermost non-null.</summary>
    public virtual SchemaType NullableType => this;

    /// <summary>True when values of it can be passed in.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>True when values of it can be sent out.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>True for scalars and enums.</summary>
    public bool IsLeaf => this is ScalarType or EnumType;

    /// <summary>True for objects, interfaces and unions.</summary>
    public bool IsComposite => this is ObjectType or InterfaceType or UnionType;
}

/// <summary>A list.</summary>
/// <param name="elementType">The type of its elements.</param>
public sealed class ListType(SchemaType elementType) : SchemaType
{
    /// <summary>The type of its elements.</summary>
    public SchemaType ElementType { get; } = elementType;

    /// <inheritdoc/>
    public override NamedType Named => ElementType.Named;

    /// <inheritdoc/>
    public override string ToString() => $"[{ElementType}]";
}

/// <summary>A type that excludes null.</summary>
/// <param name="innerType">A named type or a list.</param>
public sealed class NonNullType(SchemaType innerType) : SchemaType
{
    /// <summary>A named type or a list.</summary>
    public SchemaType InnerType { get; } = innerType;

    /// <inheritdoc/>
    public override NamedType Named => InnerType.Named;

    /// <inheritdoc/>
    public override SchemaType NullableType => InnerType;

    /// <inheritdoc/>
    public override string ToString() => $"{InnerType}!";
}

/// <summary>A type with a name.</summary>
public abstract class NamedType : SchemaType
{
    /// <summary>Unique in its schema.</summary>
    public required string Name { get; init; }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>The C# type behind it; null for one that comes from a document.</summary>
    public Type? RuntimeType { get; init; }

    /// <summary>Directives applied to it, besides those that a property of the type stands for.</summary>
    public ImmutableArray<Directive> AppliedDirectives { get; set; } = [];

    /// <summary>Where it is defined and extended; empty for types that come from C#.</summary>
    public ImmutableArray<TypeDefinition> SyntaxNodes { get; set; } = [];

    /// <inheritdoc/>
    public override NamedType Named => this;

    /// <summary>The same type for another schema; what it leads to is still the old schema's.</summary>
    internal NamedType Copy() => (NamedType)MemberwiseClone();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
