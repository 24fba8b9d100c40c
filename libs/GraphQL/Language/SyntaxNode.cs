namespace GraphQL.Language;

/// <summary>A node of a parsed document. Nodes are immutable and compared by reference: two equal texts are two nodes.</summary>
public abstract class SyntaxNode
{
    /// <summary>Byte offset of the first token; -1 for a node that no text stands behind.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Byte offset behind the last token; -1 for a node that no text stands behind.</summary>
    public int End { get; init; } = -1;

    /// <summary>What kind of node this is.</summary>
    public abstract SyntaxKind Kind { get; }
}

/// <summary>A name, with its place.</summary>
public sealed class Name(string value) : SyntaxNode
{
    /// <summary>The name itself.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Name;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
