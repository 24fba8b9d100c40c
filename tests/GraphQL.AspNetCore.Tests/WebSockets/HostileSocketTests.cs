using System.Text;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>Clients that want to harm: each is refused or bounded, and nobody else notices.</summary>
public sealed class HostileSocketTests
{
    [Fact]
    public async Task A_message_is_refused_by_its_announced_length_before_it_arrives()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        // a frame of 2^62 bytes, of which none follows
        await socket.SendRawAsync([0x81, 0xFF, 0x40, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]);

        Assert.Equal(1009, await CloseCodeAsync(socket));
    }

    [Fact]
    public async Task A_message_is_refused_when_its_fragments_together_are_too_long()
    {
        await using var host = await SocketHost.StartAsync(options => options.WebSockets.MaxMessageBytes = 10_000);
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(TestSocket.Text, new byte[6_000], isFinal: false);
        await socket.SendAsync(TestSocket.Continuation, new byte[6_000], isFinal: false);

        Assert.Equal(1009, await CloseCodeAsync(socket));
    }

    [Fact]
    public async Task A_message_of_endless_empty_fragments_is_refused()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(TestSocket.Text, [], isFinal: false);
        var empty = socket.Encode(TestSocket.Continuation, [], isFinal: false);
        await socket.SendRawAsync([.. Enumerable.Repeat(empty, 2_000).SelectMany(static bytes => bytes)]);

        Assert.Equal(1009, await CloseCodeAsync(socket));
    }

    [Fact]
    public async Task A_message_that_never_ends_does_not_outlive_the_silence()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendRawAsync(socket.Encode(TestSocket.Text, new byte[1_000])[..500]);
        host.Clock.Advance(TimeSpan.FromSeconds(45));

        while (await socket.ReceiveFrameAsync() is not null)
            continue;
        await GraphQLHost.EventuallyAsync(() => host.Connections.Count == 0, "the socket is gone");
    }

    [Theory]
    [InlineData("""{"type":"ping","payload":""", "{\"a\":", "}")]
    [InlineData("""{"type":"ping","payload":{"a":""", "[", "]")]
    public async Task Deep_messages_are_refused(string begin, string open, string close)
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync($"{begin}{string.Concat(Enumerable.Repeat(open, 100_000))}1{string.Concat(Enumerable.Repeat(close, 100_000))}}}");

        Assert.Equal(4400, (await socket.ExpectCloseAsync()).Code);
    }

    [Fact]
    public async Task Long_ids_are_refused()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(TransportWsTests.Subscribe(new string('i', 300), "{ hello }"));

        Assert.Equal(4400, (await socket.ExpectCloseAsync()).Code);
    }

    [Fact]
    public async Task A_flood_of_operations_has_an_end_and_an_error_for_each_beyond_it()
    {
        await using var host = await SocketHost.StartAsync(options => options.WebSockets.MaxOperationsPerConnection = 10);
        using var socket = await host.InitialiseAsync();
        for (var i = 0; i < 500; i++)
            await socket.SendAsync(TransportWsTests.Subscribe($"{i}", "subscription { silent }"));

        for (var i = 10; i < 500; i++)
            await TransportWsTests.ExpectErrorAsync(socket, $"{i}", ErrorCodes.LimitExceeded);
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 10, "ten run");
        for (var i = 0; i < 10; i++)
            await socket.SendAsync($$"""{"type":"complete","id":"{{i}}"}""");
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "none runs");
    }

    [Fact]
    public async Task A_flood_of_starts_and_stops_leaves_nothing_behind()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        var reading = Task.Run(async () =>
        {
            while (await socket.ReceiveAsync() is { } message && !message.Contains("pong", StringComparison.Ordinal))
                continue;
        });
        for (var i = 0; i < 2_000; i++)
        {
            await socket.SendAsync(TransportWsTests.Subscribe("same", "subscription { silent }"));
            await socket.SendAsync("""{"type":"complete","id":"same"}""");
        }

        await socket.SendAsync("""{"type":"ping"}""");
        await reading;
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "none runs");
        Assert.Empty(host.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_flood_of_pings_that_nobody_reads_the_answers_of_is_not_read_either(bool asFrames)
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        var ping = asFrames
            ? socket.Encode(TestSocket.Ping, new byte[125])
            : socket.Encode(TestSocket.Text, Encoding.UTF8.GetBytes($$$"""{"type":"ping","payload":{"a":"{{{new string('x', 100)}}}"}}"""));
        byte[] many = [.. Enumerable.Repeat(ping, 1_000).SelectMany(static bytes => bytes)];

        // sending stops by itself when the server does not read any more: buffers of the system in between are finite
        var sent = 0L;
        var sending = Task.Run(async () =>
        {
            while (Volatile.Read(ref sent) < 2_000)
            {
                await socket.SendRawAsync(many);
                Interlocked.Increment(ref sent);
            }
        });
        await GraphQLHost.StandstillAsync(() => Volatile.Read(ref sent));

        Assert.False(sending.IsCompletedSuccessfully, "the server took everything");
        host.Clock.Advance(TimeSpan.FromSeconds(35));
        await GraphQLHost.EventuallyAsync(() => host.Connections.Count == 0, "the socket is cut");
        await Assert.ThrowsAnyAsync<IOException>(() => sending);
    }

    [Fact]
    public async Task A_reader_that_takes_nothing_holds_its_stream_back_and_is_cut_in_the_end()
    {
        const int size = 10_000;
        await using var host = await SocketHost.StartAsync();
        using var slow = await host.ConnectAsync(receiveBuffer: 4_096);
        await slow.ShakeHandsAsync(host.Address.Authority, TestSocket.TransportWs);
        await slow.SendAsync("""{"type":"connection_init"}""");
        await slow.SendAsync(TransportWsTests.Subscribe("1", $"subscription {{ flood(size: {size}) }}"));
        await slow.ExpectAsync("""{"type":"connection_ack"}""");
        // it stands still as soon as the buffers are full: ours, the server's, and the system's
        Assert.InRange(await GraphQLHost.StandstillAsync(() => host.Schema.Yielded), 1, 16_000_000 / size);
        using (var other = await host.InitialiseAsync())
            await other.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0 && host.Connections.Count == 0, "the slow one is cut");
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task Bytes_by_chance_harm_nobody()
    {
        await using var host = await SocketHost.StartAsync();
        var random = new Random(20);
        for (var round = 0; round < 200; round++)
        {
            using var socket = await host.OpenAsync();
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            // half of them look like frames of text
            if (round % 2 == 0)
                bytes = socket.Encode(random.Next(3), bytes, random.Next(2) == 0, random.Next(2) * 0x40);
            await socket.SendRawAsync(bytes);
        }

        using var good = await host.InitialiseAsync();
        await good.ExpectNothingAsync();
        good.Dispose();
        host.Clock.Advance(TimeSpan.FromSeconds(15));
        await GraphQLHost.EventuallyAsync(() => host.Connections.Count == 0, "all are gone");
        Assert.Empty(host.Errors);
    }

    private static async Task<int> CloseCodeAsync(TestSocket socket)
    {
        var frame = await socket.ReceiveFrameAsync();
        Assert.Equal(TestSocket.Close, frame?.Opcode);
        return (frame!.Payload[0] << 8) | frame.Payload[1];
    }
}
