using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>graphql-ws, the subprotocol of npm's subscriptions-transport-ws (its PROTOCOL.md).</summary>
public sealed class LegacyTests(TransportWsTests.Server server) : IClassFixture<TransportWsTests.Server>
{
    private SocketHost Host => server.Host;

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("1")]
    public async Task A_query_gives_data_and_completes(string id)
    {
        using var socket = await Host.InitialiseAsync(TestSocket.Legacy);
        await socket.SendAsync($$$"""{"type":"start","id":{{{id}}},"payload":{"query":"{ hello }"}}""");

        await socket.ExpectAsync($"{{\"id\":{id},\"type\":\"data\",\"payload\":{{\"data\":{{\"hello\":\"world\"}}}}}}");
        await socket.ExpectAsync($"{{\"id\":{id},\"type\":\"complete\"}}");
    }

    [Fact]
    public async Task An_operation_may_be_sent_before_the_acknowledgement_and_waits_for_it()
    {
        var decision = new TaskCompletionSource<ConnectionDecision>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await SocketHost.StartAsync(
            options => options.WebSockets.Authenticate = async (_, token) => await decision.Task.WaitAsync(token));
        using var socket = await host.OpenAsync(TestSocket.Legacy);
        await socket.SendAsync("""{"type":"connection_init","payload":{}}""");
        await socket.SendAsync("""{"type":"start","id":"1","payload":{"query":"{ hello }"}}""");
        decision.SetResult(ConnectionDecision.Accept());

        await socket.ExpectAsync("""{"type":"connection_ack"}""");
        await socket.ExpectAsync("""{"type":"ka"}""");
        await socket.ExpectAsync("""{"id":"1","type":"data","payload":{"data":{"hello":"world"}}}""");
    }

    [Fact]
    public async Task Stop_ends_a_subscription_and_terminate_the_connection()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync(TestSocket.Legacy);
        await socket.SendAsync("""{"type":"start","id":"1","payload":{"query":"subscription { pushed }"}}""");
        await host.Schema.Pushed.Writer.WriteAsync(7);
        await socket.ExpectAsync("""{"id":"1","type":"data","payload":{"data":{"pushed":7}}}""");
        await socket.SendAsync("""{"type":"stop","id":"1"}""");
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "the subscription ends");
        await socket.SendAsync("""{"type":"connection_terminate"}""");

        Assert.Equal(1000, (await socket.ExpectCloseAsync()).Code);
    }

    [Fact]
    public async Task An_id_in_use_replaces_its_operation()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync(TestSocket.Legacy);
        await socket.SendAsync("""{"type":"start","id":"1","payload":{"query":"subscription { silent }"}}""");
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 1, "the subscription is open");
        await socket.SendAsync("""{"type":"start","id":"1","payload":{"query":"{ hello }"}}""");

        await socket.ExpectAsync("""{"id":"1","type":"data","payload":{"data":{"hello":"world"}}}""");
        await socket.ExpectAsync("""{"id":"1","type":"complete"}""");
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "the subscription ends");
    }

    [Fact]
    public async Task A_refused_operation_is_one_error_with_all_errors_inside()
    {
        using var socket = await Host.InitialiseAsync(TestSocket.Legacy);
        await socket.SendAsync("""{"type":"start","id":"1","payload":{"query":"{ a b }"}}""");

        var message = await socket.ReceiveJsonAsync();
        Assert.Equal("error", message.GetProperty("type").GetString());
        var errors = message.GetProperty("payload").GetProperty("errors");
        Assert.Equal(2, errors.GetArrayLength());
        Assert.Equal(errors[0].GetProperty("message").GetString(), message.GetProperty("payload").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_rejected_connection_is_told_why_and_closed()
    {
        await using var host = await SocketHost.StartAsync(
            options => options.WebSockets.Authenticate = static (_, _) => ValueTask.FromResult(ConnectionDecision.Reject("No \"entry\"")));
        using var socket = await host.OpenAsync(TestSocket.Legacy);
        await socket.SendAsync("""{"type":"connection_init","payload":{}}""");

        var message = await socket.ReceiveJsonAsync();
        Assert.Equal("connection_error", message.GetProperty("type").GetString());
        Assert.Equal("No \"entry\"", message.GetProperty("payload").GetProperty("message").GetString());
        Assert.Equal((4403, "No \"entry\""), await socket.ExpectCloseAsync());
    }

    [Theory]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"ping"}""")]
    [InlineData("""{"type":"start","id":"1"}""")]
    [InlineData("{")]
    public async Task Messages_of_no_or_the_other_protocol_close_with_4400(string message)
    {
        using var socket = await Host.InitialiseAsync(TestSocket.Legacy);
        await socket.SendAsync(message);

        Assert.Equal(4400, (await socket.ExpectCloseAsync()).Code);
    }

    [Fact]
    public async Task Switched_off_it_is_no_acceptable_subprotocol()
    {
        await using var host = await SocketHost.StartAsync(options => options.WebSockets.AllowLegacyProtocol = false);
        using var socket = await host.OpenAsync(TestSocket.Legacy);

        Assert.Equal(4406, (await socket.ExpectCloseAsync()).Code);
    }
}
