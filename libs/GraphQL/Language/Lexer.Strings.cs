using System.Buffers;
using System.Text;

namespace GraphQL.Language;

internal ref partial struct Lexer
{
    private static readonly SearchValues<byte> EndsRun = SearchValues.Create("\"\\\n\r"u8);

    private void ReadString()
    {
        Kind = TokenKind.String;
        var position = Start + 1;
        var run = _text[position..].IndexOfAny(EndsRun);
        if (run >= 0 && _text[position + run] == '"')
        {
            Text = Encoding.UTF8.GetString(_text.Slice(position, run));
            End = position + run + 1;
            return;
        }

        var text = new StringBuilder();
        while (true)
        {
            run = _text[position..].IndexOfAny(EndsRun);
            if (run < 0)
                throw SyntaxErrors.At(_source, _text.Length, "the string does not end.");
            text.Append(Encoding.UTF8.GetString(_text.Slice(position, run)));
            position += run;
            switch (_text[position])
            {
                case (byte)'"':
                    Text = text.ToString();
                    End = position + 1;
                    return;
                case (byte)'\\':
                    position += ReadEscape(position, text);
                    break;
                default:
                    throw SyntaxErrors.At(_source, position, "the string does not end on its line.");
            }
        }
    }

    /// <summary>Appends what the escape at an offset stands for and gives its length.</summary>
    private readonly int ReadEscape(int position, StringBuilder text)
    {
        switch (At(position + 1))
        {
            case (byte)'u':
                return At(position + 2) == '{' ? ReadBracedEscape(position, text) : ReadFixedEscape(position, text);
            case (byte)'"' or (byte)'\\' or (byte)'/':
                text.Append((char)At(position + 1));
                return 2;
            case (byte)'b':
                text.Append('\b');
                return 2;
            case (byte)'f':
                text.Append('\f');
                return 2;
            case (byte)'n':
                text.Append('\n');
                return 2;
            case (byte)'r':
                text.Append('\r');
                return 2;
            case (byte)'t':
                text.Append('\t');
                return 2;
            default:
                throw SyntaxErrors.At(_source, position, "no such escape in a string.");
        }
    }

    private readonly int ReadBracedEscape(int position, StringBuilder text)
    {
        var digits = _text[(position + 3)..];
        var length = digits[..Math.Min(digits.Length, 9)].IndexOf((byte)'}');
        if (length <= 0 || !TryReadHexadecimal(digits[..length], out var value) || !Rune.IsValid(value))
            throw InvalidUnicodeEscape(position);
        text.Append(new Rune(value).ToString());
        return length + 4;
    }

    private readonly int ReadFixedEscape(int position, StringBuilder text)
    {
        var first = ReadFourDigits(position, position + 2);
        if (!char.IsSurrogate(first))
        {
            text.Append(first);
            return 6;
        }

        // A code point beyond U+FFFF may be written as the two surrogates of UTF-16; half of such a pair is no character.
        if (!char.IsHighSurrogate(first) || At(position + 6) != '\\' || At(position + 7) != 'u')
            throw InvalidUnicodeEscape(position);
        var second = ReadFourDigits(position, position + 8);
        if (!char.IsLowSurrogate(second))
            throw InvalidUnicodeEscape(position);
        text.Append(first).Append(second);
        return 12;
    }

    private readonly char ReadFourDigits(int escape, int position)
    {
        if (position + 4 > _text.Length || !TryReadHexadecimal(_text.Slice(position, 4), out var value))
            throw InvalidUnicodeEscape(escape);
        return (char)value;
    }

    private static bool TryReadHexadecimal(ReadOnlySpan<byte> digits, out uint value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
                return false;
            value = (value << 4) | (uint)HexadecimalValue(digit);
        }

        return true;
    }

    private static int HexadecimalValue(byte digit) => IsDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private readonly GraphQLException InvalidUnicodeEscape(int position) =>
        SyntaxErrors.At(_source, position, "the escape stands for no Unicode character.");

    private void ReadBlockString()
    {
        Kind = TokenKind.BlockString;
        var position = Start + 3;
        var raw = new StringBuilder();
        while (true)
        {
            var run = _text[position..].IndexOf("\"\"\""u8);
            if (run < 0)
                throw SyntaxErrors.At(_source, _text.Length, "the block string does not end.");
            var escaped = run > 0 && _text[position + run - 1] == '\\';
            raw.Append(Encoding.UTF8.GetString(_text.Slice(position, escaped ? run - 1 : run)));
            position += run + 3;
            if (!escaped)
                break;
            raw.Append("\"\"\"");
        }

        Text = BlockString.Dedent(raw.ToString());
        End = position;
    }
}
