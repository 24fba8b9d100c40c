using FsCheck;
using FsCheck.Fluent;
using GraphQL.Subscriptions;
using Xunit;

namespace GraphQL.Tests.Subscriptions;

public sealed class TopicTests
{
    [Theory]
    [InlineData("Order_{a}_{b}", new object?[] { 42, "x-1" }, "Order_42_x-1")]
    [InlineData("Order_{a}", new object?[] { "a_b" }, "Order_a%5Fb")]
    [InlineData("Order_{a}", new object?[] { null }, "Order_%~")]
    [InlineData("Order_{a}", new object?[] { "%~" }, "Order_%25%7E")]
    [InlineData("Order_{a}", new object?[] { "" }, "Order_")]
    [InlineData("{a}/{b}!", new object?[] { true, "ä" }, "true/%C3%A4!")]
    [InlineData("{a}", new object?[] { DayOfWeek.Friday }, "Friday")]
    [InlineData("plain", new object?[] { }, "plain")]
    public void A_name_is_made_of_values(string template, object?[] values, string name) => Assert.Equal(name, Topic.Name(template, values));

    [Fact]
    public void Ids_and_dates_have_one_name_in_every_culture()
    {
        Assert.Equal("_00000000-0000-0000-0000-000000000001", Topic.Name("_{id}", new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)));
        Assert.Equal("_2026-11-20T00%3A00%3A00%2E0000000%2B00%3A00", Topic.Name("_{at}", new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("_-1%2E5", Topic.Name("_{n}", -1.5m));
    }

    [Fact]
    public void Different_values_never_have_one_name()
    {
        // texts of the few characters that could be mistaken for others.
        var text = Gen.Elements('_', '%', '~', '2', '5', 'F', 'a', 'ä', '{', '\0').ListOf().Select(static characters => string.Concat(characters));
        var texts = Gen.Zip(Gen.Zip(text, text), Gen.Zip(text, text)).ToArbitrary();
        Prop.ForAll(texts, static pairs =>
            {
                var ((a, b), (c, d)) = pairs;
                return ((a, b) == (c, d)) == (Topic.Name("T_{x}_{y}", a, b) == Topic.Name("T_{x}_{y}", c, d));
            })
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a{")]
    [InlineData("a}")]
    [InlineData("a{}")]
    [InlineData("a{b{c}}")]
    [InlineData("{a}{b}")]
    [InlineData("{a}x-1{b}")]
    public void A_template_that_could_mean_two_things_is_refused(string template) =>
        Assert.Throws<ArgumentException>(() => Topic.Name(template, "1", "2"));

    [Fact]
    public void Values_without_a_text_of_their_own_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Topic.Name("a_{b}", new object()));
        Assert.ThrowsAny<ArgumentException>(() => Topic.Name("a_{b}", "\ud800"));
        Assert.Throws<ArgumentException>(() => Topic.Name("a_{b}"));
    }
}
