using System.Text;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>The layer below: frames, fragments, masks, close codes; RFC 6455.</summary>
public sealed class FrameTests(TransportWsTests.Server server) : IClassFixture<TransportWsTests.Server>
{
    private static readonly byte[] PingMessage = """{"type":"ping","payload":{"text":"€𝄞"}}"""u8.ToArray();
    private const string PongMessage = """{"type":"pong","payload":{"text":"€𝄞"}}""";

    private SocketHost Host => server.Host;

    [Fact]
    public async Task A_message_may_come_in_any_fragments_with_control_frames_between_them()
    {
        using var socket = await Host.OpenAsync();
        await socket.SendAsync(TestSocket.Text, [], isFinal: false);
        for (var i = 0; i < PingMessage.Length; i++)
        {
            await socket.SendAsync(TestSocket.Continuation, [PingMessage[i]], isFinal: i == PingMessage.Length - 1);
            if (i % 10 != 0)
                continue;
            await socket.SendAsync(TestSocket.Ping, [1, 2, (byte)i]);
            var pong = await socket.ReceiveFrameAsync();
            Assert.Equal((TestSocket.Pong, true), (pong!.Opcode, pong.IsFinal));
            Assert.Equal([1, 2, (byte)i], pong.Payload);
        }

        await socket.ExpectAsync(PongMessage);
    }

    [Fact]
    public async Task Frames_may_arrive_byte_by_byte()
    {
        using var socket = await Host.OpenAsync();
        foreach (var value in socket.Encode(TestSocket.Text, PingMessage))
            await socket.SendRawAsync([value]);

        await socket.ExpectAsync(PongMessage);
    }

    [Fact]
    public async Task Many_frames_may_arrive_at_once()
    {
        using var socket = await Host.OpenAsync();
        var frame = socket.Encode(TestSocket.Text, PingMessage);
        await socket.SendRawAsync([.. Enumerable.Repeat(frame, 300).SelectMany(bytes => bytes)]);

        for (var i = 0; i < 300; i++)
            await socket.ExpectAsync(PongMessage);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(1_000)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(900_000)]
    public async Task Messages_of_every_length_pass_in_both_directions(int length)
    {
        using var socket = await Host.InitialiseAsync();
        var text = new string('y', length);
        await socket.SendAsync($$$"""{"type":"ping","payload":{"t":"{{{text}}}"}}""");
        await socket.ExpectAsync($$$"""{"type":"pong","payload":{"t":"{{{text}}}"}}""");
        await socket.SendAsync(TransportWsTests.Subscribe("1", $$"""{ big(size: {{length}}) }"""));

        await socket.ExpectAsync(TransportWsTests.Next("1", $"\"big\":\"{new string('x', length)}\""));
        await socket.ExpectAsync("""{"id":"1","type":"complete"}""");
    }

    public static TheoryData<string, int, byte[], bool, int, bool> InvalidFrames() => new()
    {
        { "not masked", TestSocket.Text, PingMessage, true, 0, false },
        { "first reserved bit without an agreement", TestSocket.Text, PingMessage, true, 0x40, true },
        { "second reserved bit", TestSocket.Text, PingMessage, true, 0x20, true },
        { "third reserved bit", TestSocket.Text, PingMessage, true, 0x10, true },
        { "nothing to continue", TestSocket.Continuation, PingMessage, true, 0, true },
        { "unknown data opcode", 3, PingMessage, true, 0, true },
        { "unknown control opcode", 0xB, [], true, 0, true },
        { "fragmented ping", TestSocket.Ping, [], false, 0, true },
        { "long ping", TestSocket.Ping, new byte[126], true, 0, true },
        { "close with half a code", TestSocket.Close, [3], true, 0, true },
    };

    [Theory]
    [MemberData(nameof(InvalidFrames))]
    public async Task An_invalid_frame_closes_with_1002(string why, int opcode, byte[] payload, bool isFinal, int reserved, bool isMasked)
    {
        using var socket = await Host.OpenAsync();
        await socket.SendAsync(opcode, payload, isFinal, reserved, isMasked);
        // an invalid frame ends reading, and the answer to our close frame is not seen: time ends the socket
        var close = await socket.ReceiveFrameAsync();

        Assert.True(close is { Opcode: TestSocket.Close, Payload: [0x03, 0xEA, ..] }, why);
        Host.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(await socket.ReceiveFrameAsync());
    }

    [Theory]
    [InlineData(new byte[] { 0x81, 0xFE, 0x00, 0x05, 1, 2, 3, 4, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0x81, 0xFF, 0, 0, 0, 0, 0, 0, 0x01, 0x00, 1, 2, 3, 4 })]
    [InlineData(new byte[] { 0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4 })]
    public async Task A_length_that_is_not_in_its_shortest_form_closes_with_1002(byte[] frame)
    {
        using var socket = await Host.OpenAsync();
        await socket.SendRawAsync(frame);

        Assert.True(await socket.ReceiveFrameAsync() is { Opcode: TestSocket.Close, Payload: [0x03, 0xEA, ..] });
    }

    [Fact]
    public async Task A_message_inside_another_closes_with_1002()
    {
        using var socket = await Host.OpenAsync();
        await socket.SendAsync(TestSocket.Text, [1], isFinal: false);
        await socket.SendAsync(TestSocket.Text, [1]);

        Assert.True(await socket.ReceiveFrameAsync() is { Opcode: TestSocket.Close, Payload: [0x03, 0xEA, ..] });
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    public async Task Text_that_is_not_UTF_8_closes_with_1007(byte[] bytes)
    {
        using var socket = await Host.OpenAsync();
        await socket.SendAsync(TestSocket.Text, [.. "{\"type\":\"ping\",\"payload\":{\"a\":\""u8, .. bytes, .. "\"}}"u8]);

        Assert.True(await socket.ReceiveFrameAsync() is { Opcode: TestSocket.Close, Payload: [0x03, 0xEF, ..] });
    }

    [Fact]
    public async Task A_reason_to_close_fits_into_its_frame_and_stays_text()
    {
        using var socket = await Host.InitialiseAsync();
        var id = string.Concat(Enumerable.Repeat("€", 80));
        await socket.SendAsync(TransportWsTests.Subscribe(id, "subscription { silent }"));
        await socket.SendAsync(TransportWsTests.Subscribe(id, "subscription { silent }"));

        var (code, reason) = await socket.ExpectCloseAsync();
        Assert.Equal(4409, code);
        Assert.StartsWith("Subscriber for €€€", reason, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(reason), 120, 123);
        Assert.DoesNotContain('\uFFFD', reason);
    }
}
