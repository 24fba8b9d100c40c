using System.Text;

namespace GraphQL.Language;

/// <summary>Every error that reading a document can end in.</summary>
internal static class SyntaxErrors
{
    public static GraphQLException At(Source source, int offset, string message) => new(new GraphQLError($"Syntax error: {message}")
    {
        Code = ErrorCodes.SyntaxError,
        Locations = [source.LocationOf(offset)],
    });

    public static GraphQLException LimitExceeded(Source source, int offset, string what, int limit) =>
        new(new GraphQLError($"The document has more than {limit} {what}, which is the limit.")
        {
            Code = ErrorCodes.LimitExceeded,
            Locations = [source.LocationOf(offset)],
        });

    public static GraphQLException TooLong(
        int limit) => new(new GraphQLError($"The document is longer than {limit} bytes, which is the limit.")
    {
        Code = ErrorCodes.LimitExceeded,
    });

    public static GraphQLException TooDeep(Source source, int offset, int limit) =>
        new(new GraphQLError($"The document nests deeper than {limit} levels, which is the limit.")
        {
            Code = ErrorCodes.LimitExceeded,
            Locations = [source.LocationOf(offset)],
        });

    public static GraphQLException UnexpectedCharacter(Source source, int offset)
    {
        if (offset >= source.Bytes.Length)
            return At(source, offset, "unexpected end of the document.");
        _ = Rune.DecodeFromUtf8(source.Bytes.Span[offset..], out var rune, out _);
        var shown = rune.Value is >= 0x20 and < 0x7F ? $"\"{rune}\"" : $"U+{rune.Value:X4}";
        return At(source, offset, $"unexpected character {shown}.");
    }

    public static GraphQLException Unexpected(Source source, ref Lexer lexer) =>
        At(source, lexer.Start, $"unexpected {Describe(source, ref lexer)}.");

    public static GraphQLException Expected(Source source, ref Lexer lexer, string what) =>
        At(source, lexer.Start, $"expected {what}, found {Describe(source, ref lexer)}.");

    /// <summary>How a kind of token is called in a message.</summary>
    public static string NameOf(TokenKind kind) => kind switch
    {
        TokenKind.StartOfFile => "the start of the document",
        TokenKind.EndOfFile => "the end of the document",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenthesisOpen => "\"(\"",
        TokenKind.ParenthesisClose => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualsSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketOpen => "\"[\"",
        TokenKind.BracketClose => "\"]\"",
        TokenKind.BraceOpen => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceClose => "\"}\"",
        TokenKind.Name => "a name",
        TokenKind.Int => "an integer",
        TokenKind.Float => "a decimal number",
        TokenKind.String => "a string",
        _ => "a block string",
    };

    private static string Describe(Source source, ref Lexer lexer)
    {
        const int longestShown = 60;
        if (lexer.Kind is not (TokenKind.Name or TokenKind.Int or TokenKind.Float))
            return NameOf(lexer.Kind);
        var text = source.Bytes.Span[lexer.Start..Math.Min(lexer.End, lexer.Start + longestShown)];
        return $"\"{Encoding.UTF8.GetString(text)}\"";
    }
}
