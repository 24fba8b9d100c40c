namespace Conformance;

/// <summary>Texts that are almost GraphQL.</summary>
internal static class Mutations
{
    private static readonly string[] Pieces =
    [
        "\"", "\"\"\"", "\\", "\\u", "\\u{", "\\uD83D", "\\uDE00", "{", "}", "(", ")", "[", "]", "$", "@", "!", ":", "=", "|", "&", "...", "..", ".",
        "#", ",", " ", "\n", "\r", "\r\n", "\t", "\0", "\u0007", "\uFEFF", "é", "😀", "0", "1", "-", "+", "e", "E", "a", "_", "on", "true", "null",
        "fragment", "extend", "type", "implements", "repeatable", "query", "%", "\u2028", "'", "?", "~",
    ];

    /// <summary>Mutations of texts, the same for the same seed.</summary>
    public static List<string> Of(IReadOnlyList<string> texts, int count, int seed)
    {
        var random = new Random(seed);
        var mutations = new List<string>(count);
        while (mutations.Count < count)
        {
            var text = texts[random.Next(texts.Count)];
            for (var edits = random.Next(1, 4); edits > 0; edits--)
                text = Mutate(text, texts, random);

            // Half of a surrogate pair cannot be written as UTF-8, which is all we read.
            if (IsWellFormed(text))
                mutations.Add(text);
        }

        return mutations;
    }

    private static string Mutate(string text, IReadOnlyList<string> texts, Random random)
    {
        var start = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - start, random.Next(1, 6));
        return random.Next(5) switch
        {
            0 => text.Remove(start, length),
            1 => text.Insert(start, text.Substring(start, length)),
            2 => text[..start],
            3 when texts[random.Next(texts.Count)] is var other && random.Next(other.Length) is var cut => text[..start] + other[cut..],
            _ => text.Insert(start, Pieces[random.Next(Pieces.Length)]),
        };
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }
}
