using System.Text;

namespace GraphQL.Data;

/// <summary>Makes words of type names, for descriptions of types that conventions make.</summary>
internal static class Nouns
{
    /// <summary><c>CombatLog</c> becomes <c>combat logs</c>.</summary>
    public static string Plural(string typeName)
    {
        var words = Words(typeName);
        var isConsonantBeforeLast = words.Length > 1 && !"aeiou".Contains(words[^2]);
        return words switch
        {
            [.., 'y'] when isConsonantBeforeLast => $"{words[..^1]}ies",
            [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => $"{words}es",
            _ => $"{words}s",
        };
    }

    private static string Words(string typeName)
    {
        var result = new StringBuilder(typeName.Length + 8);
        for (var i = 0; i < typeName.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(typeName[i])
                && (!char.IsUpper(typeName[i - 1]) || (i + 1 < typeName.Length && char.IsLower(typeName[i + 1])));
            if (startsWord)
                result.Append(' ');
            result.Append(char.ToLowerInvariant(typeName[i]));
        }

        return result.ToString();
    }
}
