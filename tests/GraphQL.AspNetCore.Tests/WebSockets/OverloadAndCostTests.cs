using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>What a server that is full says over a socket, and what an operation costs.</summary>
public sealed class OverloadAndCostTests
{
    public static TheoryData<string, string, string> Subprotocols { get; } = new()
    {
        { TestSocket.TransportWs, "subscribe", "next" },
        { TestSocket.Legacy, "start", "data" },
    };

    [Theory]
    [MemberData(nameof(Subprotocols))]
    public async Task An_operation_that_finds_no_place_is_refused_and_the_socket_goes_on(string subprotocol, string start, string next)
    {
        await using var host = await SocketHost.StartAsync(options =>
        {
            options.Concurrency.MaxExecutions = 1;
            options.Concurrency.MaxWaiting = 0;
        });
        using var socket = await host.InitialiseAsync(subprotocol);
        await socket.SendAsync(Start(start, "1", "{ wait }"));
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 1, "a query holds the place");
        foreach (var document in (string[])["{ hello }", "mutation { count }", "subscription { silent }"])
        {
            await socket.SendAsync(Start(start, "2", document));
            var refusal = await socket.ReceiveJsonAsync();
            Assert.Equal("error", refusal.GetProperty("type").GetString());
            Assert.Equal("2", refusal.GetProperty("id").GetString());
            Assert.Contains($"\"{ErrorCodes.Overloaded}\"", refusal.GetRawText(), StringComparison.Ordinal);
        }

        Assert.Equal(0, host.Schema.Mutations);
        host.Schema.Released.SetResult();
        await socket.ExpectAsync($"{{\"id\":\"1\",\"type\":\"{next}\",\"payload\":{{\"data\":{{\"wait\":\"waited\"}}}}}}");
        await socket.ExpectAsync("""{"id":"1","type":"complete"}""");
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task Subscriptions_that_wait_for_events_hold_no_place()
    {
        await using var host = await SocketHost.StartAsync(options =>
        {
            options.Concurrency.MaxExecutions = 1;
            options.Concurrency.MaxWaiting = 0;
        });
        using var socket = await host.InitialiseAsync();
        for (var i = 1; i <= 3; i++)
        {
            await socket.SendAsync(Start("subscribe", $"{i}", "subscription { silent }"));
            await GraphQLHost.EventuallyAsync(() => host.Schema.Open == i, "it is open");
        }

        await socket.SendAsync(Start("subscribe", "query", "{ hello }"));
        await socket.ExpectAsync(TransportWsTests.Next("query", "\"hello\":\"world\""));
    }

    [Theory]
    [MemberData(nameof(Subprotocols))]
    public async Task A_header_of_the_handshake_asks_for_the_cost_of_every_operation(string subprotocol, string start, string next)
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.OpenAsync(subprotocol, ("GraphQL-Cost", "report"));
        await InitialiseAsync(socket, subprotocol);
        await socket.SendAsync(Start(start, "1", "{ hello }"));
        var report = await socket.ReceiveJsonAsync();
        Assert.Equal(next, report.GetProperty("type").GetString());
        Assert.Equal("world", report.GetProperty("payload").GetProperty("data").GetProperty("hello").GetString());
        Assert.True(report.GetProperty("payload").GetProperty("extensions").TryGetProperty("operationCost", out _));
    }

    [Theory]
    [MemberData(nameof(Subprotocols))]
    public async Task An_operation_that_is_only_priced_gives_its_cost_and_completes(string subprotocol, string start, string next)
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.OpenAsync(subprotocol, ("GraphQL-Cost", "validate"));
        await InitialiseAsync(socket, subprotocol);
        foreach (var document in (string[])["mutation { count }", "subscription { silent }"])
        {
            await socket.SendAsync(Start(start, "1", document));
            var price = await socket.ReceiveJsonAsync();
            Assert.Equal(next, price.GetProperty("type").GetString());
            Assert.Equal(["extensions"], price.GetProperty("payload").EnumerateObject().Select(static member => member.Name));
            await socket.ExpectAsync("""{"id":"1","type":"complete"}""");
        }

        Assert.Equal(0, host.Schema.Mutations + host.Schema.Open);
        Assert.Empty(host.Errors);
    }

    private static string Start(string type, string id, string document) =>
        $$$"""{"id":"{{{id}}}","type":"{{{type}}}","payload":{"query":"{{{document}}}"}}""";

    private static async Task InitialiseAsync(TestSocket socket, string subprotocol)
    {
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ExpectAsync("""{"type":"connection_ack"}""");
        if (subprotocol == TestSocket.Legacy)
            await socket.ExpectAsync("""{"type":"ka"}""");
    }
}
