namespace GraphQL.Language;

/// <summary>How much room printed text takes.</summary>
/// <param name="Length">In UTF-16 code units, line feeds and inner indentation included.</param>
/// <param name="LineBreaks">Line feeds in it.</param>
internal readonly record struct TextSize(int Length, int LineBreaks)
{
    /// <summary>The most columns that arguments or a literal take on one line.</summary>
    public const int Widest = 80;

    public static TextSize Of(string text) => new(text.Length, text.AsSpan().Count('\n'));

    public static TextSize operator +(TextSize left, TextSize right) => new(left.Length + right.Length, left.LineBreaks + right.LineBreaks);

    /// <summary>With a prefix on its first line.</summary>
    public TextSize Behind(int length) => this with { Length = Length + length };
}
