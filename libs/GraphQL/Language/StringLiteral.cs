using System.Text;

namespace GraphQL.Language;

/// <summary>Plain string literals.</summary>
internal static class StringLiteral
{
    /// <summary>The literal of a text, with control characters escaped.</summary>
    public static string Print(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
            Append(literal, character);
        return literal.Append('"').ToString();
    }

    /// <summary>Appends a character as it stands in a literal.</summary>
    public static void Append(StringBuilder literal, char character)
    {
        _ = character switch
        {
            '"' => literal.Append("\\\""),
            '\\' => literal.Append("\\\\"),
            '\n' => literal.Append("\\n"),
            '\r' => literal.Append("\\r"),
            '\t' => literal.Append("\\t"),
            '\b' => literal.Append("\\b"),
            '\f' => literal.Append("\\f"),
            _ when char.IsControl(character) => literal.Append("\\u").Append(((int)character).ToString("X4")),
            _ => literal.Append(character),
        };
    }
}
