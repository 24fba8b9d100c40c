using System.Text.Json;
using GraphQL.Execution;
using Xunit;

namespace GraphQL.Tests.Execution;

public sealed class ExtensionTests
{
    private readonly Api _api = new Api("type Query { plain: Int extended: Int later: Int broken: Int }")
        .With("Query.plain", static _ => 1)
        .With("Query.extended", static context =>
        {
            context.Extend("trace", new Dictionary<string, object?> { ["steps"] = new object?[] { 1, "two", null, true, 1.5m } });
            return 2;
        })
        .WithAsync("Query.later", static async context =>
        {
            await Task.Yield();
            context.Extend("later", "yes");
            return 3;
        })
        .With("Query.broken", static context =>
        {
            context.Extend("broken", Enumerable.Range(0, 1).Select(static _ => (object)(1 / int.Parse("0", provider: null))));
            return 4;
        });

    [Theory]
    [InlineData("{ plain }", """{"data":{"plain":1}}""")]
    [InlineData("{ extended }", """{"data":{"extended":2},"extensions":{"trace":{"steps":[1,"two",null,true,1.5]}}}""")]
    [InlineData("{ later }", """{"data":{"later":3},"extensions":{"later":"yes"}}""")]
    public async Task What_a_resolver_adds_stands_behind_the_data(string document, string expected) =>
        Assert.Equal(expected, await _api.RunAsync(document));

    [Fact]
    public async Task A_value_that_cannot_be_written_costs_only_itself()
    {
        var answer = JsonDocument.Parse(await _api.RunAsync("{ broken extended }")).RootElement;
        Assert.Equal(4, answer.GetProperty("data").GetProperty("broken").GetInt32());
        Assert.Equal("trace", Assert.Single(answer.GetProperty("extensions").EnumerateObject().ToArray()).Name);
    }

    [Fact]
    public async Task Whoever_holds_the_result_adds_and_replaces_members()
    {
        using var result = await _api.ExecuteAsync("{ extended }");
        result.Extend("trace", 1);
        result.Extend("cost", new Dictionary<string, object?> { ["fieldCost"] = 7 });
        Assert.Equal("""{"data":{"extended":2},"extensions":{"trace":1,"cost":{"fieldCost":7}}}""", result.ToString());
        Assert.Equal(result.Length, result.ToArray().Length);
    }

    [Fact]
    public async Task A_refusal_is_extended_too()
    {
        using var result = await _api.ExecuteAsync("{ nothing }");
        result.Extend("cost", 7);
        var answer = JsonDocument.Parse(result.ToString()).RootElement;
        Assert.Equal(["errors", "extensions"], answer.EnumerateObject().Select(static member => member.Name));
    }

    [Fact]
    public async Task What_is_too_long_in_its_parts_is_left_out_and_named()
    {
        using var result = await _api.ExecuteAsync("{ plain }");
        result.Extend("long", Enumerable.Repeat(new KeyValuePair<string, object?>[] { new("text", new string('x', 4_097)) }, 200).ToList());
        Assert.Equal("""{"data":{"plain":1},"extensions":{"omitted":["long"]}}""", result.ToString());
    }

    [Theory]
    [InlineData(ExecutionResult.MaxExtensionBytes + 1)]
    [InlineData(ExecutionResult.MaxExtensionBytes * 20)]
    public async Task What_is_too_long_is_left_out_and_named(int length)
    {
        using var result = await _api.ExecuteAsync("{ plain }");
        result.Extend("short", "s");
        result.Extend("long", new string('x', length));
        result.Extend("last", 1);
        Assert.Equal("""{"data":{"plain":1},"extensions":{"short":"s","omitted":["long"],"last":1}}""", result.ToString());
    }
}
