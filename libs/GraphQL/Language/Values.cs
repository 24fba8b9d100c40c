using System.Collections.Immutable;

namespace GraphQL.Language;

/// <summary>A literal value, or a use of a variable.</summary>
public abstract class Value : SyntaxNode;

/// <summary>A use of a variable.</summary>
public sealed class Variable : Value
{
    /// <summary>The variable's name, without its dollar sign.</summary>
    public required Name Name { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Variable;
}

/// <summary>An integer literal of any size.</summary>
public sealed class IntValue : Value
{
    /// <summary>As written, so that no digit is lost.</summary>
    public required string Text { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.IntValue;
}

/// <summary>A decimal literal.</summary>
public sealed class FloatValue : Value
{
    /// <summary>As written, so that no digit is lost.</summary>
    public required string Text { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FloatValue;
}

/// <summary>A string literal.</summary>
public sealed class StringValue : Value
{
    /// <summary>The value: escapes resolved, and for a block string its common indentation removed.</summary>
    public required string Text { get; init; }

    /// <summary>True when it was written between triple quotes.</summary>
    public bool Block { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.StringValue;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValue : Value
{
    /// <summary>The value.</summary>
    public required bool Value { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.BooleanValue;
}

/// <summary><c>null</c>.</summary>
public sealed class NullValue : Value
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NullValue;
}

/// <summary>An enum value's name.</summary>
public sealed class EnumValue : Value
{
    /// <summary>The name.</summary>
    public required string Text { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumValue;
}

/// <summary>A list literal.</summary>
public sealed class ListValue : Value
{
    /// <summary>In the order of the text.</summary>
    public required ImmutableArray<Value> Items { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListValue;
}

/// <summary>An input object literal.</summary>
public sealed class ObjectValue : Value
{
    /// <summary>In the order of the text.</summary>
    public required ImmutableArray<ObjectField> Fields { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectValue;
}

/// <summary>A field of an input object literal.</summary>
public sealed class ObjectField : SyntaxNode
{
    /// <summary>The field's name.</summary>
    public required Name Name { get; init; }

    /// <summary>Its value.</summary>
    public required Value Value { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectField;
}
