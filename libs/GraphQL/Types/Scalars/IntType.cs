using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary><c>Int</c>: whole numbers from -2^31 to 2^31 - 1; September 2025, section "Int".</summary>
internal sealed class IntType : ScalarType, IScalarWriter<int>
{
    [SetsRequiredMembers]
    public IntType()
    {
        Name = "Int";
        Description = "A whole number from -2147483648 to 2147483647.";
        RuntimeType = typeof(int);
    }

    public override object ParseLiteral(Value literal) =>
        literal is not IntValue integer ? throw NotWhole(LiteralText.Excerpt(literal))
        : int.TryParse(integer.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw OutOfRange(LiteralText.Excerpt(literal));

    public override object ParseValue(JsonElement value, CoercionContext context)
    {
        if (value.ValueKind != JsonValueKind.Number)
            throw NotWhole(JsonText.Excerpt(value));
        if (value.TryGetInt32(out var integer))
            return integer;

        // JSON does not tell 1, 1.0 and 1e0 apart.
        var number = value.GetDouble();
        return number != Math.Floor(number) || double.IsInfinity(number) ? throw NotWhole(JsonText.Excerpt(value))
            : number is < int.MinValue or > int.MaxValue ? throw OutOfRange(JsonText.Excerpt(value))
            : (int)number;
    }

    public override void Write(object value, ResultWriter writer) => writer.WriteInteger(Coerce(value));

    public void Write(int value, ResultWriter writer) => writer.WriteInteger(value);

    public override Value ToLiteral(object value) => new IntValue { Text = Coerce(value).ToString(CultureInfo.InvariantCulture) };

    private static int Coerce(object value) => value switch
    {
        int integer => integer,
        short integer => integer,
        byte integer => integer,
        sbyte integer => integer,
        ushort integer => integer,
        long integer => integer is < int.MinValue or > int.MaxValue ? throw OutOfRange(integer.ToString()) : (int)integer,
        uint integer => integer > int.MaxValue ? throw OutOfRange(integer.ToString()) : (int)integer,
        ulong integer => integer > int.MaxValue ? throw OutOfRange(integer.ToString()) : (int)integer,
        float number => CoerceNumber(number),
        double number => CoerceNumber(number),
        decimal number => CoerceNumber((double)number),
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => CoerceNumber(number),
        _ => throw NotWhole(LiteralText.Cut(value.ToString() ?? value.GetType().Name)),
    };

    private static int CoerceNumber(double number) =>
        number != Math.Floor(number) || !double.IsFinite(number) ? throw NotWhole(number.ToString(CultureInfo.InvariantCulture))
        : number is < int.MinValue or > int.MaxValue ? throw OutOfRange(number.ToString(CultureInfo.InvariantCulture))
        : (int)number;

    private static CoercionException NotWhole(string found) => new($"Int takes a whole number, not {found}.");

    private static CoercionException OutOfRange(string found) =>
        new($"Int takes a whole number from {int.MinValue} to {int.MaxValue}, not {found}.");
}
