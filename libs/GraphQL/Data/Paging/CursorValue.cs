using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GraphQL.Data;

/// <summary>Writes and reads single values of a cursor, each behind a byte that tells its kind.</summary>
internal static class CursorValue
{
    private enum Tag : byte
    {
        Null,
        False,
        True,
        Integer,
        UnsignedInteger,
        Number,
        Decimal,
        Text,
        Guid,
        Instant,
        LocalInstant,
        Date,
        Time,
        Duration,
    }

    /// <summary>Writes a value; throws <see cref="NotSupportedException"/> for a type that has no order.</summary>
    public static void Write(ArrayBufferWriter<byte> buffer, object? value)
    {
        switch (value)
        {
            case null:
                WriteTag(buffer, Tag.Null);
                break;
            case bool boolean:
                WriteTag(buffer, boolean ? Tag.True : Tag.False);
                break;
            case Enum:
                WriteInteger(buffer, Tag.Integer, Convert.ToInt64(value));
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                WriteInteger(buffer, Tag.Integer, Convert.ToInt64(value));
                break;
            case ulong large:
                WriteInteger(buffer, Tag.UnsignedInteger, unchecked((long)large));
                break;
            case float or double:
                WriteInteger(buffer, Tag.Number, BitConverter.DoubleToInt64Bits(Convert.ToDouble(value)));
                break;
            case decimal number:
                WriteTag(buffer, Tag.Decimal);
                foreach (var part in decimal.GetBits(number))
                    WriteBytes(buffer, part);
                break;
            case string text:
                WriteTag(buffer, Tag.Text);
                WriteBytes(buffer, Encoding.UTF8.GetByteCount(text));
                Encoding.UTF8.GetBytes(text, buffer);
                break;
            case Guid guid:
                WriteTag(buffer, Tag.Guid);
                guid.TryWriteBytes(buffer.GetSpan(16), bigEndian: true, out _);
                buffer.Advance(16);
                break;
            case DateTimeOffset instant:
                WriteInteger(buffer, Tag.Instant, instant.UtcTicks);
                break;
            case DateTime instant:
                WriteInteger(buffer, Tag.LocalInstant, instant.ToBinary());
                break;
            case DateOnly date:
                WriteInteger(buffer, Tag.Date, date.DayNumber);
                break;
            case TimeOnly time:
                WriteInteger(buffer, Tag.Time, time.Ticks);
                break;
            case TimeSpan duration:
                WriteInteger(buffer, Tag.Duration, duration.Ticks);
                break;
            default:
                throw new NotSupportedException($"A value of type {value.GetType()} cannot be part of an order or a condition.");
        }
    }

    /// <summary>Reads a value of a type and moves on; false when the bytes hold none.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> bytes, Type type, out object? value)
    {
        value = null;
        if (bytes.IsEmpty)
            return false;
        var tag = (Tag)bytes[0];
        bytes = bytes[1..];
        if (tag == Tag.Null)
            return true;
        try
        {
            value = Read(ref bytes, tag, type);
            return value is not null;
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            // Too short, or out of the type's range: somebody made it up.
            return false;
        }
    }

    private static object? Read(ref ReadOnlySpan<byte> bytes, Tag tag, Type type) => tag switch
    {
        Tag.False or Tag.True when type == typeof(bool) => tag == Tag.True,
        Tag.Integer when type.IsEnum => Enum.ToObject(type, ReadInteger(ref bytes)),
        Tag.Integer when IsInteger(type) => Convert.ChangeType(ReadInteger(ref bytes), type),
        Tag.UnsignedInteger when type == typeof(ulong) => unchecked((ulong)ReadInteger(ref bytes)),
        Tag.Number when type == typeof(double) => BitConverter.Int64BitsToDouble(ReadInteger(ref bytes)),
        Tag.Number when type == typeof(float) => (float)BitConverter.Int64BitsToDouble(ReadInteger(ref bytes)),
        Tag.Decimal when type == typeof(decimal) => ReadDecimal(ref bytes),
        Tag.Text when type == typeof(string) => Encoding.UTF8.GetString(Take(ref bytes, BinaryPrimitives.ReadInt32LittleEndian(Take(ref bytes, 4)))),
        Tag.Guid when type == typeof(Guid) => new Guid(Take(ref bytes, 16), bigEndian: true),
        Tag.Instant when type == typeof(DateTimeOffset) => new DateTimeOffset(ReadInteger(ref bytes), TimeSpan.Zero),
        Tag.LocalInstant when type == typeof(DateTime) => DateTime.FromBinary(ReadInteger(ref bytes)),
        Tag.Date when type == typeof(DateOnly) => DateOnly.FromDayNumber(checked((int)ReadInteger(ref bytes))),
        Tag.Time when type == typeof(TimeOnly) => new TimeOnly(ReadInteger(ref bytes)),
        Tag.Duration when type == typeof(TimeSpan) => new TimeSpan(ReadInteger(ref bytes)),
        _ => null,
    };

    private static bool IsInteger(Type type) => Type.GetTypeCode(type) is TypeCode.SByte or TypeCode.Byte or TypeCode.Int16
        or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64;

    private static decimal ReadDecimal(ref ReadOnlySpan<byte> bytes)
    {
        Span<int> parts = stackalloc int[4];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = BinaryPrimitives.ReadInt32LittleEndian(Take(ref bytes, 4));
        return new decimal(parts);
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }

    private static long ReadInteger(ref ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(Take(ref bytes, 8));

    private static void WriteTag(ArrayBufferWriter<byte> buffer, Tag tag)
    {
        buffer.GetSpan(1)[0] = (byte)tag;
        buffer.Advance(1);
    }

    private static void WriteInteger(ArrayBufferWriter<byte> buffer, Tag tag, long value)
    {
        WriteTag(buffer, tag);
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(8), value);
        buffer.Advance(8);
    }

    private static void WriteBytes(ArrayBufferWriter<byte> buffer, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(4), value);
        buffer.Advance(4);
    }
}
