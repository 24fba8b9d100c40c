using System.Text;

namespace GraphQL.Language;

/// <summary>Literals as GraphQL text on one line, for errors.</summary>
internal static class LiteralText
{
    /// <summary>The most characters of a value that an error repeats, in UTF-16 code units.</summary>
    public const int ExcerptLength = 120;

    /// <summary>The literal, cut behind <see cref="ExcerptLength"/> characters: a client must not get its own megabytes back.</summary>
    public static string Excerpt(Value value)
    {
        var text = new StringBuilder();
        Append(text, value, ExcerptLength);
        return Cut(text.ToString());
    }

    /// <summary>Text of a request, cut behind <see cref="ExcerptLength"/> characters.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= ExcerptLength)
            return text;
        var length = char.IsHighSurrogate(text[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength;
        return string.Concat(text.AsSpan(0, length), "…");
    }

    private static void Append(StringBuilder text, Value value, int limit)
    {
        switch (value)
        {
            case Variable variable:
                text.Append('$').Append(variable.Name.Value);
                break;
            case IntValue integer:
                text.Append(integer.Text);
                break;
            case FloatValue number:
                text.Append(number.Text);
                break;
            case StringValue @string:
                AppendString(text, @string.Text, limit);
                break;
            case BooleanValue boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case NullValue:
                text.Append("null");
                break;
            case EnumValue @enum:
                text.Append(@enum.Text);
                break;
            case ListValue list:
                AppendList(text, list, limit);
                break;
            case ObjectValue @object:
                AppendObject(text, @object, limit);
                break;
        }
    }

    private static void AppendList(StringBuilder text, ListValue list, int limit)
    {
        text.Append('[');
        for (var i = 0; i < list.Items.Length && text.Length <= limit; i++)
        {
            if (i > 0)
                text.Append(", ");
            Append(text, list.Items[i], limit);
        }

        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, ObjectValue @object, int limit)
    {
        text.Append('{');
        for (var i = 0; i < @object.Fields.Length && text.Length <= limit; i++)
        {
            text.Append(i > 0 ? ", " : " ").Append(@object.Fields[i].Name.Value).Append(": ");
            Append(text, @object.Fields[i].Value, limit);
        }

        text.Append(@object.Fields.IsEmpty ? "}" : " }");
    }

    private static void AppendString(StringBuilder text, string value, int limit)
    {
        text.Append('"');
        for (var i = 0; i < value.Length && text.Length <= limit; i++)
            StringLiteral.Append(text, value[i]);
        text.Append('"');
    }
}
