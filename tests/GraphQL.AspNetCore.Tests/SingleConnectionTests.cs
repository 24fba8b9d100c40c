using System.Text;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

/// <summary>The single-connection mode of GraphQL over Server-Sent Events; npm's graphql-sse drives it in its own tests.</summary>
public sealed class SingleConnectionTests
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";

    [Fact]
    public async Task Results_of_many_operations_come_by_one_stream()
    {
        await using var host = await GraphQLHost.StartAsync();
        var token = await ReserveAsync(host);
        using var stream = await OpenAsync(host, token);

        var accepted = new[]
        {
            await ExecuteAsync(host, token, """{"query":"{ hello }","extensions":{"operationId":"q"}}"""),
            await ExecuteAsync(host, token, """{"query":"mutation { count }","extensions":{"operationId":"m\""}}"""),
            await ExecuteAsync(host, token, """{"query":"subscription { countTo(to: 2) }","extensions":{"operationId":"s"}}"""),
        };

        Assert.All(accepted, answer => Assert.Equal((202, ""), (answer.Status, answer.Text)));
        var text = await stream.ReadUntilAsync(text => Count(text, "event: complete") == 3);
        Assert.Contains("""data: {"id":"q","payload":{"data":{"hello":"world"}}}""", text);
        Assert.Contains("""data: {"id":"m\u0022","payload":{"data":{"count":1}}}""", text);
        Assert.Contains("""data: {"id":"s","payload":{"data":{"countTo":2}}}""", text);
        Assert.Contains("event: complete\ndata: {\"id\":\"s\"}\n\n", text);
        Assert.Equal(["1", "2", "3", "4"], text.Split('\n').Where(line => line.StartsWith("id: ", StringComparison.Ordinal)).Select(line => line[4..]));
    }

    [Fact]
    public async Task An_operation_that_comes_before_the_stream_waits_for_it()
    {
        await using var host = await GraphQLHost.StartAsync();
        var token = await ReserveAsync(host);

        Assert.Equal(202, (await ExecuteAsync(host, token, """{"query":"{ hello }","extensions":{"operationId":"q"}}""")).Status);
        Assert.Equal(202, (await ExecuteAsync(host, token, """{"query":"{ nothing }","extensions":{"operationId":"f"}}""")).Status);
        using var stream = await OpenAsync(host, token, asParameter: true);

        var text = await stream.ReadUntilAsync(text => Count(text, "event: complete") == 2);
        Assert.Contains("""{"id":"q","payload":{"data":{"hello":"world"}}}""", text);
        Assert.Contains("VALIDATION_FAILED", text);
    }

    [Fact]
    public async Task An_operation_is_ended_by_its_id()
    {
        await using var host = await GraphQLHost.StartAsync();
        var token = await ReserveAsync(host);
        using var stream = await OpenAsync(host, token);
        await ExecuteAsync(host, token, """{"query":"subscription { silence }","extensions":{"operationId":"s"}}""");
        await GraphQLHost.EventuallyAsync(() => host.Schema.Streams.Open == 1, "the subscription opens");

        Assert.Equal(200, (await EndAsync(host, token, "s")).Status);
        Assert.Equal(200, (await EndAsync(host, token, "s")).Status);

        await stream.ReadUntilAsync(text => text.Contains("event: complete\ndata: {\"id\":\"s\"}", StringComparison.Ordinal));
        Assert.Equal(0, host.Schema.Streams.Open);
        Assert.Equal(202, (await ExecuteAsync(host, token, """{"query":"{ hello }","extensions":{"operationId":"s"}}""")).Status);
    }

    [Theory]
    [InlineData("""{"query":"{","extensions":{"operationId":"1"}}""", 400, "SYNTAX_ERROR")]
    [InlineData("""{"query":"{ nothing }","extensions":{"operationId":"1"}}""", 400, "VALIDATION_FAILED")]
    [InlineData("""{"query":"query ($n: String!) { hello(name: $n) }","extensions":{"operationId":"1"}}""", 400, "BAD_VARIABLE")]
    [InlineData("""{"query":"{ hello }"}""", 400, "BAD_REQUEST")]
    [InlineData("""{"query":"{ hello }","extensions":{"operationId":""}}""", 400, "BAD_REQUEST")]
    [InlineData("{", 400, "BAD_REQUEST")]
    [InlineData("""{"query":"{ hello }","extensions":{"operationId":"silence"}}""", 409, "BAD_REQUEST")]
    public async Task A_faulty_operation_is_refused_by_its_own_answer(string body, int status, string code)
    {
        await using var host = await GraphQLHost.StartAsync();
        var token = await ReserveAsync(host);
        using var stream = await OpenAsync(host, token);
        await ExecuteAsync(host, token, """{"query":"subscription { silence }","extensions":{"operationId":"silence"}}""");

        var answer = await ExecuteAsync(host, token, body, Requests.GraphQLResponse);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(202, (await ExecuteAsync(host, token, """{"query":"{ hello }","extensions":{"operationId":"1"}}""")).Status);
    }

    [Fact]
    public async Task A_token_opens_one_stream_and_once()
    {
        await using var host = await GraphQLHost.StartAsync();
        var token = await ReserveAsync(host);
        using (await OpenAsync(host, token))
        {
            Assert.Equal(409, (await host.Client.AskAsync(WithToken(HttpMethod.Get, token), StreamRequests.EventStream)).Status);
            await ExecuteAsync(host, token, """{"query":"subscription { silence }","extensions":{"operationId":"s"}}""");
            await GraphQLHost.EventuallyAsync(() => host.Schema.Streams.Open == 1, "the subscription opens");
        }

        await GraphQLHost.EventuallyAsync(() => host.Schema.Streams.Open == 0, "its operations end with the stream");
        foreach (var request in (HttpRequestMessage[])[WithToken(HttpMethod.Get, token), WithToken(HttpMethod.Delete, token, "?operationId=s")])
            Assert.Equal(404, (await host.Client.AskAsync(request, StreamRequests.EventStream)).Status);
    }

    [Theory]
    [InlineData("no such token")]
    [InlineData("")]
    public async Task Without_a_token_that_was_given_there_is_nothing(string token)
    {
        await using var host = await GraphQLHost.StartAsync();

        Assert.Equal(404, (await EndAsync(host, token, "s")).Status);
        if (token.Length > 0)
            Assert.Equal(404, (await ExecuteAsync(host, token, """{"query":"mutation { count }","extensions":{"operationId":"1"}}""")).Status);
        Assert.Equal(0, host.Schema.Count);
    }

    [Fact]
    public async Task A_token_serves_nobody_but_the_caller_it_was_given_to()
    {
        await using var host = await GraphQLHost.StartAsync(options =>
            options.SingleConnection.Caller = context => context.Request.Headers["X-Caller"].ToString());
        var token = await ReserveAsync(host, "one");

        Assert.Equal(404, (await host.Client.AskAsync(As("two", WithToken(HttpMethod.Get, token)), StreamRequests.EventStream)).Status);
        using var stream = await host.Client.OpenAsync(As("one", WithToken(HttpMethod.Get, token)), StreamRequests.EventStream);
        Assert.Equal(200, (int)stream.Response.StatusCode);
    }

    [Fact]
    public async Task A_stream_that_nobody_opens_is_given_up()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.SingleConnection.ReservationTimeout = TimeSpan.FromMilliseconds(50));
        var token = await ReserveAsync(host);

        for (var status = 400; status != 404;)
            status = (await ExecuteAsync(host, token, "{}")).Status;
    }

    [Fact]
    public async Task Reservations_are_bounded_for_each_caller_and_for_all()
    {
        await using var host = await GraphQLHost.StartAsync(options =>
        {
            options.SingleConnection.MaxStreams = 5;
            options.SingleConnection.MaxStreamsPerCaller = 3;
            options.SingleConnection.Caller = context => context.Request.Headers["X-Caller"].ToString();
        });

        var statuses = new List<int>();
        foreach (var caller in (string[])["a", "a", "a", "a", "b", "b", "b", "c"])
            statuses.Add((await host.Client.AskAsync(As(caller, new HttpRequestMessage(HttpMethod.Put, "/graphql")))).Status);

        Assert.Equal([201, 201, 201, 429, 201, 201, 429, 429], statuses);
    }

    [Fact]
    public async Task Operations_are_bounded_for_each_stream()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.SingleConnection.MaxOperations = 2);
        var token = await ReserveAsync(host);
        using var stream = await OpenAsync(host, token);

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
            statuses.Add((await ExecuteAsync(host, token, $$$"""{"query":"subscription { silence }","extensions":{"operationId":{{{i}}}}}""")).Status);

        Assert.Equal([202, 202, 429, 429], statuses);
    }

    [Fact]
    public async Task A_token_as_long_as_headers_may_be_is_just_another_unknown_one()
    {
        await using var host = await GraphQLHost.StartAsync();

        Assert.Equal(404, (await EndAsync(host, new string('x', 20_000), "s")).Status);
    }

    [Fact]
    public async Task A_server_that_stops_ends_the_stream_but_calls_no_operation_complete()
    {
        var host = await GraphQLHost.StartAsync();
        var token = await ReserveAsync(host);
        using var stream = await OpenAsync(host, token);
        await ExecuteAsync(host, token, """{"query":"subscription { silence }","extensions":{"operationId":"s"}}""");
        await GraphQLHost.EventuallyAsync(() => host.Schema.Streams.Open == 1, "the subscription opens");

        await host.StopAsync();

        Assert.DoesNotContain("complete", await stream.ReadToEndAsync());
        Assert.Equal(0, host.Schema.Streams.Open);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Switched_off_the_mode_is_not_there()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.SingleConnection.Enabled = false);

        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Delete])
        {
            var answer = await host.Client.AskAsync(new HttpRequestMessage(method, "/graphql"));
            Assert.Equal(405, answer.Status);
            Assert.Equal(["GET", "POST"], answer.Response.Content.Headers.Allow);
        }
    }

    private static async Task<string> ReserveAsync(GraphQLHost host, string caller = "")
    {
        var answer = await host.Client.AskAsync(As(caller, new HttpRequestMessage(HttpMethod.Put, "/graphql")));
        Assert.Equal((201, "text/plain; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.InRange(answer.Text.Length, 43, 100);
        return answer.Text;
    }

    private static async Task<OpenStream> OpenAsync(GraphQLHost host, string token, bool asParameter = false)
    {
        var request = asParameter ? new HttpRequestMessage(HttpMethod.Get, $"/graphql?token={token}") : WithToken(HttpMethod.Get, token);
        var stream = await host.Client.OpenAsync(request, StreamRequests.EventStream);
        Assert.Equal(200, (int)stream.Response.StatusCode);
        return stream;
    }

    private static Task<Answer> ExecuteAsync(GraphQLHost host, string token, string body, string? accept = null)
    {
        var request = WithToken(HttpMethod.Post, token);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return host.Client.AskAsync(request, accept);
    }

    private static Task<Answer> EndAsync(GraphQLHost host, string token, string operationId) =>
        host.Client.AskAsync(WithToken(HttpMethod.Delete, token, $"?operationId={operationId}"));

    private static HttpRequestMessage WithToken(HttpMethod method, string token, string parameters = "")
    {
        var request = new HttpRequestMessage(method, $"/graphql{parameters}");
        request.Headers.TryAddWithoutValidation(TokenHeader, token);
        return request;
    }

    private static HttpRequestMessage As(string caller, HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("X-Caller", caller);
        return request;
    }

    private static int Count(string text, string what) => text.Split(what).Length - 1;
}
