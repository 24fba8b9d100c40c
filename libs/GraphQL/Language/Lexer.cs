using System.Text;
using System.Text.Unicode;

namespace GraphQL.Language;

/// <summary>
/// Reads tokens one at a time from UTF-8, after section "Source Text" of the specification. It allocates strings for string
/// literals only; a name is a range of bytes until the parser asks for it.
/// </summary>
internal ref partial struct Lexer
{
    private readonly Source _source;
    private readonly ReadOnlySpan<byte> _text;
    private readonly int _maxTokens;
    private readonly ParserOptions _options;
    private int _tokens;

    public Lexer(Source source, ParserOptions options)
    {
        _source = source;
        _text = source.Bytes.Span;
        _maxTokens = options.MaxTokens;
        _options = options;
        if (_text.Length > options.MaxBytes)
            throw SyntaxErrors.TooLong(options.MaxBytes);
        if (!Utf8.IsValid(_text))
            throw SyntaxErrors.At(source, FirstInvalidByte(_text), "the text is not valid UTF-8.");
    }

    /// <summary>What the current token is.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>Byte offset of the current token.</summary>
    public int Start { get; private set; }

    /// <summary>Byte offset behind the current token.</summary>
    public int End { get; private set; }

    /// <summary>Byte offset behind the token before the current one.</summary>
    public int PreviousEnd { get; private set; }

    /// <summary>The value of a string token; null for others.</summary>
    public string? Text { get; private set; }

    /// <summary>The bytes of the current token.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _text[Start..End];

    /// <summary>Goes to the next token.</summary>
    public void Advance()
    {
        PreviousEnd = End;
        Text = null;
        var position = SkipIgnored(End);
        Start = position;
        if (position >= _text.Length)
        {
            Set(TokenKind.EndOfFile, 0);
            return;
        }

        if (++_tokens > _maxTokens)
            throw SyntaxErrors.LimitExceeded(_source, position, "tokens", _maxTokens);

        switch (_text[position])
        {
            case (byte)'!':
                Set(TokenKind.Bang, 1);
                break;
            case (byte)'$':
                Set(TokenKind.Dollar, 1);
                break;
            case (byte)'&':
                Set(TokenKind.Ampersand, 1);
                break;
            case (byte)'(':
                Set(TokenKind.ParenthesisOpen, 1);
                break;
            case (byte)')':
                Set(TokenKind.ParenthesisClose, 1);
                break;
            case (byte)'.' when _text[position..].StartsWith("..."u8):
                Set(TokenKind.Spread, 3);
                break;
            case (byte)':':
                Set(TokenKind.Colon, 1);
                break;
            case (byte)'=':
                Set(TokenKind.EqualsSign, 1);
                break;
            case (byte)'@':
                Set(TokenKind.At, 1);
                break;
            case (byte)'[':
                Set(TokenKind.BracketOpen, 1);
                break;
            case (byte)']':
                Set(TokenKind.BracketClose, 1);
                break;
            case (byte)'{':
                Set(TokenKind.BraceOpen, 1);
                break;
            case (byte)'|':
                Set(TokenKind.Pipe, 1);
                break;
            case (byte)'}':
                Set(TokenKind.BraceClose, 1);
                break;
            case (byte)'"':
                if (_text[position..].StartsWith("\"\"\""u8))
                    ReadBlockString();
                else
                    ReadString();
                Bound("bytes in a string", _options.MaxStringLength);
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                ReadNumber();
                Bound("bytes in a number", _options.MaxNumberLength);
                break;
            case var first when IsNameStart(first):
                ReadName();
                Bound("bytes in a name", _options.MaxNameLength);
                break;
            default:
                throw SyntaxErrors.UnexpectedCharacter(_source, position);
        }
    }

    /// <summary>Refuses a token that is too long.</summary>
    private readonly void Bound(string what, int limit)
    {
        if (End - Start > limit)
            throw SyntaxErrors.LimitExceeded(_source, Start, what, limit);
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> text)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(text[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
            position += length;
        return position;
    }

    private static bool IsNameStart(byte value) => char.IsAsciiLetter((char)value) || value == '_';

    private static bool IsDigit(byte value) => char.IsAsciiDigit((char)value);

    private void Set(TokenKind kind, int length)
    {
        Kind = kind;
        End = Start + length;
    }

    /// <summary>The byte at an offset; zero behind the end, which no rule of the grammar asks for.</summary>
    private readonly byte At(int position) => position < _text.Length ? _text[position] : (byte)0;

    private readonly int SkipIgnored(int position)
    {
        while (position < _text.Length)
        {
            switch (_text[position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    position++;
                    break;
                case (byte)'#':
                    var length = _text[position..].IndexOfAny((byte)'\n', (byte)'\r');
                    position = length < 0 ? _text.Length : position + length;
                    break;
                case 0xEF when At(position + 1) == 0xBB && At(position + 2) == 0xBF:
                    position += 3;
                    break;
                default:
                    return position;
            }
        }

        return position;
    }

    private void ReadName()
    {
        var position = Start + 1;
        while (position < _text.Length && (IsNameStart(_text[position]) || IsDigit(_text[position])))
            position++;
        Kind = TokenKind.Name;
        End = position;
    }

    private void ReadNumber()
    {
        var position = Start;
        var kind = TokenKind.Int;
        if (_text[position] == '-')
            position++;
        if (At(position) == '0')
        {
            position++;
            if (IsDigit(At(position)))
                throw SyntaxErrors.At(_source, position, "a number has no digit behind a leading zero.");
        }
        else
        {
            position = ReadDigits(position);
        }

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = ReadDigits(position + 1);
        }

        if (At(position) is (byte)'e' or (byte)'E')
        {
            kind = TokenKind.Float;
            position++;
            if (At(position) is (byte)'+' or (byte)'-')
                position++;
            position = ReadDigits(position);
        }

        // Otherwise 1a would be the two tokens 1 and a, which reads like one.
        if (At(position) == '.' || IsNameStart(At(position)))
            throw SyntaxErrors.UnexpectedCharacter(_source, position);
        Kind = kind;
        End = position;
    }

    private readonly int ReadDigits(int position)
    {
        if (!IsDigit(At(position)))
            throw SyntaxErrors.UnexpectedCharacter(_source, position);
        while (IsDigit(At(position)))
            position++;
        return position;
    }
}
