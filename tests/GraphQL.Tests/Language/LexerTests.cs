using System.Text;
using GraphQL.Language;
using Xunit;

namespace GraphQL.Tests.Language;

public sealed class LexerTests
{
    [Theory]
    [InlineData("0", typeof(IntValue))]
    [InlineData("-0", typeof(IntValue))]
    [InlineData("123456789012345678901234567890", typeof(IntValue))]
    [InlineData("-1.5e-10", typeof(FloatValue))]
    [InlineData("1E5", typeof(FloatValue))]
    [InlineData("0.0", typeof(FloatValue))]
    [InlineData("true", typeof(BooleanValue))]
    [InlineData("null", typeof(NullValue))]
    [InlineData("nul", typeof(EnumValue))]
    [InlineData("[]", typeof(ListValue))]
    [InlineData("{a: [1, {b: $c}]}", typeof(ObjectValue))]
    [InlineData("$name", typeof(Variable))]
    public void Values_are_read(string text, Type type)
    {
        var value = Parser.ParseValue(Source.From(text));
        Assert.IsType(type, value);
        Assert.Equal((0, text.Length), (value.Start, value.End));
    }

    [Theory]
    [InlineData("00", 2)]
    [InlineData("01", 2)]
    [InlineData("1.", 3)]
    [InlineData("1.a", 3)]
    [InlineData("-", 2)]
    [InlineData("+1", 1)]
    [InlineData("1e", 3)]
    [InlineData("1e+", 4)]
    [InlineData("1.2.3", 4)]
    [InlineData("1a", 2)]
    [InlineData("1_0", 2)]
    [InlineData("0xF", 2)]
    [InlineData(".5", 1)]
    [InlineData("..", 1)]
    [InlineData("?", 1)]
    [InlineData("\0", 1)]
    [InlineData("é", 1)]
    [InlineData("'a'", 1)]
    [InlineData("\"", 2)]
    [InlineData("\"a\nb\"", 3)]
    [InlineData("\"a\rb\"", 3)]
    [InlineData("\"a\\", 3)]
    [InlineData("\"a\\x\"", 3)]
    [InlineData("\"\\u12G4\"", 2)]
    [InlineData("\"\\u123\"", 2)]
    [InlineData("\"\\uD83D\"", 2)]
    [InlineData("\"\\uDE00\\uD83D\"", 2)]
    [InlineData("\"\\uD83D\\n\"", 2)]
    [InlineData("\"\\u{}\"", 2)]
    [InlineData("\"\\u{110000}\"", 2)]
    [InlineData("\"\\u{D800}\"", 2)]
    [InlineData("\"\\u{1F600\"", 2)]
    [InlineData("\"\\u{000000001}\"", 2)]
    [InlineData("\"\"\"a", 5)]
    [InlineData("\"\"\"a\\\"\"\"", 9)]
    [InlineData("1 2", 3)]
    [InlineData("[1", 3)]
    [InlineData("{a: }", 5)]
    [InlineData("{a 1}", 4)]
    [InlineData("", 1)]
    [InlineData("# only a comment", 17)]
    public void What_is_no_value_is_an_error_at_its_place(string text, int column)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => Parser.ParseValue(Source.From(text))).Errors);
        Assert.Equal(ErrorCodes.SyntaxError, error.Code);
        Assert.Equal(new SourceLocation(1, column), Assert.Single(error.Locations));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\t\"", "a\"b\\c/d\b\f\n\r\t")]
    [InlineData("\"\\u0041\\u{42}\\u{0000043}\"", "ABC")]
    [InlineData("\"\\uD83D\\uDE00 \\u{1F600} 😀\"", "😀 😀 😀")]
    [InlineData("\"\u0000 # , \u2028\"", "\u0000 # , \u2028")]
    public void Escapes_are_resolved(string literal, string text) => Assert.Equal(text, Syntax.TextOf(literal));

    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("  a", "  a")]
    [InlineData("\n  a\n    b\n  c\n", "a\n  b\nc")]
    [InlineData("a\n  b\n    c", "a\nb\n  c")]
    [InlineData("\n\ta\n\t\tb", "a\n\tb")]
    [InlineData("\r\n  a\r  b\n", "a\nb")]
    [InlineData("\n  a\n\n  b\n", "a\n\nb")]
    [InlineData("\n    a\n \n    b\n", "a\n\nb")]
    [InlineData("a \\n \\u0041", "a \\n \\u0041")]
    [InlineData("a \\\"\"\" b", "a \"\"\" b")]
    [InlineData(" \n a \n ", "a ")]
    public void Block_strings_lose_what_their_lines_share(string raw, string text) => Assert.Equal(text, Syntax.TextOf($"\"\"\"{raw}\"\"\""));

    [Fact]
    public void Byte_order_marks_commas_and_comments_are_ignored_anywhere()
    {
        var document = Parser.ParseDocument("\uFEFF,,{ # comment } \r a,\uFEFFb,, }# end");
        Assert.Equal("{\n  a\n  b\n}", SyntaxPrinter.Print(document));
    }

    [Fact]
    public void Equal_names_share_one_string()
    {
        var operation = (OperationDefinition)Parser.ParseDocument("{ shared { shared } }").Definitions[0];
        var outer = (Field)operation.SelectionSet.Selections[0];
        Assert.Same(outer.Name.Value, ((Field)outer.SelectionSet!.Selections[0]).Name.Value);
        var longName = new string('a', 255);
        Assert.Equal(longName, ((Field)((OperationDefinition)Parser.ParseDocument($"{{ {longName} }}").Definitions[0]).SelectionSet.Selections[0]).Name.Value);
    }

    [Fact]
    public void Columns_count_utf_16_units_and_lines_end_in_three_ways()
    {
        var source = Source.From("a\r\né😀b\rc\nd");
        Assert.Equal(new SourceLocation(1, 1), source.LocationOf(0));
        Assert.Equal(new SourceLocation(2, 4), source.LocationOf(Encoding.UTF8.GetByteCount("a\r\né😀")));
        Assert.Equal(new SourceLocation(3, 1), source.LocationOf(Encoding.UTF8.GetByteCount("a\r\né😀b\r")));
        Assert.Equal(new SourceLocation(4, 2), source.LocationOf(source.Bytes.Length));
    }
}
