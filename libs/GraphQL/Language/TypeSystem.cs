using System.Collections.Immutable;

namespace GraphQL.Language;

/// <summary><c>schema { … }</c>, or <c>extend schema</c>.</summary>
public sealed class SchemaDefinition : TypeSystemDefinition
{
    /// <summary>True behind <c>extend</c>.</summary>
    public bool IsExtension { get; init; }

    /// <summary>Root operation types, in the order of the text.</summary>
    public ImmutableArray<OperationTypeDefinition> OperationTypes { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.SchemaExtension : SyntaxKind.SchemaDefinition;
}

/// <summary>A root operation type.</summary>
public sealed class OperationTypeDefinition : SyntaxNode
{
    /// <summary>The operation.</summary>
    public required OperationType Operation { get; init; }

    /// <summary>The object type it starts from.</summary>
    public required NamedTypeReference Type { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationTypeDefinition;
}

/// <summary>A definition or extension of a named type.</summary>
public abstract class TypeDefinition : TypeSystemDefinition
{
    /// <summary>True behind <c>extend</c>.</summary>
    public bool IsExtension { get; init; }

    /// <summary>The type's name.</summary>
    public required Name Name { get; init; }
}

/// <summary>A scalar type.</summary>
public sealed class ScalarTypeDefinition : TypeDefinition
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.ScalarTypeExtension : SyntaxKind.ScalarTypeDefinition;
}

/// <summary>An object type.</summary>
public sealed class ObjectTypeDefinition : TypeDefinition
{
    /// <summary>Interfaces it implements.</summary>
    public ImmutableArray<NamedTypeReference> Interfaces { get; init; } = [];

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.ObjectTypeExtension : SyntaxKind.ObjectTypeDefinition;
}

/// <summary>An interface type.</summary>
public sealed class InterfaceTypeDefinition : TypeDefinition
{
    /// <summary>Interfaces it implements.</summary>
    public ImmutableArray<NamedTypeReference> Interfaces { get; init; } = [];

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.InterfaceTypeExtension : SyntaxKind.InterfaceTypeDefinition;
}

/// <summary>A field of an object or interface type.</summary>
public sealed class FieldDefinition : SyntaxNode
{
    /// <summary>The description in front of it; null when there is none.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The field's name.</summary>
    public required Name Name { get; init; }

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<InputValueDefinition> Arguments { get; init; } = [];

    /// <summary>What it gives.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Directives applied to it.</summary>
    public ImmutableArray<Directive> Directives { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FieldDefinition;
}

/// <summary>An argument or an input field.</summary>
public sealed class InputValueDefinition : SyntaxNode
{
    /// <summary>The description in front of it; null when there is none.</summary>
    public StringValue? Description { get; init; }

    /// <summary>Its name.</summary>
    public required Name Name { get; init; }

    /// <summary>Its type.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Null when there is none.</summary>
    public Value? DefaultValue { get; init; }

    /// <summary>Directives applied to it.</summary>
    public ImmutableArray<Directive> Directives { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InputValueDefinition;
}

/// <summary>A union type.</summary>
public sealed class UnionTypeDefinition : TypeDefinition
{
    /// <summary>Its members.</summary>
    public ImmutableArray<NamedTypeReference> Types { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.UnionTypeExtension : SyntaxKind.UnionTypeDefinition;
}

/// <summary>An enum type.</summary>
public sealed class EnumTypeDefinition : TypeDefinition
{
    /// <summary>In the order of the text.</summary>
    public ImmutableArray<EnumValueDefinition> Values { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.EnumTypeExtension : SyntaxKind.EnumTypeDefinition;
}

/// <summary>A value of an enum type.</summary>
public sealed class EnumValueDefinition : SyntaxNode
{
    /// <summary>The description in front of it; null when there is none.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The value's name.</summary>
    public required Name Name { get; init; }

    /// <summary>Directives applied to it.</summary>
    public ImmutableArray<Directive> Directives { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumValueDefinition;
}

/// <summary>An input object type.</summary>
public sealed class InputObjectTypeDefinition : TypeDefinition
{
    /// <summary>In the order of the text.</summary>
    public ImmutableArray<InputValueDefinition> Fields { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.InputObjectTypeExtension : SyntaxKind.InputObjectTypeDefinition;
}

/// <summary>A directive.</summary>
public sealed class DirectiveDefinition : TypeSystemDefinition
{
    /// <summary>The directive's name, without its at sign.</summary>
    public required Name Name { get; init; }

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<InputValueDefinition> Arguments { get; init; } = [];

    /// <summary>True when it may stand several times in one place.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Where it may stand, as written.</summary>
    public required ImmutableArray<Name> Locations { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.DirectiveDefinition;
}
