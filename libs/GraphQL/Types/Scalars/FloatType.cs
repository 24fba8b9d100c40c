using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary><c>Float</c>: finite numbers of IEEE 754 double precision; September 2025, section "Float".</summary>
internal sealed class FloatType : ScalarType, IScalarWriter<double>, IScalarWriter<int>
{
    [SetsRequiredMembers]
    public FloatType()
    {
        Name = "Float";
        Description = "A finite number of double precision.";
        RuntimeType = typeof(double);
    }

    public override object ParseLiteral(Value literal)
    {
        var text = literal switch
        {
            IntValue integer => integer.Text,
            FloatValue number => number.Text,
            _ => throw NotNumber(LiteralText.Excerpt(literal)),
        };
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value : throw TooLarge(LiteralText.Excerpt(literal));
    }

    public override object ParseValue(JsonElement value, CoercionContext context)
    {
        if (value.ValueKind != JsonValueKind.Number)
            throw NotNumber(JsonText.Excerpt(value));
        var number = value.GetDouble();
        return double.IsFinite(number) ? number : throw TooLarge(JsonText.Excerpt(value));
    }

    public override void Write(object value, ResultWriter writer) => writer.WriteNumber(Coerce(value));

    public void Write(double value, ResultWriter writer) =>
        writer.WriteNumber(double.IsFinite(value) ? value : throw NotNumber(value.ToString(CultureInfo.InvariantCulture)));

    public void Write(int value, ResultWriter writer) => writer.WriteInteger(value);

    public override Value ToLiteral(object value)
    {
        var number = Coerce(value);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return number == Math.Floor(number) && !text.Contains('E') ? new IntValue { Text = text } : new FloatValue { Text = text };
    }

    private static double Coerce(object value)
    {
        var number = value switch
        {
            double real => real,
            // Through decimal digits: 0.1f is 0.1 and not 0.10000000149011612.
            float real => double.Parse(real.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            decimal real => (double)real,
            int integer => integer,
            long integer => integer,
            short integer => integer,
            byte integer => integer,
            sbyte integer => integer,
            ushort integer => integer,
            uint integer => integer,
            ulong integer => integer,
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) => real,
            _ => throw NotNumber(LiteralText.Cut(value.ToString() ?? value.GetType().Name)),
        };
        return double.IsFinite(number) ? number : throw NotNumber(number.ToString(CultureInfo.InvariantCulture));
    }

    private static CoercionException NotNumber(string found) => new($"Float takes a number, not {found}.");

    private static CoercionException TooLarge(string found) => new($"Float takes a number of double precision; {found} is too large.");
}
