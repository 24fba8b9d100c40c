using System.Text;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>permessage-deflate, RFC 7692.</summary>
public sealed class SocketCompressionTests
{
    private const string Agreement = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    [Theory]
    [InlineData("permessage-deflate", true)]
    [InlineData("permessage-deflate; client_max_window_bits", true)]
    [InlineData("permessage-deflate; client_max_window_bits=10", true)]
    [InlineData("permessage-deflate; server_max_window_bits=15; server_no_context_takeover", true)]
    [InlineData("x-other, permessage-deflate; unknown, permessage-deflate", true)]
    [InlineData("permessage-deflate; server_max_window_bits=10, permessage-deflate; client_no_context_takeover", true)]
    [InlineData("permessage-deflate; server_max_window_bits=10", false)]
    [InlineData("permessage-deflate; client_max_window_bits=7", false)]
    [InlineData("permessage-deflate; client_no_context_takeover=1", false)]
    [InlineData("permessage-deflate; server_no_context_takeover; server_no_context_takeover", false)]
    [InlineData("x-webkit-deflate-frame", false)]
    public async Task Is_agreed_to_without_memory_between_messages_or_not_at_all(string offer, bool isAgreed)
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.OpenAsync(TestSocket.TransportWs, ("Sec-WebSocket-Extensions", offer));

        Assert.Equal(isAgreed ? Agreement : null, socket.Headers.GetValueOrDefault("Sec-WebSocket-Extensions"));
    }

    [Theory]
    [InlineData(10, false, false)]
    [InlineData(5_000, true, false)]
    [InlineData(3_000_000, true, false)]
    public async Task Long_messages_are_compressed_in_both_directions(int size, bool isCompressed, bool isFragmented)
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await OpenAsync(host);
        await socket.SendAsync(
            TestSocket.Text, TestSocket.Deflate(Encoding.UTF8.GetBytes(TransportWsTests.Subscribe("1", $"{{ big(size: {size}) }}"))), reserved: 0x40);

        var frame = await socket.ReceiveFrameAsync();
        Assert.Equal((isCompressed, isFragmented), (frame!.IsCompressed, !frame.IsFinal));
        Assert.True(frame.Payload.Length < Math.Max(200, size / 50), "it is not much smaller");
        await socket.ExpectAsync("""{"id":"1","type":"complete"}""");
    }

    [Fact]
    public async Task What_came_compressed_comes_back_whole()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await OpenAsync(host);
        var random = new Random(1);
        for (var round = 0; round < 20; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(20_000)).Select(_ => (char)random.Next('a', 'z')));
            var compressed = TestSocket.Deflate(Encoding.UTF8.GetBytes($$$"""{"type":"ping","payload":{"t":"{{{text}}}"}}"""));
            var half = compressed.Length / 2;
            await socket.SendAsync(TestSocket.Text, compressed[..half], isFinal: false, reserved: 0x40);
            await socket.SendAsync(TestSocket.Continuation, compressed[half..]);

            await socket.ExpectAsync($$$"""{"type":"pong","payload":{"t":"{{{text}}}"}}""");
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x06 })]
    public async Task What_is_not_compressed_after_all_closes_the_socket(byte[] bytes)
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await OpenAsync(host);
        await socket.SendAsync(TestSocket.Text, bytes, reserved: 0x40);

        Assert.Contains(await CloseCodeAsync(socket), (int[])[1007, 4400]);
    }

    [Fact]
    public async Task A_control_frame_is_never_compressed()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await OpenAsync(host);
        await socket.SendAsync(TestSocket.Ping, [], reserved: 0x40);

        Assert.Equal(1002, await CloseCodeAsync(socket));
    }

    [Fact]
    public async Task Switched_off_it_is_not_agreed_to()
    {
        await using var host = await SocketHost.StartAsync(options => options.WebSockets.Compression = false);
        using var socket = await host.OpenAsync(TestSocket.TransportWs, ("Sec-WebSocket-Extensions", "permessage-deflate"));

        Assert.False(socket.Headers.ContainsKey("Sec-WebSocket-Extensions"));
    }

    private static async Task<TestSocket> OpenAsync(SocketHost host)
    {
        var socket = await host.OpenAsync(TestSocket.TransportWs, ("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits"));
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ExpectAsync("""{"type":"connection_ack"}""");
        return socket;
    }

    private static async Task<int> CloseCodeAsync(TestSocket socket)
    {
        var frame = await socket.ReceiveFrameAsync();
        Assert.Equal(TestSocket.Close, frame?.Opcode);
        return (frame!.Payload[0] << 8) | frame.Payload[1];
    }
}
