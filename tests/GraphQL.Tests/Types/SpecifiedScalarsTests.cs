using System.Globalization;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types;

public sealed class SpecifiedScalarsTests
{
    [Theory]
    [InlineData("Int", "1", "1")]
    [InlineData("Int", "-2147483648", "-2147483648")]
    [InlineData("Int", "-0", "0")]
    [InlineData("Float", "1", "1")]
    [InlineData("Float", "-1.5e3", "-1500")]
    [InlineData("String", "\"a\\u00e9\"", "a\u00e9")]
    [InlineData("String", "\"\"", "")]
    [InlineData("Boolean", "true", "True")]
    [InlineData("ID", "\"a b\"", "a b")]
    [InlineData("ID", "12345678901234567890", "12345678901234567890")]
    [InlineData("Int", "2147483648", null)]
    [InlineData("Int", "1.0", null)]
    [InlineData("Int", "\"1\"", null)]
    [InlineData("Float", "1e400", null)]
    [InlineData("Float", "\"1\"", null)]
    [InlineData("String", "1", null)]
    [InlineData("String", "A", null)]
    [InlineData("Boolean", "1", null)]
    [InlineData("ID", "1.5", null)]
    [InlineData("ID", "true", null)]
    public void Literals_are_coerced_or_refused(string scalar, string literal, string? expected) =>
        Check(() => Find(scalar).ParseLiteral(Literal(literal)), expected);

    [Theory]
    [InlineData("Int", "1", "1")]
    [InlineData("Int", "1.0", "1")]
    [InlineData("Int", "2e3", "2000")]
    [InlineData("Int", "2147483647", "2147483647")]
    [InlineData("Float", "1", "1")]
    [InlineData("Float", "0.1", "0.1")]
    [InlineData("String", "\"a\"", "a")]
    [InlineData("Boolean", "false", "False")]
    [InlineData("ID", "\"1\"", "1")]
    [InlineData("ID", "1", "1")]
    [InlineData("ID", "1.0", "1")]
    [InlineData("ID", "12345678901234567890", "12345678901234567890")]
    [InlineData("Int", "1.5", null)]
    [InlineData("Int", "1e400", null)]
    [InlineData("Int", "-2147483649", null)]
    [InlineData("Int", "\"1\"", null)]
    [InlineData("Int", "true", null)]
    [InlineData("Float", "\"1\"", null)]
    [InlineData("Float", "1e400", null)]
    [InlineData("String", "1", null)]
    [InlineData("String", "{}", null)]
    [InlineData("Boolean", "\"true\"", null)]
    [InlineData("Boolean", "0", null)]
    [InlineData("ID", "1.5", null)]
    [InlineData("ID", "[1]", null)]
    public void Variables_are_coerced_or_refused(string scalar, string json, string? expected)
    {
        using var document = JsonDocument.Parse(json);
        Check(() => Find(scalar).ParseValue(document.RootElement, CoercionContext.Empty), expected);
    }

    public static TheoryData<string, object, string?> Results { get; } = new()
    {
        { "Int", 1, "1" },
        { "Int", (short)-1, "-1" },
        { "Int", 3L, "3" },
        { "Int", 2.0, "2" },
        { "Int", 2m, "2" },
        { "Int", "4", "4" },
        { "Int", 3_000_000_000L, null },
        { "Int", uint.MaxValue, null },
        { "Int", 2.5, null },
        { "Int", double.NaN, null },
        { "Int", "four", null },
        { "Int", true, null },
        { "Float", 1.5, "1.5" },
        { "Float", 0.1f, "0.1" },
        { "Float", 1, "1" },
        { "Float", 1.25m, "1.25" },
        { "Float", double.PositiveInfinity, null },
        { "Float", double.NaN, null },
        { "Float", "x", null },
        { "String", "a", "\"a\"" },
        { "String", 'a', "\"a\"" },
        { "String", true, "\"true\"" },
        { "String", 1, "\"1\"" },
        { "String", new Uri[1], null },
        { "Boolean", true, "true" },
        { "Boolean", 1, null },
        { "Boolean", "true", null },
        { "ID", "a", "\"a\"" },
        { "ID", 12, "\"12\"" },
        { "ID", Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"" },
        { "ID", 1.5, null },
        { "ID", true, null },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Results_are_written_or_refused(string scalar, object value, string? expected) =>
        Check(
            () => Written.By(writer => Find(scalar).Write(value, writer)),
            expected);

    [Theory]
    [InlineData("Int", 5, "5")]
    [InlineData("Float", 5.0, "5")]
    [InlineData("Float", 5.25, "5.25")]
    [InlineData("Float", 1e300, "1E+300")]
    [InlineData("String", "say \"no\"\n", "\"say \\\"no\\\"\\n\"")]
    [InlineData("Boolean", false, "false")]
    [InlineData("ID", "12", "12")]
    [InlineData("ID", "012", "\"012\"")]
    [InlineData("ID", "abc", "\"abc\"")]
    public void Default_values_become_literals_that_mean_the_same(string scalar, object value, string expected)
    {
        var literal = Find(scalar).ToLiteral(value);
        var field = new InputValue { Name = "a", Type = Find(scalar), DefaultValue = literal };
        Assert.Equal(expected, Introspect(field));
        Assert.Equal(value, Convert.ChangeType(Find(scalar).ParseLiteral(Literal(expected)), value.GetType(), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_refusal_repeats_the_value_but_not_all_of_a_long_one()
    {
        var refused = Assert.Throws<CoercionException>(() => SpecifiedScalars.Int.ParseLiteral(new StringValue { Text = "many" }));
        Assert.Contains("\"many\"", refused.Message, StringComparison.Ordinal);

        var longList = new ListValue { Items = [.. Enumerable.Repeat(0, 10_000).Select(_ => (Value)new IntValue { Text = "12345" })] };
        Assert.InRange(Assert.Throws<CoercionException>(() => SpecifiedScalars.Boolean.ParseLiteral(longList)).Message.Length, 100, 200);

        using var json = JsonDocument.Parse($"\"{new string('x', 10_000)}\"");
        Assert.InRange(Assert.Throws<CoercionException>(() => SpecifiedScalars.Int.ParseValue(json.RootElement, CoercionContext.Empty)).Message.Length, 100, 200);
    }

    private static void Check(Func<object?> coerce, string? expected)
    {
        if (expected is null)
            Assert.NotEmpty(Assert.Throws<CoercionException>(() => coerce()).Message);
        else
            Assert.Equal(expected, Convert.ToString(coerce(), CultureInfo.InvariantCulture));
    }

    private static string Introspect(InputValue value)
    {
        var resolver = (FieldResolver.Synchronous)IntrospectionTypes.InputValue.FindField("defaultValue")!.Resolver!;
        return (string)resolver.Invoke(ResolverCalls.ContextOf(IntrospectionTypes.InputValue, "defaultValue", value))!;
    }

    private static ScalarType Find(string name) => SpecifiedScalars.Find(name)!;

    private static Value Literal(string text) => Parser.ParseConstValue(Source.From(text));
}
