using System.Text;

namespace GraphQL.Language;

/// <summary>The layout of block strings.</summary>
internal static class BlockString
{
    /// <summary>
    /// Removes the indentation that all lines but the first share, and blank lines at both ends (section "String Value").
    /// </summary>
    public static string Dedent(string raw)
    {
        var lines = SplitLines(raw);
        var common = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = LeadingWhiteSpace(lines[i]);
            if (indent == lines[i].Length)
                continue;
            if (first < 0)
                first = i;
            last = i;
            if (i != 0 && indent < common)
                common = indent;
        }

        if (first < 0)
            return "";

        var text = new StringBuilder(raw.Length);
        for (var i = first; i <= last; i++)
        {
            if (i > first)
                text.Append('\n');
            text.Append(i == 0 ? lines[i] : lines[i].AsSpan(Math.Min(common, lines[i].Length)));
        }

        return text.ToString();
    }

    /// <summary>Spaces and tabs at the start of a line.</summary>
    public static int LeadingWhiteSpace(ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAnyExcept(' ', '\t');
        return length < 0 ? line.Length : length;
    }

    /// <summary>Lines, ended by a line feed, a carriage return or both.</summary>
    public static List<string> SplitLines(string text)
    {
        var lines = new List<string>();
        var start = 0;
        while (true)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            if (length < 0)
            {
                lines.Add(text[start..]);
                return lines;
            }

            var end = start + length;
            lines.Add(text[start..end]);
            start = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
    }

    /// <summary>The block string literal of a text: on one line when it is short and that keeps it the same.</summary>
    public static string Print(string text)
    {
        const int longestOnOneLine = 70;
        var escaped = text.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = SplitLines(escaped);
        var isSingleLine = lines.Count == 1;

        // Else the first line would be the only one without indentation, and the others would lose theirs when read again.
        var needsFirstLineBreak = !isSingleLine && lines.Skip(1).All(static line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsInQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var needsLastLineBreak = text.EndsWith('\\') || (text.EndsWith('"') && !endsInQuotes);
        var isSpread = !isSingleLine || text.Length > longestOnOneLine || needsLastLineBreak || endsInQuotes;
        var keepsFirstLine = isSingleLine && text.Length > 0 && text[0] is ' ' or '\t';

        var literal = new StringBuilder("\"\"\"");
        if ((isSpread && !keepsFirstLine) || needsFirstLineBreak)
            literal.Append('\n');
        literal.Append(escaped);
        if (isSpread)
            literal.Append('\n');
        return literal.Append("\"\"\"").ToString();
    }

    /// <summary>
    /// True when a text comes back the same from a block string: no outer blank lines, no common indentation, no control characters.
    /// </summary>
    public static bool CanHold(string text)
    {
        if (text.Length == 0)
            return true;
        if (text.AsSpan().ContainsAnyInRange('\0', '\b') || text.AsSpan().ContainsAny('\v', '\f', '\r') || text.AsSpan().ContainsAny('\u000E', '\u000F'))
            return false;
        var lines = text.Split('\n');
        if (IsBlank(lines[0]) || IsBlank(lines[^1]))
            return false;
        return lines.Length == 1 || lines.Any(static line => !IsBlank(line) && LeadingWhiteSpace(line) == 0);
    }

    private static bool IsBlank(string line) => LeadingWhiteSpace(line) == line.Length;
}
