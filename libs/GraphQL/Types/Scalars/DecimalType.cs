using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary><c>Decimal</c>: decimal numbers of up to 28 digits, written as JSON numbers without losing one.</summary>
internal sealed class DecimalType : ScalarType
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    [SetsRequiredMembers]
    public DecimalType()
    {
        Name = "Decimal";
        Description = "A decimal number of up to 28 digits, written as a JSON number.";
        RuntimeType = typeof(decimal);
    }

    public override object ParseLiteral(Value literal) => literal switch
    {
        IntValue integer => Parse(integer.Text),
        FloatValue number => Parse(number.Text),
        _ => throw NotDecimal(LiteralText.Excerpt(literal)),
    };

    public override object ParseValue(JsonElement value, CoercionContext context) =>
        value.ValueKind == JsonValueKind.Number ? Parse(value.GetRawText()) : throw NotDecimal(JsonText.Excerpt(value));

    public override void Write(object value, ResultWriter writer) => writer.WriteRaw(Encoding.ASCII.GetBytes(TextOf(value)));

    public override Value ToLiteral(object value)
    {
        var text = TextOf(value);
        return text.Contains('.') ? new FloatValue { Text = text } : new IntValue { Text = text };
    }

    private static string TextOf(object value) => value switch
    {
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        int or long or short or byte => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        double number when double.IsFinite(number) && Math.Abs(number) < (double)decimal.MaxValue => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        _ => throw NotDecimal(LiteralText.Cut(value.ToString() ?? value.GetType().Name)),
    };

    private static object Parse(string text) =>
        decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) ? value : throw NotDecimal(LiteralText.Cut(text));

    private static CoercionException NotDecimal(string found) => new($"Decimal takes a number of up to 28 digits, not {found}.");
}
