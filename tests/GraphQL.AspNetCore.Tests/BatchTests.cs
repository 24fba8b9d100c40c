using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class BatchTests
{
    private const string Hello = """{"query":"{ hello }"}""";

    [Fact]
    public async Task An_array_is_answered_by_an_array_in_its_order()
    {
        await using var host = await StartAsync();
        var requests = Enumerable.Range(0, 20).Select(i => $$"""{"query":"{ {{(i % 2 == 0 ? "hello" : "later")}}(name: \"{{i}}\") }"}""");

        var answer = await host.Client.PostAsync($" \n[{string.Join(" , ", requests)}]");

        Assert.Equal(200, answer.Status);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), answer.Json.EnumerateArray().Select(result =>
            result.GetProperty("data").EnumerateObject().Single().Value.GetString()!));
    }

    [Fact]
    public async Task What_fails_in_one_request_is_told_in_its_place()
    {
        await using var host = await StartAsync();

        var answer = await host.Client.PostAsync(
            $$"""[{{Hello}},{"query":"{"},{"query":"{ nothing }"},{"query":"subscription { ticks }"},{"query":"{ fail }"},{"documentId":"none"}]""",
            Requests.GraphQLResponse);

        Assert.Equal((200, "application/graphql-response+json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(
            ["", "SYNTAX_ERROR", "VALIDATION_FAILED", "OPERATION_NOT_FOUND", "INTERNAL_SERVER_ERROR", "PERSISTED_QUERY_NOT_FOUND"],
            answer.Json.EnumerateArray().Select(result =>
                result.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString()! : ""));
    }

    [Theory]
    [InlineData("[]", "BAD_REQUEST")]
    [InlineData("[{}]", "BAD_REQUEST")]
    [InlineData("[7]", "BAD_REQUEST")]
    [InlineData("[[{\"query\":\"{ hello }\"}]]", "BAD_REQUEST")]
    [InlineData("[{\"query\":\"{ hello }\"}", "BAD_REQUEST")]
    [InlineData("[{\"query\":\"{ hello }\"}] x", "BAD_REQUEST")]
    [InlineData("[{\"query\":\"mutation { count }\"},7]", "BAD_REQUEST")]
    public async Task An_array_that_holds_anything_but_requests_is_refused_whole(string body, string code)
    {
        await using var host = await StartAsync();

        var answer = await host.Client.PostAsync(body);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Equal(0, host.Schema.Count);
    }

    [Theory]
    [InlineData(32, 200)]
    [InlineData(33, 400)]
    [InlineData(40_000, 400)]
    public async Task An_array_is_bounded(int count, int status)
    {
        await using var host = await StartAsync();

        var answer = await host.Client.PostAsync($"[{string.Join(',', Enumerable.Repeat(Hello, count))}]");

        Assert.Equal(status, answer.Status);
        if (status == 400)
            Assert.Equal("LIMIT_EXCEEDED", answer.Code);
    }

    private static Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(options => options.Batching.Enabled = true);
}
