using System.Net;
using System.Text.Json;
using GraphQL.AspNetCore.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>Who may begin, who may stay, and whose services an operation sees.</summary>
public sealed class SocketAccessTests
{
    private static void TakeNameFromPayload(GraphQLServerOptions options)
    {
        options.WebSockets.Authenticate = (initialization, _) =>
        {
            if (!initialization.Payload.TryGetProperty("name", out var name))
                return ValueTask.FromResult(ConnectionDecision.Reject("Say your name"));
            initialization.Context.RequestServices.GetRequiredService<Caller>().Name = name.GetString()!;
            return ValueTask.FromResult(ConnectionDecision.Accept(name.GetString(), JsonElement.Parse("""{"welcome":true}""")));
        };
        options.PrepareOperation = static (connection, operation) =>
            operation.RequestServices.GetRequiredService<Caller>().Name = connection.RequestServices.GetRequiredService<Caller>().Name;
    }

    [Fact]
    public async Task Whom_the_application_rejects_is_closed_with_4403_and_its_reason()
    {
        await using var host = await SocketHost.StartAsync(TakeNameFromPayload);
        using var socket = await host.OpenAsync();
        await socket.SendAsync("""{"type":"connection_init","payload":{}}""");

        Assert.Equal((4403, "Say your name"), await socket.ExpectCloseAsync());
    }

    [Fact]
    public async Task An_accepted_caller_reaches_the_services_of_each_operation()
    {
        await using var host = await SocketHost.StartAsync(TakeNameFromPayload);
        using var socket = await host.OpenAsync();
        await socket.SendAsync("""{"type":"connection_init","payload":{"name":"Ada"}}""");
        await socket.ExpectAsync("""{"type":"connection_ack","payload":{"welcome":true}}""");
        await socket.SendAsync(TransportWsTests.Subscribe("1", "{ caller }"));

        await socket.ExpectAsync(TransportWsTests.Next("1", "\"caller\":\"Ada\""));
    }

    [Fact]
    public async Task While_the_application_decides_pings_are_answered_and_operations_are_not_accepted()
    {
        var decision = new TaskCompletionSource<ConnectionDecision>();
        await using var host = await SocketHost.StartAsync(
            options => options.WebSockets.Authenticate = async (_, token) => await decision.Task.WaitAsync(token));
        using var socket = await host.OpenAsync();
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ExpectNothingAsync();
        // only the wait for the message is limited, not that for the decision
        host.Clock.Advance(TimeSpan.FromSeconds(15));
        await socket.ExpectNothingAsync();
        await socket.SendAsync(TransportWsTests.Subscribe("1", "{ hello }"));

        Assert.Equal((4401, "Unauthorized"), await socket.ExpectCloseAsync());
    }

    [Fact]
    public async Task A_second_initialisation_while_the_first_is_decided_closes_with_4429()
    {
        var decision = new TaskCompletionSource<ConnectionDecision>();
        await using var host = await SocketHost.StartAsync(
            options => options.WebSockets.Authenticate = async (_, token) => await decision.Task.WaitAsync(token));
        using var socket = await host.OpenAsync();
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal(4429, (await socket.ExpectCloseAsync()).Code);
    }

    [Fact]
    public async Task A_decision_that_fails_closes_with_4500_and_says_nothing_of_its_cause()
    {
        await using var host = await SocketHost.StartAsync(
            options => options.WebSockets.Authenticate = static (_, _) => throw new InvalidOperationException(SocketSchema.Secret));
        using var socket = await host.OpenAsync();
        await socket.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal((4500, "Internal server error"), await socket.ExpectCloseAsync());
        Assert.Single(host.Errors);
    }

    [Theory]
    [InlineData(false, 4403)]
    [InlineData(true, 1013)]
    public async Task A_caller_whose_access_ends_is_gone_within_seconds(bool fails, int code)
    {
        var isRevoked = false;
        await using var host = await SocketHost.StartAsync(options =>
        {
            options.WebSockets.CloseTimeout = TimeSpan.FromMinutes(1);
            options.WebSockets.Recheck = (_, _) =>
                Volatile.Read(ref isRevoked) && fails ? throw new TimeoutException() : ValueTask.FromResult(!Volatile.Read(ref isRevoked));
        });
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(TransportWsTests.Subscribe("1", "subscription { silent }"));
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 1, "the subscription is open");
        host.Clock.Advance(TimeSpan.FromSeconds(6));
        await socket.ExpectNothingAsync();
        Volatile.Write(ref isRevoked, true);
        host.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(code, (await socket.ExpectCloseAsync()).Code);
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "the subscription ends");
    }

    [Fact]
    public async Task The_application_can_close_a_callers_sockets_and_no_others()
    {
        await using var host = await SocketHost.StartAsync(TakeNameFromPayload);
        var sockets = new List<TestSocket>();
        foreach (var name in (string[])["Ada", "Ada", "Bob"])
        {
            var socket = await host.OpenAsync();
            sockets.Add(socket);
            await socket.SendAsync($$$"""{"type":"connection_init","payload":{"name":"{{{name}}}"}}""");
            await socket.ReceiveJsonAsync();
        }

        Assert.Equal(2, host.Connections.CloseAll("Ada", "Your key was revoked"));
        Assert.Equal((4403, "Your key was revoked"), await sockets[0].ExpectCloseAsync());
        Assert.Equal((4403, "Your key was revoked"), await sockets[1].ExpectCloseAsync());
        await sockets[2].ExpectNothingAsync();
        sockets.ForEach(static socket => socket.Dispose());
    }

    [Fact]
    public async Task Sockets_are_limited_by_server_by_address_and_by_caller_and_places_become_free()
    {
        await using var host = await SocketHost.StartAsync(options =>
        {
            TakeNameFromPayload(options);
            options.WebSockets.MaxConnectionsPerAddress = 3;
            options.WebSockets.MaxConnectionsPerCaller = 1;
        });
        using var first = await InitialiseAsync("Ada");
        using (var second = await InitialiseAsync("Ada"))
            Assert.Equal((1013, "Too many connections"), await second.ExpectCloseAsync());
        await GraphQLHost.EventuallyAsync(() => host.Connections.Count == 1, "the second is gone");
        using var other = await InitialiseAsync("Bob");
        await other.ReceiveJsonAsync();
        using var third = await host.OpenAsync();
        using (var fourth = await host.ConnectAsync())
        {
            await fourth.ShakeHandsAsync(host.Address.Authority, TestSocket.TransportWs);
            Assert.Equal(HttpStatusCode.TooManyRequests, fourth.Status);
        }

        first.Dispose();
        await GraphQLHost.EventuallyAsync(() => host.Connections.Count == 2, "the first is gone");
        using var again = await InitialiseAsync("Ada");
        Assert.Equal("connection_ack", (await again.ReceiveJsonAsync()).GetProperty("type").GetString());

        async Task<TestSocket> InitialiseAsync(string name)
        {
            var socket = await host.OpenAsync();
            await socket.SendAsync($$$"""{"type":"connection_init","payload":{"name":"{{{name}}}"}}""");
            return socket;
        }
    }

    [Fact]
    public async Task A_full_server_says_so_before_the_upgrade()
    {
        await using var host = await SocketHost.StartAsync(options => options.WebSockets.MaxConnections = 1);
        using var first = await host.OpenAsync();
        using var second = await host.ConnectAsync();
        await second.ShakeHandsAsync(host.Address.Authority, TestSocket.TransportWs);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.Status);
    }
}
