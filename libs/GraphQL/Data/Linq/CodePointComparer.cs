namespace GraphQL.Data;

/// <summary>
/// Orders text by code points, as databases do that compare UTF-8 bytes; ordinal comparison of UTF-16 puts surrogates elsewhere.
/// </summary>
internal sealed class CodePointComparer : IComparer<string>
{
    private CodePointComparer()
    {
    }

    /// <summary>The only one.</summary>
    public static CodePointComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y) => CompareText(x, y);

    /// <summary>Null comes before every text.</summary>
    public static int CompareText(string? x, string? y)
    {
        if (x is null || y is null)
            return x is null ? (y is null ? 0 : -1) : 1;
        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == x.Length || common == y.Length)
            return x.Length.CompareTo(y.Length);
        return Weight(x[common]).CompareTo(Weight(y[common]));
    }

    /// <summary>Moves surrogates behind everything else: they stand for the code points above U+FFFF.</summary>
    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
