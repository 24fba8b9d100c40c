using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>What time does to sockets, and how they end when the server does.</summary>
public sealed class KeepAliveTests
{
    [Fact]
    public async Task A_client_that_does_not_begin_is_closed_with_4408()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.OpenAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(9));
        await socket.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((4408, "Connection initialisation timeout"), await socket.ExpectCloseAsync());
    }

    [Theory]
    [InlineData(TestSocket.TransportWs, """{"type":"ping"}""")]
    [InlineData(TestSocket.Legacy, """{"type":"ka"}""")]
    public async Task The_server_says_that_it_is_there_by_message_and_by_frame(string subprotocol, string message)
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync(subprotocol);
        for (var round = 0; round < 5; round++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(13));
            await socket.ExpectAsync(message);
            Assert.Equal(TestSocket.Ping, (await socket.ReceiveFrameAsync())!.Opcode);
            await socket.SendAsync(TestSocket.Pong, []);
            // what is answered by the server was heard by it
            await socket.SendAsync(TestSocket.Ping, [1]);
            Assert.Equal(TestSocket.Pong, (await socket.ReceiveFrameAsync())!.Opcode);
        }
    }

    [Fact]
    public async Task A_client_that_answers_nothing_is_closed_with_4499()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(TransportWsTests.Subscribe("1", "subscription { silent }"));
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 1, "the subscription is open");
        host.Clock.Advance(TimeSpan.FromSeconds(41));
        while (await socket.ReceiveFrameAsync() is { Opcode: not TestSocket.Close })
            continue;

        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "the subscription ends");
        // it does not answer the close frame either
        host.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(await socket.ReceiveFrameAsync());
        await GraphQLHost.EventuallyAsync(() => host.Connections.Count == 0, "the socket is gone");
    }

    [Fact]
    public async Task A_server_that_stops_lets_queries_end_cuts_subscriptions_and_closes_with_1001()
    {
        await using var host = await SocketHost.StartAsync();
        using var idle = await host.InitialiseAsync();
        using var busy = await host.InitialiseAsync();
        await busy.SendAsync(TransportWsTests.Subscribe("q", "{ wait }"));
        await busy.SendAsync(TransportWsTests.Subscribe("s", "subscription { silent }"));
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 2, "both run");
        var stopping = host.StopAsync();

        Assert.Equal((1001, "Server is going away"), await idle.ExpectCloseAsync());
        host.Schema.Released.SetResult();
        await busy.ExpectAsync(TransportWsTests.Next("q", "\"wait\":\"waited\""));
        await busy.ExpectAsync("""{"id":"q","type":"complete"}""");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((1001, "Server is going away"), await busy.ExpectCloseAsync());
        await stopping;
        Assert.Equal(0, host.Schema.Open);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task A_query_that_does_not_end_keeps_no_server_from_stopping()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(TransportWsTests.Subscribe("q", "{ wait }"));
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 1, "it runs");
        var stopping = host.StopAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(1001, (await socket.ExpectCloseAsync()).Code);
        await stopping;
        Assert.Empty(host.Errors);
    }
}
