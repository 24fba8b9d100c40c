namespace GraphQL.Language;

/// <summary>A type as a document writes it.</summary>
public abstract class TypeReference : SyntaxNode;

/// <summary>A reference to a type by name.</summary>
public sealed class NamedTypeReference : TypeReference
{
    /// <summary>The type's name.</summary>
    public required Name Name { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NamedType;
}

/// <summary>A list of a type.</summary>
public sealed class ListTypeReference : TypeReference
{
    /// <summary>The type of its elements.</summary>
    public required TypeReference Type { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListType;
}

/// <summary>A type that excludes null.</summary>
public sealed class NonNullTypeReference : TypeReference
{
    /// <summary>A named type or a list.</summary>
    public required TypeReference Type { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NonNullType;
}
