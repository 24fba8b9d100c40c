using System.Text;
using GraphQL.Language;
using Xunit;

namespace GraphQL.Tests.Language;

public sealed class HostileTextTests
{
    private static readonly ParserOptions WithoutSmallBounds = new()
    {
        MaxBytes = int.MaxValue,
        MaxTokens = int.MaxValue,
        MaxNodes = int.MaxValue,
        MaxDepth = int.MaxValue,
    };

    public static TheoryData<string> Nesting => new()
    {
        "{a",
        "{a(b:[",
        "{a(b:{c:",
        "{...{a",
        "query($a:[",
        "{a @b(c:[{d:[",
        "type A{a(b:[",
    };

    [Theory]
    [MemberData(nameof(Nesting))]
    public void Nesting_meets_its_bound(string opening)
    {
        var error = Syntax.ErrorOf(opening + string.Concat(Enumerable.Repeat(opening[^2..], 5000)));
        Assert.Contains(error.Code, new[] { ErrorCodes.LimitExceeded, ErrorCodes.SyntaxError });
    }

    [Theory]
    [InlineData("{", "a{", 250)]
    [InlineData("{a(b:", "[", 250)]
    [InlineData("{a(b:", "{c:", 250)]
    [InlineData("query($a:", "[", 250)]
    [InlineData("{", "...{", 250)]
    public void Two_hundred_levels_are_the_limit(string start, string level, int levels)
    {
        var error = Syntax.ErrorOf(start + string.Concat(Enumerable.Repeat(level, levels)));
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
        Assert.Contains("200", error.Message);
        Assert.Equal(ErrorCodes.SyntaxError, Syntax.ErrorOf(start + string.Concat(Enumerable.Repeat(level, 199))).Code);
    }

    [Theory]
    [InlineData("a{")]
    [InlineData("...{")]
    public void Even_without_a_bound_the_stack_does_not_overflow(string level)
    {
        var error = Syntax.ErrorOf("{" + string.Concat(Enumerable.Repeat(level, 500_000)), WithoutSmallBounds);
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("\"")]
    [InlineData("a ")]
    [InlineData("@a")]
    [InlineData("\0")]
    [InlineData("#")]
    [InlineData("\"\"\"\n")]
    [InlineData("query Q { a } ")]
    public void A_megabyte_of_anything_ends_in_an_error_and_fast(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        var start = TimeProvider.System.GetTimestamp();
        Assert.Contains(Syntax.ErrorOf(text).Code, new[] { ErrorCodes.LimitExceeded, ErrorCodes.SyntaxError });
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("tokens", "{ a b c d }")]
    [InlineData("nodes", "{ a b c d }")]
    [InlineData("directives in one place", "{ a @a @b @c @d }")]
    [InlineData("bytes", "{ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa }")]
    public void Every_bound_is_held_and_named(string bound, string text)
    {
        var options = new ParserOptions
        {
            MaxTokens = bound == "tokens" ? 5 : 100,
            MaxNodes = bound == "nodes" ? 5 : 100,
            MaxDirectivesPerLocation = bound == "directives in one place" ? 3 : 100,
            MaxBytes = bound == "bytes" ? 20 : 100,
        };
        var error = Syntax.ErrorOf(text, options);
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
        Assert.Contains(bound, error.Message);
        Parser.ParseDocument(text);
    }

    [Fact]
    public void The_end_of_the_text_is_no_token() => Parser.ParseDocument("{ a b } # not counted", new ParserOptions { MaxTokens = 4 });

    public static TheoryData<byte[], int> BrokenUtf8 => new()
    {
        { [0x7B, 0x80], 2 },
        { [0x7B, 0x22, 0xC3, 0x22, 0x7D], 3 },
        { [0x23, 0xED, 0xA0, 0x80], 2 },
        { [0x23, 0xC0, 0xAF], 2 },
        { [0x23, 0xF5, 0x80, 0x80, 0x80], 2 },
        { [0x23, 0xC3, 0xA9, 0xE2, 0x82], 3 },
        { [0xFF, 0xFE, 0x7B, 0x00], 1 },
    };

    [Theory]
    [MemberData(nameof(BrokenUtf8))]
    public void Broken_utf_8_is_a_syntax_error_at_its_place(byte[] utf8, int column)
    {
        var error = Syntax.ErrorOf(utf8);
        Assert.Equal(ErrorCodes.SyntaxError, error.Code);
        Assert.Equal(new SourceLocation(1, column), Assert.Single(error.Locations));
    }

    [Fact]
    public void Random_bytes_never_fail_in_another_way()
    {
        var random = new Random(1);
        var sample = Encoding.UTF8.GetBytes("query Q($a: [Int!] = [1, 2] @d) { a: b(c: {d: \"e\\u00e9\"}) @f { ...G } } type T { \"\"\"x\"\"\" a: Int }");
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (byte[])sample.Clone();
            for (var edits = random.Next(1, 6); edits > 0; edits--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Parser.ParseDocument(bytes);
            }
            catch (GraphQLException exception)
            {
                Assert.Single(exception.Errors[0].Locations);
            }
        }
    }
}
