using System.Text;
using GraphQL.AspNetCore.Tests.Infrastructure;
using GraphQL.AspNetCore.Tests.WebSockets;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.Tests;

/// <summary>What clients can make the process hold. Runs alone, since it looks at the memory of the whole process.</summary>
[Collection(nameof(ProcessMemoryTests))]
[CollectionDefinition(nameof(ProcessMemoryTests), DisableParallelization = true)]
public sealed class ProcessMemoryTests
{
    [Fact]
    public async Task A_bomb_is_refused_before_it_takes_the_memory()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.OpenAsync(TestSocket.TransportWs, ("Sec-WebSocket-Extensions", "permessage-deflate"));
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ExpectAsync("""{"type":"connection_ack"}""");
        // half a gigabyte in half a megabyte
        var bomb = TestSocket.Deflate(new byte[1 << 29]);
        Assert.True(bomb.Length < 1 << 20);
        var before = GC.GetTotalAllocatedBytes();
        await socket.SendAsync(TestSocket.Text, bomb, reserved: 0x40);

        var frame = await socket.ReceiveFrameAsync();
        Assert.Equal([1009 >> 8, 1009 & 0xFF], frame!.Payload.Take(2).Select(static value => (int)value));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
    }

    [Fact]
    public async Task Readers_that_take_nothing_cost_a_bounded_amount_of_memory_each()
    {
        const int readers = 20;
        await using var host = await SocketHost.StartAsync();
        using (var first = await host.InitialiseAsync())
            await first.ExpectNothingAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var slow = new List<TestSocket>();
        for (var i = 0; i < readers; i++)
        {
            var socket = await host.ConnectAsync(receiveBuffer: 4_096);
            slow.Add(socket);
            await socket.ShakeHandsAsync(host.Address.Authority, TestSocket.TransportWs);
            await socket.SendAsync("""{"type":"connection_init"}""");
            await socket.SendAsync(TransportWsTests.Subscribe("1", "subscription { flood(size: 100000) }"));
        }

        await GraphQLHost.StandstillAsync(() => host.Schema.Yielded);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, readers * (2L << 20));
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0 && host.Connections.Count == 0, "all are cut");
        slow.ForEach(static socket => socket.Dispose());
        await GraphQLHost.EventuallyAsync(static () => ResultWriter.BuffersInUse == 0, "every buffer is given back");
    }

    [Theory]
    [InlineData("""{"query":"{ hello ... @defer { later } }"}""", "multipart/mixed")]
    [InlineData("""{"query":"subscription { countTo(to: 3) }"}""", "text/event-stream")]
    [InlineData("""{"query":"{ hello }"}""", "application/json")]
    public async Task A_client_that_goes_between_the_first_result_and_the_headers_leaves_no_memory_behind(string body, string accept)
    {
        // the moment at which the first byte is about to be sent
        await using var host = await GraphQLHost.StartAsync(before: static context => context.Response.OnStarting(() =>
        {
            context.Abort();
            return Task.CompletedTask;
        }));
        for (var i = 0; i < 10; i++)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, Requests.Json) };
            request.Headers.TryAddWithoutValidation("Accept", accept);
            await Assert.ThrowsAnyAsync<Exception>(() => host.Client.SendAsync(request));
        }

        await GraphQLHost.EventuallyAsync(static () => ResultWriter.BuffersInUse == 0, "every buffer is given back");
    }

    [Fact]
    public async Task A_client_that_reads_a_large_answer_too_slowly_is_cut_and_leaves_no_memory_behind()
    {
        await using var host = await GraphQLHost.StartAsync(configureServer: static server =>
            server.Limits.MinResponseDataRate = new Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate(100_000_000, TimeSpan.FromSeconds(1.1)));
        await using var connection = await host.ConnectAsync();
        // an answer larger than all buffers of the system in between
        var name = new string('x', 900_000);
        var fields = string.Concat(Enumerable.Range(0, 20).Select(static i => $" f{i}: hello(name: $n)"));
        var body = Encoding.UTF8.GetBytes($$$"""{"query":"query ($n: String) {{{{fields}}}}","variables":{"n":"{{{name}}}"}}""");
        await connection.WriteAsync(Encoding.ASCII.GetBytes($"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"));
        await connection.WriteAsync(body);

        await GraphQLHost.EventuallyAsync(static () => ResultWriter.BuffersInUse > 0, "the answer is being sent");
        await GraphQLHost.EventuallyAsync(static () => ResultWriter.BuffersInUse == 0, "the client is cut");
    }
}
