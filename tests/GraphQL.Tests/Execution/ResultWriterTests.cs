using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GraphQL.Execution;
using GraphQL.Tests.Types;
using Xunit;

namespace GraphQL.Tests.Execution;

public sealed class ResultWriterTests
{
    [Fact]
    public void Any_text_reads_back_as_it_was() => Prop.ForAll<string>(static text =>
    {
        var whole = new string([.. (text ?? "").EnumerateRunes().SelectMany(static rune => rune.ToString())]);
        return JsonSerializer.Deserialize<string>(Written.By(writer => writer.WriteString(whole))) == whole;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    public void Text_longer_than_a_buffer_is_whole(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length / 4).Select(static i => i % 3 == 0 ? "\ud83d\ude00\u00fc\n" : "ab\"c"));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(Written.By(writer => writer.WriteString(text))));
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "-0")]
    [InlineData(1e21, "1E+21")]
    [InlineData(5e-324, "5E-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157E+308")]
    public void Numbers_read_back_as_they_were(double number, string expected)
    {
        var text = Written.By(writer => writer.WriteNumber(number));
        Assert.Equal(expected, text);
        Assert.Equal(number, JsonSerializer.Deserialize<double>(text));
    }

    [Fact]
    public void Numbers_have_the_shortest_text_that_reads_back_as_them()
    {
        var random = new Random(1);
        for (var i = 0; i < 200_000; i++)
        {
            var digits = (double)random.NextInt64(-1L << random.Next(1, 62), 1L << random.Next(1, 62));
            var number = (i % 3) switch
            {
                0 => digits / Math.Pow(10, random.Next(0, 6)),
                1 => Math.BitIncrement(digits / 1000),
                _ => BitConverter.Int64BitsToDouble(random.NextInt64()),
            };
            if (double.IsFinite(number))
                Assert.Equal(number.ToString("R", CultureInfo.InvariantCulture), Written.By(writer => writer.WriteNumber(number)));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_without_a_form_in_json_are_refused(double number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Written.By(writer => writer.WriteNumber(number)));

    [Fact]
    public void Other_values_have_their_usual_forms() => Assert.Equal(
        "null true false -9223372036854775808 18446744073709551615 1.10 \"00000000-0000-0000-0000-000000000000\" \"2026-11-20\"",
        Written.By(static writer =>
        {
            writer.WriteNull();
            Space(writer).WriteBoolean(true);
            Space(writer).WriteBoolean(false);
            Space(writer).WriteInteger(long.MinValue);
            Space(writer).WriteInteger(ulong.MaxValue);
            Space(writer).WriteNumber(1.10m);
            Space(writer).WriteQuoted(Guid.Empty);
            Space(writer).WriteQuoted(new DateOnly(2026, 11, 20), "yyyy-MM-dd");
        }));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("\"a\ufffdb\"", Written.By(static writer => writer.WriteString("a\ud83db")));

    [Fact]
    public void Raw_bytes_cross_buffers()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('7', 200_000));
        Assert.Equal(Encoding.UTF8.GetString(bytes), Written.By(writer => writer.WriteRaw(bytes)));
    }

    private static ResultWriter Space(ResultWriter writer)
    {
        writer.WriteRaw(" "u8);
        return writer;
    }
}
