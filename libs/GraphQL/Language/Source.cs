using System.Text;

namespace GraphQL.Language;

/// <summary>The UTF-8 text of a document, able to turn a byte offset into a line and column.</summary>
/// <param name="Bytes">The text, UTF-8.</param>
/// <param name="Name">How errors call it, such as a file name.</param>
public sealed record Source(ReadOnlyMemory<byte> Bytes, string Name = "GraphQL request")
{
    /// <summary>A source over text held as a string.</summary>
    public static Source From(string text, string name = "GraphQL request") => new(Encoding.UTF8.GetBytes(text), name);

    /// <summary>The line and column of a byte offset, both from 1; columns count UTF-16 code units, as every GraphQL tool does.</summary>
    public SourceLocation LocationOf(int offset) => new LineTable(this).LocationOf(offset);
}

/// <summary>A place in a document.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
public readonly record struct SourceLocation(int Line, int Column);
