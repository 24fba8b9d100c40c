using GraphQL.AspNetCore.Tests.Hostile;
using GraphQL.AspNetCore.Tests.Infrastructure;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.Tests;

/// <summary>How many requests run at once, what the rest is told, and what a request is told of its cost.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Those_beyond_the_places_wait_and_those_beyond_the_queue_are_refused()
    {
        await using var host = await HostileHost.StartAsync(options =>
        {
            options.Concurrency.MaxExecutions = 2;
            options.Concurrency.MaxWaiting = 1;
            options.Concurrency.MaxWait = TimeSpan.FromMinutes(1);
            options.Concurrency.RetryAfter = TimeSpan.FromSeconds(7);
        });
        var running = new[] { host.AskAsync("{ wait }"), host.AskAsync("{ wait }") };
        await GraphQLHost.EventuallyAsync(() => host.Door.Waiting == 2, "two requests hold the places");
        var others = Enumerable.Range(0, 3).Select(_ => host.AskAsync("{ echo(text: \"a\") }")).ToList();

        var refused = await await Task.WhenAny(others);
        Assert.Equal(503, refused.Status);
        Assert.Equal("OVERLOADED", refused.Code);
        Assert.Equal(TimeSpan.FromSeconds(7), refused.Response.Headers.RetryAfter!.Delta);

        // the last of them must have come before a place is free
        await GraphQLHost.EventuallyAsync(() => others.Count(static other => other.IsCompleted) == 2, "two are refused");
        host.Door.Open();
        Assert.Equal([200, 503, 503], (await Task.WhenAll(others)).Select(static answer => answer.Status).Order());
        Assert.All(await Task.WhenAll(running), static answer => Assert.Equal(200, answer.Status));
        Assert.Equal(200, (await host.AskAsync("{ echo }")).Status);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_ends_in_a_refusal()
    {
        await using var host = await HostileHost.StartAsync(options =>
        {
            options.Concurrency.MaxExecutions = 1;
            options.Concurrency.MaxWait = TimeSpan.FromMilliseconds(20);
        });
        var running = host.AskAsync("{ wait }");
        await GraphQLHost.EventuallyAsync(() => host.Door.Waiting == 1, "a request holds the place");
        Assert.Equal("OVERLOADED", (await host.AskAsync("{ echo }")).Code);
        host.Door.Open();
        Assert.Equal(200, (await running).Status);
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_its_place()
    {
        await using var host = await HostileHost.StartAsync(options => options.Concurrency.MaxExecutions = 1);
        using var gone = new CancellationTokenSource();
        var running = host.Client.PostAsync(new Uri(host.Address, "/graphql"), new StringContent("{\"query\":\"{ wait }\"}", null, Requests.Json), gone.Token);
        await GraphQLHost.EventuallyAsync(() => host.Door.Waiting == 1, "a request holds the place");
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await GraphQLHost.EventuallyAsync(() => host.Door.Waiting == 0, "the resolver has heard of it");
        Assert.Equal(200, (await host.AskAsync("{ echo }")).Status);
    }

    [Theory]
    [InlineData(StreamRequests.EventStream, 200)]
    [InlineData($"{Requests.GraphQLResponse}, {StreamRequests.EventStream}", 503)]
    [InlineData("multipart/mixed;subscriptionSpec=\"1.0\", application/json", 503)]
    public async Task Clients_that_read_streams_are_told_too(string accept, int status)
    {
        await using var host = await HostileHost.StartAsync(options =>
        {
            options.Concurrency.MaxExecutions = 1;
            options.Concurrency.MaxWaiting = 0;
        });
        var running = host.AskAsync("{ wait }");
        await GraphQLHost.EventuallyAsync(() => host.Door.Waiting == 1, "a request holds the place");
        using var stream = await host.Client.OpenAsync("""{"query":"subscription { never }"}""", accept);
        Assert.Equal(status, (int)stream.Response.StatusCode);
        var text = await stream.ReadToEndAsync();
        Assert.Contains("\"OVERLOADED\"", text, StringComparison.Ordinal);
        // whoever reads events alone learns of the end too
        Assert.Equal(status == 200, text.Contains("event: complete", StringComparison.Ordinal));
        host.Door.Open();
        Assert.Equal(200, (await running).Status);
    }

    [Fact]
    public async Task A_subscription_that_waits_for_events_holds_no_place()
    {
        await using var host = await HostileHost.StartAsync(options => options.Concurrency.MaxExecutions = 1);
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{\"query\":\"subscription { never }\"}", null, Requests.Json) };
        request.Headers.Add("Accept", "text/event-stream");
        var following = host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await GraphQLHost.EventuallyAsync(() => host.Door.Waiting == 1, "the subscription is open");
        Assert.Equal(200, (await host.AskAsync("{ echo }")).Status);
        host.Door.Open();
        using var response = await following;
        Assert.Contains("\"never\":1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report", """{"data":{"thing":{"id":1}},"extensions":{"operationCost":{"fieldCost":1,"typeCost":2}}}""")]
    [InlineData("VALIDATE", """{"extensions":{"operationCost":{"fieldCost":1,"typeCost":2}}}""")]
    [InlineData("other", """{"data":{"thing":{"id":1}}}""")]
    public async Task A_header_asks_for_the_cost(string mode, string expected)
    {
        await using var host = await HostileHost.StartAsync();
        var answer = await host.AskAsync("{ thing { id } }", null, ("GraphQL-Cost", mode));
        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, answer.Text);
    }

    [Fact]
    public async Task A_header_does_not_lift_the_limit()
    {
        await using var host = await HostileHost.StartAsync();
        foreach (var mode in (string[])["report", "validate"])
        {
            var answer = await host.AskAsync("{ things(first: 1000000) { id } }", null, ("GraphQL-Cost", mode));
            Assert.Equal(400, answer.Status);
            Assert.Equal("COST_EXCEEDED", answer.Code);
            Assert.Equal(1_000_001, answer.Json.GetProperty("extensions").GetProperty("operationCost").GetProperty("typeCost").GetInt32());
        }
    }

    [Theory]
    [InlineData("{ __schema { queryType { name } } }", true)]
    [InlineData("{ ...A } fragment A on Query { t: __type(name: \"Thing\") { name } }", true)]
    [InlineData("{ __typename }", false)]
    public async Task Introspection_is_a_switch_by_request(string document, bool isIntrospection)
    {
        await using var host = await HostileHost.StartAsync(
            options => options.AllowIntrospection = static context => context.Request.Headers.ContainsKey("X-Developer"));
        var answer = await host.AskAsync(document);
        Assert.Equal(isIntrospection ? 400 : 200, answer.Status);
        if (isIntrospection)
            Assert.Equal("INTROSPECTION_DISABLED", answer.Code);
        Assert.Equal(200, (await host.AskAsync(document, null, ("X-Developer", "1"))).Status);

        await using var closed = await HostileHost.StartAsync(execution: new RequestExecutorOptions { AllowIntrospection = false });
        Assert.Equal(isIntrospection ? 400 : 200, (await closed.AskAsync(document)).Status);
    }
}
