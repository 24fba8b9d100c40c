using System.Text;

namespace GraphQL.Validation;

/// <summary>Finds names like a misspelt one. Bounded: few errors of a document get suggestions, and only short names.</summary>
internal sealed class Suggestions(bool enabled)
{
    private const int MaxNameLength = 40;
    private const int MaxNames = 3;

    /// <summary>How many errors of a document may still search.</summary>
    private int _searches = enabled ? 10 : 0;

    /// <summary>A question that names the best candidates, with a space in front; empty when there are none.</summary>
    /// <param name="name">The name that is not known.</param>
    /// <param name="candidates">Names that are.</param>
    public string For(string name, IEnumerable<string> candidates)
    {
        if (_searches == 0 || name.Length > MaxNameLength)
            return "";
        _searches--;

        var threshold = (name.Length * 2 / 5) + 1;
        var best = new List<(int Distance, string Name)>();
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) <= threshold && Distance(name, candidate) is var distance && distance <= threshold)
                best.Add((distance, candidate));
        }

        best.Sort(static (a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : string.CompareOrdinal(a.Name, b.Name));
        return Question(best.Take(MaxNames).Select(static match => match.Name).ToList());
    }

    /// <summary>A question that names the first candidates, with a space in front; empty when there are none.</summary>
    public string Among(IEnumerable<string> candidates) => enabled ? Question(candidates.Take(MaxNames).ToList()) : "";

    private static string Question(List<string> names)
    {
        if (names.Count == 0)
            return "";
        var text = new StringBuilder(" Did you mean ");
        for (var i = 0; i < names.Count; i++)
            text.Append(i == 0 ? "" : i == names.Count - 1 ? " or " : ", ").Append('"').Append(names[i]).Append('"');
        return text.Append('?').ToString();
    }

    /// <summary>The number of insertions, deletions, replacements and swaps of neighbours between two names; case counts little.</summary>
    private static int Distance(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
            return a == b ? 0 : 1;

        Span<int> twoBack = stackalloc int[(2 * MaxNameLength) + 2];
        Span<int> previous = stackalloc int[twoBack.Length];
        Span<int> current = stackalloc int[twoBack.Length];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], twoBack[j - 2] + 1);
            }

            var spare = twoBack;
            twoBack = previous;
            previous = current;
            current = spare;
        }

        return previous[b.Length];
    }
}
