using System.Text;
using Guildhall.Domain.Encounters.Tokens;
using Xunit;

namespace Domain.Tests.Encounters.Tokens;

public class FieldReaderTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-1", -1L)]
    [InlineData("4294967296", 4294967296L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("99999999999999999999999", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("nil", null)]
    [InlineData("3|4", null)]
    [InlineData("2.0", null)]
    [InlineData("1 ", null)]
    public void Whole_numbers_fill_the_field(string text, long? expected)
    {
        var read = FieldReader.TryReadInt64(Encoding.UTF8.GetBytes(text), out var value);
        Assert.Equal(expected, read ? value : null);
    }

    [Theory]
    [InlineData("0xa48", 0xa48u)]
    [InlineData("0x80000010", 0x80000010u)]
    [InlineData("0XFF", 0xffu)]
    [InlineData("0x", null)]
    [InlineData("a48", null)]
    [InlineData("0xg", null)]
    [InlineData("0x123456789", null)]
    public void Masks_are_hexadecimal(string text, uint? expected)
    {
        var read = FieldReader.TryReadHex(Encoding.UTF8.GetBytes(text), out var value);
        Assert.Equal(expected, read ? value : null);
    }

    [Theory]
    [InlineData("2.0000", 2d)]
    [InlineData("-0.5", -0.5)]
    [InlineData("7", 7d)]
    [InlineData("NaN", null)]
    [InlineData("1e400", null)]
    [InlineData("", null)]
    public void Fractions_are_finite(string text, double? expected)
    {
        var read = FieldReader.TryReadDouble(Encoding.UTF8.GetBytes(text), out var value);
        Assert.Equal(expected, read ? value : null);
    }

    [Theory]
    [InlineData("\"Eric \\\"The Swift\\\"\"", "Eric \"The Swift\"")]
    [InlineData("nil", "")]
    [InlineData("Skirmish", "Skirmish")]
    [InlineData("\"\"", "")]
    [InlineData("\"\\\\\"", "\\")]
    public void Text_loses_quotes_and_escapes(string field, string expected) =>
        Assert.Equal(expected, FieldReader.ReadText(Encoding.UTF8.GetBytes(field)));

    [Fact]
    public void A_cut_never_splits_a_character()
    {
        var text = Encoding.UTF8.GetBytes("ééé");
        Assert.Equal("éé", Encoding.UTF8.GetString(FieldReader.Cut(text, 5)));
        Assert.Equal("ééé", Encoding.UTF8.GetString(FieldReader.Cut(text, 6)));
    }
}
