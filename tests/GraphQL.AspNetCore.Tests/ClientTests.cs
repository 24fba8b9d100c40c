using System.Text.Json;
using GraphQL.AspNetCore.Tests.Infrastructure;
using Prerequisites;

namespace GraphQL.AspNetCore.Tests;

/// <summary>Clients that people use, from npm, against the real endpoint.</summary>
public sealed class ClientTests
{
    [NodeTheory]
    [InlineData("distinct")]
    [InlineData("single")]
    public async Task The_client_of_graphql_sse_works_in_both_modes(string mode)
    {
        await using var host = await GraphQLHost.StartAsync();

        var seen = await RunAsync(host, "clients/sse.mjs", mode);

        Expect(seen, "query", """[{"data":{"hello":"you"}}]""");
        Expect(seen, "mutation", """[{"data":{"count":1}}]""");
        Expect(seen, "subscription", """[{"data":{"countTo":1}},{"data":{"countTo":2}},{"data":{"countTo":3}}]""");
        Expect(
            seen,
            "atOnce",
            """
            [[{"data":{"countTo":1}}],[{"data":{"countTo":1}},{"data":{"countTo":2}}],[{"data":{"countTo":1}},{"data":{"countTo":2}},{"data":{"countTo":3}}]]
            """);
        // by the protocol an event where there is nothing but the stream, and an answer of its own where there is one
        Assert.Contains(mode == "single" ? "{\"status\":400}" : "VALIDATION_FAILED", seen.GetProperty("invalid").GetRawText());
        await GraphQLHost.EventuallyAsync(() => host.Schema.Streams.Open == 0, "what the client left ends");
    }

    [NodeFact]
    public async Task Apollo_Client_works()
    {
        await using var host = await GraphQLHost.StartAsync();

        var seen = await RunAsync(host, "clients/apollo.mjs");

        Expect(seen, "query", """{"data":{"hello":"you"},"codes":[]}""");
        Expect(seen, "partial", """{"data":{"hello":"world","fail":null},"codes":["INTERNAL_SERVER_ERROR"]}""");
        Expect(seen, "invalid", """{"codes":["VALIDATION_FAILED"]}""");
        Expect(seen, "mutation", """{"data":{"count":1}}""");
        Assert.Equal(["GET 200"], Requested(seen, "byGet"));
        Assert.Equal(["POST 400", "POST 200", "POST 200"], Requested(seen, "persisted"));
        Expect(seen.GetProperty("persisted"), "result", """[{"data":{"persisted":"world"},"codes":[]},{"data":{"persisted":"world"},"codes":[]}]""");
        Assert.Equal(["GET 400", "POST 200", "GET 200"], Requested(seen, "persistedByGet"));
        Expect(
            seen.GetProperty("subscription"),
            "result",
            """[{"data":{"countTo":1}},{"data":{"countTo":2}},{"data":{"countTo":3}}]""");
        Assert.Equal("multipart/mixed; boundary=\"graphql\"", TypeOf(seen, "subscription"));
        Assert.Contains("nothing", seen.GetProperty("invalidSubscription").GetRawText());
        foreach (var name in (string[])["defer", "deferByPath"])
        {
            Expect(
                seen.GetProperty(name),
                "result",
                """
                [
                  {"data":{"hello":"world"},"dataState":"streaming"},
                  {"data":{"hello":"world","later":"slow","__typename":"Query"},"dataState":"complete"}
                ]
                """);
            Assert.Equal("multipart/mixed; boundary=\"-\"", TypeOf(seen, name));
        }
    }

    [NodeFact]
    public async Task Urql_works()
    {
        await using var host = await GraphQLHost.StartAsync();

        var seen = await RunAsync(host, "clients/urql.mjs");

        Expect(seen.GetProperty("query"), "result", """{"data":{"hello":"you"},"errors":[],"hasNext":false}""");
        Assert.Equal("application/graphql-response+json; charset=utf-8", TypeOf(seen, "query"));
        Expect(seen, "partial", """{"data":{"hello":"world","fail":null},"errors":["INTERNAL_SERVER_ERROR"],"hasNext":false}""");
        Assert.Contains("VALIDATION_FAILED", seen.GetProperty("invalid").GetRawText());
        Assert.Equal(1, seen.GetProperty("mutation").GetProperty("data").GetProperty("count").GetInt32());
        Assert.StartsWith("note.txt text/plain 9 ", seen.GetProperty("upload").GetProperty("data").GetProperty("upload").GetString());
        Assert.Equal(["POST 400", "POST 200", "POST 200"], Requested(seen, "persisted"));
        Assert.Equal(["GET 400", "GET 200", "GET 200"], Requested(seen, "persistedByGet"));
        foreach (var (name, type) in (ReadOnlySpan<(string, string)>)[("subscription", "text/event-stream; charset=utf-8"), ("multipart", "multipart/mixed; boundary=\"-\"")])
        {
            Assert.Equal(type, TypeOf(seen, name));
            Assert.Equal([1, 2, 3], seen.GetProperty(name).GetProperty("result").EnumerateArray().Take(3)
                .Select(result => result.GetProperty("data").GetProperty("countTo").GetInt32()));
        }

        foreach (var (name, type, data) in (ReadOnlySpan<(string, string, string)>)
        [
            ("defer", "text/event-stream; charset=utf-8", """{"hello":"world","later":"slow"}"""),
            ("stream", "text/event-stream; charset=utf-8", """{"letters":["a","b","c"]}"""),
            ("deferByParts", "multipart/mixed; boundary=\"-\"", """{"hello":"world","later":"slow"}"""),
        ])
        {
            Assert.Equal(type, TypeOf(seen, name));
            Expect(seen.GetProperty(name).GetProperty("result").EnumerateArray().Last(), "data", data);
        }
    }

    private static async Task<JsonElement> RunAsync(GraphQLHost host, string script, params string[] arguments) =>
        JsonSerializer.Deserialize<JsonElement>(await NodeScript.RunAsync(script, [host.Endpoint.ToString(), .. arguments]));

    private static void Expect(JsonElement seen, string name, string json)
    {
        var value = seen.GetProperty(name);
        Assert.True(JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(json), value), $"{name} is {value.GetRawText()}");
    }

    private static IEnumerable<string> Requested(JsonElement seen, string name) =>
        seen.GetProperty(name).GetProperty("requests").EnumerateArray().Select(request => $"{request.GetProperty("method").GetString()} {request.GetProperty("status")}");

    private static string? TypeOf(JsonElement seen, string name) =>
        seen.GetProperty(name).GetProperty("requests").EnumerateArray().Last().GetProperty("type").GetString();
}
