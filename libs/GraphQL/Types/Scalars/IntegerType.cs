using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>Whole numbers of one width, written as JSON numbers.</summary>
/// <typeparam name="T">At most 64 bits, signed, or fewer than 64, unsigned.</typeparam>
internal abstract class IntegerType<T> : ScalarType, IScalarWriter<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    [SetsRequiredMembers]
    protected IntegerType(string name, string description)
    {
        Name = name;
        Description = description;
        RuntimeType = typeof(T);
    }

    public override object ParseLiteral(Value literal) =>
        literal is not IntValue integer ? throw NotWhole(LiteralText.Excerpt(literal))
        : T.TryParse(integer.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw OutOfRange(LiteralText.Excerpt(literal));

    public override object ParseValue(JsonElement value, CoercionContext context)
    {
        if (value.ValueKind != JsonValueKind.Number)
            throw NotWhole(JsonText.Excerpt(value));
        if (T.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return integer;

        // JSON does not tell 1, 1.0 and 1e0 apart. A decimal holds every 64-bit integer exactly, which a double does not.
        return !value.TryGetDecimal(out var number) ? throw OutOfRange(JsonText.Excerpt(value))
            : number != decimal.Floor(number) ? throw NotWhole(JsonText.Excerpt(value))
            : number < decimal.CreateChecked(T.MinValue) || number > decimal.CreateChecked(T.MaxValue) ? throw OutOfRange(JsonText.Excerpt(value))
            : T.CreateChecked(number);
    }

    public void Write(T value, ResultWriter writer) => writer.WriteInteger(long.CreateChecked(value));

    public override void Write(object value, ResultWriter writer) => writer.WriteInteger(long.CreateChecked(Coerce(value)));

    public override Value ToLiteral(object value) => new IntValue { Text = Coerce(value).ToString(null, CultureInfo.InvariantCulture) };

    private T Coerce(object value)
    {
        try
        {
            return value switch
            {
                T exact => exact,
                int integer => T.CreateChecked(integer),
                long integer => T.CreateChecked(integer),
                short integer => T.CreateChecked(integer),
                byte integer => T.CreateChecked(integer),
                sbyte integer => T.CreateChecked(integer),
                ushort integer => T.CreateChecked(integer),
                uint integer => T.CreateChecked(integer),
                ulong integer => T.CreateChecked(integer),
                _ => throw NotWhole(LiteralText.Cut(value.ToString() ?? value.GetType().Name)),
            };
        }
        catch (OverflowException)
        {
            throw OutOfRange(LiteralText.Cut(value.ToString()!));
        }
    }

    private CoercionException NotWhole(string found) => new($"{Name} takes a whole number, not {found}.");

    private CoercionException OutOfRange(string found) =>
        new($"{Name} takes a whole number from {T.MinValue} to {T.MaxValue}, not {found}.");
}

/// <summary><c>Long</c>: signed 64-bit integers.</summary>
[method: SetsRequiredMembers]
internal sealed class LongType() : IntegerType<long>("Long", "A signed 64-bit integer, written as a JSON number.");

/// <summary><c>Short</c>: signed 16-bit integers.</summary>
[method: SetsRequiredMembers]
internal sealed class ShortType() : IntegerType<short>("Short", "A signed 16-bit integer.");

/// <summary><c>Byte</c>: unsigned 8-bit integers.</summary>
[method: SetsRequiredMembers]
internal sealed class ByteType() : IntegerType<byte>("Byte", "An unsigned 8-bit integer.");
