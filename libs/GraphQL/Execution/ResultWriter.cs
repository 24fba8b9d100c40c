using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace GraphQL.Execution;

/// <summary>Writes JSON values into pooled segments of the response; not safe for several threads at once.</summary>
public sealed partial class ResultWriter
{
    // A character takes at most six bytes (a \u escape), so this many always fit into a fresh buffer.
    private const int MaxCharactersAtOnce = 4 << 10;

    // Up to 15 digits a decimal is told from every other by the number it is read as.
    private const double MaxThousandths = 1e15;

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static code => (char)code), '"', '\\']);

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a whole number.</summary>
    public void WriteInteger(long value)
    {
        Ensure(20);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_position), out var written);
        _position += written;
    }

    /// <summary>Writes a whole number.</summary>
    public void WriteInteger(ulong value)
    {
        Ensure(20);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_position), out var written);
        _position += written;
    }

    /// <summary>Writes a number, the shortest text that reads back as it; neither infinite nor NaN, for which JSON has no form.</summary>
    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no form for it.");
        if (!TryWriteThousandths(value))
            Format(value, format: default);
    }

    /// <summary>Writes a number with all its digits.</summary>
    public void WriteNumber(decimal value) => Format(value, format: default);

    /// <summary>Writes a string, escaped; half a surrogate pair becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        WriteByte((byte)'"');
        while (!value.IsEmpty)
        {
            var escape = value.IndexOfAny(Escaped);
            WriteText(escape < 0 ? value : value[..escape]);
            if (escape < 0)
                break;
            WriteEscaped(value[escape]);
            value = value[(escape + 1)..];
        }

        WriteByte((byte)'"');
    }

    /// <summary>Writes a value's text between quotes; the text must need no escaping, as that of ids, dates and durations.</summary>
    /// <param name="value">The value, with at most 128 bytes of text.</param>
    /// <param name="format">As its <see cref="IUtf8SpanFormattable"/> understands it.</param>
    public void WriteQuoted<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        WriteByte((byte)'"');
        Format(value, format);
        WriteByte((byte)'"');
    }

    /// <summary>Writes bytes that are a JSON value already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        if (_buffer.Length - _position >= json.Length)
        {
            json.CopyTo(_buffer.AsSpan(_position));
            _position += json.Length;
            return;
        }

        WriteAcross(json);
    }

    private void WriteAcross(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var length = Math.Min(bytes.Length, _buffer.Length - _position);
            bytes[..length].CopyTo(_buffer.AsSpan(_position));
            _position += length;
            bytes = bytes[length..];
            if (bytes.IsEmpty)
                return;
            NextBuffer();
        }
    }

    private void WriteByte(byte value)
    {
        Ensure(1);
        _buffer[_position++] = value;
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, MaxCharactersAtOnce);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
                length--;
            Ensure(length * 3);
            _position += Encoding.UTF8.GetBytes(text[..length], _buffer.AsSpan(_position));
            text = text[length..];
        }
    }

    private void WriteEscaped(char character)
    {
        Ensure(6);
        var target = _buffer.AsSpan(_position);
        var letter = character switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            _ => (byte)0,
        };
        target[0] = (byte)'\\';
        if (letter != 0)
        {
            target[1] = letter;
            _position += 2;
            return;
        }

        "u00"u8.CopyTo(target[1..]);
        target[4] = character < 0x10 ? (byte)'0' : (byte)'1';
        target[5] = "0123456789abcdef"u8[character & 0xf];
        _position += 6;
    }

    /// <summary>
    /// Writes a number of at most three decimals, as most are. A quotient of whole numbers is rounded as a decimal is that is read back,
    /// and no other decimal of at most 15 digits gives the same number, so the text is the shortest.
    /// </summary>
    private bool TryWriteThousandths(double value)
    {
        if (Math.Abs(value) >= MaxThousandths / 1000)
            return false;
        var thousandths = (long)Math.Round(value * 1000);
        if (thousandths / 1000.0 != value || (thousandths == 0 && double.IsNegative(value)))
            return false;
        if (thousandths < 0)
        {
            WriteByte((byte)'-');
            thousandths = -thousandths;
        }

        var (whole, rest) = long.DivRem(thousandths, 1000);
        WriteInteger(whole);
        if (rest == 0)
            return true;
        Ensure(4);
        var target = _buffer.AsSpan(_position);
        target[0] = (byte)'.';
        target[1] = (byte)('0' + (rest / 100));
        target[2] = (byte)('0' + (rest / 10 % 10));
        target[3] = (byte)('0' + (rest % 10));
        _position += rest % 100 == 0 ? 2 : rest % 10 == 0 ? 3 : 4;
        return true;
    }

    private void Format<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        Ensure(128);
        if (!value.TryFormat(_buffer.AsSpan(_position), out var written, format, CultureInfo.InvariantCulture))
            throw new ArgumentException("Its text is longer than 128 bytes.", nameof(value));
        _position += written;
    }
}
