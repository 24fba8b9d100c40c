using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GraphQL.Language;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types;

public sealed class CommonScalarsTests
{
    [Theory]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    [InlineData("Long", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("Long", "1.0", "1")]
    [InlineData("Long", "1e3", "1000")]
    [InlineData("Long", "9223372036854775808", null)]
    [InlineData("Long", "1.5", null)]
    [InlineData("Long", "1e99", null)]
    [InlineData("Long", "\"1\"", null)]
    [InlineData("Short", "-32768", "-32768")]
    [InlineData("Short", "32768", null)]
    [InlineData("Byte", "255", "255")]
    [InlineData("Byte", "256", null)]
    [InlineData("Byte", "-1", null)]
    [InlineData("Decimal", "0.1", "0.1")]
    [InlineData("Decimal", "79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("Decimal", "1e40", null)]
    [InlineData("Decimal", "\"1\"", null)]
    [InlineData("DateTime", "\"2026-11-20T19:30:00Z\"", "\"2026-11-20T19:30:00Z\"")]
    [InlineData("DateTime", "\"2026-11-20t19:30:00z\"", "\"2026-11-20T19:30:00Z\"")]
    [InlineData("DateTime", "\"2026-11-20T19:30:00+01:00\"", "\"2026-11-20T18:30:00Z\"")]
    [InlineData("DateTime", "\"2026-11-20T19:30:00.5-05:30\"", "\"2026-11-21T01:00:00.500Z\"")]
    [InlineData("DateTime", "\"2026-11-20T19:30:00.123456Z\"", "\"2026-11-20T19:30:00.123456Z\"")]
    [InlineData("DateTime", "\"2026-11-20T19:30:00.1234567Z\"", null)]
    [InlineData("DateTime", "\"2026-11-20T19:30:00\"", null)]
    [InlineData("DateTime", "\"2026-11-20\"", null)]
    [InlineData("DateTime", "\"2026-02-30T00:00:00Z\"", null)]
    [InlineData("DateTime", "\"\"", null)]
    [InlineData("DateTime", "1", null)]
    [InlineData("Date", "\"2026-02-28\"", "\"2026-02-28\"")]
    [InlineData("Date", "\"2026-02-30\"", null)]
    [InlineData("Date", "\"20260228\"", null)]
    [InlineData("UUID", "\"0191D7A0-0000-7000-8000-00000000000A\"", "\"0191d7a0-0000-7000-8000-00000000000a\"")]
    [InlineData("UUID", "\"0191d7a00000700080000000000000a0\"", null)]
    [InlineData("UUID", "\"{0191d7a0-0000-7000-8000-00000000000a}\"", null)]
    [InlineData("JSON", "{\"a\":[1,2.50,\"x\",true,null]}", "{\"a\":[1,2.50,\"x\",true,null]}")]
    [InlineData("JSON", "\"x\"", "\"x\"")]
    [InlineData("Upload", "\"nowhere\"", null)]
    [InlineData("Upload", "1", null)]
    public void Values_are_coerced_and_written_back_or_refused(string name, string json, string? expected)
    {
        var scalar = Find(name);
        using var document = JsonDocument.Parse(json);

        if (expected is null)
        {
            var refusal = Assert.Throws<CoercionException>(() => scalar.ParseValue(document.RootElement, CoercionContext.Empty));
            Assert.StartsWith(name, refusal.Message, StringComparison.Ordinal);
            return;
        }

        var value = scalar.ParseValue(document.RootElement, CoercionContext.Empty)!;
        Assert.Equal(expected, Written.By(writer => scalar.Write(value, writer)));
    }

    [Theory]
    [InlineData("Long", "-5", "-5")]
    [InlineData("Long", "1.0", null)]
    [InlineData("Byte", "300", null)]
    [InlineData("Decimal", "1.25", "1.25")]
    [InlineData("Decimal", "\"1\"", null)]
    [InlineData("DateTime", "\"2026-11-20T19:30:00Z\"", "\"2026-11-20T19:30:00Z\"")]
    [InlineData("DateTime", "20261120", null)]
    [InlineData("Date", "\"2026-11-20\"", "\"2026-11-20\"")]
    [InlineData("UUID", "\"0191d7a0-0000-7000-8000-00000000000a\"", "\"0191d7a0-0000-7000-8000-00000000000a\"")]
    [InlineData("JSON", "{ a: [1, 2.5, \"x\", true, null, NAME] }", "{\"a\":[1,2.5,\"x\",true,null,\"NAME\"]}")]
    [InlineData("Upload", "\"file\"", null)]
    public void Literals_are_coerced_as_values_are(string name, string literal, string? expected)
    {
        var scalar = Find(name);
        var node = Parser.ParseConstValue(Source.From(literal));

        if (expected is null)
            Assert.Throws<CoercionException>(() => scalar.ParseLiteral(node));
        else
            Assert.Equal(expected, Written.By(writer => scalar.Write(scalar.ParseLiteral(node)!, writer)));
    }

    [Fact]
    public void An_upload_is_the_file_of_the_request()
    {
        var file = new UploadedFile("log.txt", null, "somewhere", 3);
        var context = new CoercionContext { Files = new Dictionary<string, UploadedFile> { ["0"] = file } };
        using var key = JsonDocument.Parse("\"0\"");

        Assert.Same(file, CommonScalars.Upload.ParseValue(key.RootElement, context));
    }

    [Fact]
    public void Every_instant_to_the_microsecond_comes_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<long>(),
        ArbMap.Default.ArbFor<int>(),
        (ticks, minutes) =>
        {
            var utc = new DateTime(Math.Abs(ticks % (DateTime.MaxValue.Ticks - (2 * TimeSpan.TicksPerDay))) / 10 * 10 + TimeSpan.TicksPerDay, DateTimeKind.Utc);
            var instant = new DateTimeOffset(utc).ToOffset(TimeSpan.FromMinutes(minutes % 840));
            using var written = JsonDocument.Parse(Written.By(writer => CommonScalars.DateTime.Write(instant, writer)));
            return instant == (DateTimeOffset)CommonScalars.DateTime.ParseValue(written.RootElement, CoercionContext.Empty)!;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Defaults_of_csharp_become_literals_that_read_back()
    {
        object[] values = [5L, (short)-3, (byte)7, 1.50m, 3m, new DateTimeOffset(2026, 11, 20, 19, 30, 0, TimeSpan.Zero), new DateOnly(2026, 11, 20), Guid.Empty];

        foreach (var value in values)
        {
            var scalar = CommonScalars.Bindings.First(item => item.Type == value.GetType()).Scalar;
            Assert.Equal(value, scalar.ParseLiteral(scalar.ToLiteral(value)));
        }
    }

    private static ScalarType Find(string name) => CommonScalars.Bindings.First(item => item.Scalar.Name == name).Scalar;
}
