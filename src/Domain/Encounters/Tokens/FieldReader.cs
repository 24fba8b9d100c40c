using System.Buffers.Text;
using System.Text;

namespace Guildhall.Domain.Encounters.Tokens;

/// <summary>Reads typed values from fields.</summary>
internal static class FieldReader
{
    private static ReadOnlySpan<byte> Nil => "nil"u8;

    /// <summary>Reads a whole number, sign allowed, that fills the field.</summary>
    public static bool TryReadInt64(ReadOnlySpan<byte> field, out long value)
    {
        // Nearly every number of a log is short and positive; overflow is possible only from 19 digits on.
        if (field.Length is > 0 and < 19)
        {
            value = 0;
            var i = field[0] == (byte)'-' ? 1 : 0;
            if (i == field.Length) return false;
            for (; i < field.Length; i++)
            {
                var digit = (uint)(field[i] - '0');
                if (digit > 9) return false;
                value = (value * 10) + digit;
            }

            if (field[0] == (byte)'-') value = -value;
            return true;
        }

        return Utf8Parser.TryParse(field, out value, out var used) && used == field.Length;
    }

    /// <summary>Reads a whole number in the range of <see cref="int"/>.</summary>
    public static bool TryReadInt32(ReadOnlySpan<byte> field, out int value)
    {
        value = 0;
        if (!TryReadInt64(field, out var wide) || wide != (int)wide) return false;
        value = (int)wide;
        return true;
    }

    /// <summary>Reads a mask such as <c>0xa48</c>.</summary>
    public static bool TryReadHex(ReadOnlySpan<byte> field, out uint value)
    {
        value = 0;
        if (field.Length is < 3 or > 10 || field[0] != (byte)'0' || (field[1] | 0x20) != 'x') return false;
        for (var i = 2; i < field.Length; i++)
        {
            var digit = HexDigit(field[i]);
            if (digit < 0) return false;
            value = (value << 4) | (uint)digit;
        }

        return true;
    }

    /// <summary>Reads a decimal fraction that fills the field.</summary>
    public static bool TryReadDouble(ReadOnlySpan<byte> field, out double value) =>
        Utf8Parser.TryParse(field, out value, out var used) && used == field.Length && double.IsFinite(value);

    /// <summary>True for the game's word for nothing.</summary>
    public static bool IsNil(ReadOnlySpan<byte> field) => field.SequenceEqual(Nil);

    /// <summary>The inside of a quoted field; the field itself when it has no quotes.</summary>
    public static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> field) =>
        field.Length >= 2 && field[0] == (byte)'"' && field[^1] == (byte)'"' ? field[1..^1] : field;

    /// <summary>The text of a field without its quotes and escapes; empty for nil. At most 256 bytes of it.</summary>
    public static string ReadText(ReadOnlySpan<byte> field)
    {
        if (IsNil(field)) return string.Empty;
        return Unescape(Cut(Unquote(field), 256));
    }

    /// <summary>The text of bytes in which a backslash escapes the next.</summary>
    public static string Unescape(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)'\\')) return Encoding.UTF8.GetString(bytes);
        var plain = bytes.Length <= 256 ? stackalloc byte[256] : new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\\' && i + 1 < bytes.Length) i++;
            plain[length++] = bytes[i];
        }

        return Encoding.UTF8.GetString(plain[..length]);
    }

    /// <summary>At most so many bytes from the front, never through the middle of a character.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> bytes, int maximum)
    {
        if (bytes.Length <= maximum) return bytes;
        while (maximum > 0 && (bytes[maximum] & 0xC0) == 0x80) maximum--;
        return bytes[..maximum];
    }

    private static int HexDigit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        _ => -1,
    };
}
