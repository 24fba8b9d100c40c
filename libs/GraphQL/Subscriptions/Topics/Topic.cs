using System.Globalization;
using System.Text;

namespace GraphQL.Subscriptions;

/// <summary>
/// Makes names of topics. Letters and digits of ASCII and hyphens stand for themselves; every other byte of a value is written as
/// <c>%</c> and two hexadecimal digits, and null as <c>%~</c>, so that no value can pass for another or for the text around it.
/// </summary>
public static class Topic
{
    // half a surrogate pair is refused: it would be written like any other.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The name of a topic whose template has placeholders, as <see cref="Types.TopicAttribute"/> makes it of arguments.</summary>
    /// <param name="template">Such as <c>Order_{tenantId}</c>.</param>
    /// <param name="values">One for each placeholder: text, numbers, truth values, ids, dates, values of enums, or null.</param>
    /// <exception cref="ArgumentException">The template is faulty, or there are more or fewer values than placeholders.</exception>
    public static string Name(string template, params ReadOnlySpan<object?> values)
    {
        var parsed = TopicTemplate.Parse(template);
        if (parsed.Placeholders.Length != values.Length)
            throw new ArgumentException($"{template} has {parsed.Placeholders.Length} placeholders, not {values.Length}.", nameof(values));
        return parsed.Format(values);
    }

    internal static void Append(StringBuilder name, object? value)
    {
        if (value is null)
        {
            name.Append("%~");
            return;
        }

        var text = value switch
        {
            string literal => literal,
            bool truth => truth ? "true" : "false",
            Enum member => member.ToString(),
            DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"A {value.GetType().Name} cannot be part of a topic's name.", nameof(value)),
        };
        foreach (var unit in Utf8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || unit == (byte)'-')
                name.Append((char)unit);
            else
                name.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
        }
    }
}
