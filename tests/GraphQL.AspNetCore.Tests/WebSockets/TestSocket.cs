using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>A frame as it came.</summary>
public sealed record Frame(byte First, byte[] Payload)
{
    public int Opcode => First & 0xF;

    public bool IsFinal => (First & 0x80) != 0;

    public bool IsCompressed => (First & 0x40) != 0;
}

/// <summary>A client of our own that says frames as a test wants them, right or wrong; RFC 6455, section 5.</summary>
public sealed class TestSocket(NetworkStream stream) : IDisposable
{
    public const string TransportWs = "graphql-transport-ws";
    public const string Legacy = "graphql-ws";
    public const int Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly byte[] _mask = [0x12, 0x34, 0x56, 0x78];

    public HttpStatusCode Status { get; private set; }

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Asks for an upgrade, and reads the answer's head.</summary>
    public async Task ShakeHandsAsync(string host, string? subprotocol, params (string Name, string Value)[] headers)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = host,
            ["Connection"] = "Upgrade",
            ["Upgrade"] = "websocket",
            ["Sec-WebSocket-Version"] = "13",
            ["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ==",
        };
        if (subprotocol is not null)
            all["Sec-WebSocket-Protocol"] = subprotocol;
        foreach (var (name, value) in headers)
            all[name] = value;
        var head = string.Concat(all.Select(header => $"{header.Key}: {header.Value}\r\n"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /graphql HTTP/1.1\r\n{head}\r\n"));
        var lines = (await ReadHeadAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Status = (HttpStatusCode)int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        foreach (var line in lines[1..])
            Headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
    }

    public Task SendAsync(string message) => SendAsync(Text, Encoding.UTF8.GetBytes(message));

    /// <summary>Sends a frame; every part of it can be wrong.</summary>
    public async Task SendAsync(int opcode, byte[] payload, bool isFinal = true, int reserved = 0, bool isMasked = true) =>
        await SendRawAsync(Encode(opcode, payload, isFinal, reserved, isMasked));

    public async Task SendRawAsync(byte[] bytes) => await stream.WriteAsync(bytes).AsTask().WaitAsync(Patience);

    public byte[] Encode(int opcode, byte[] payload, bool isFinal = true, int reserved = 0, bool isMasked = true)
    {
        var frame = new List<byte> { (byte)(opcode | reserved | (isFinal ? 0x80 : 0)) };
        var maskBit = isMasked ? 0x80 : 0;
        if (payload.Length < 126)
        {
            frame.Add((byte)(payload.Length | maskBit));
        }
        else if (payload.Length <= ushort.MaxValue)
        {
            frame.AddRange([(byte)(126 | maskBit), (byte)(payload.Length >> 8), (byte)payload.Length]);
        }
        else
        {
            var length = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, payload.Length);
            frame.AddRange([(byte)(127 | maskBit), .. length]);
        }

        if (isMasked)
            frame.AddRange(_mask);
        frame.AddRange(isMasked ? payload.Select((value, index) => (byte)(value ^ _mask[index & 3])) : payload);
        return [.. frame];
    }

    /// <summary>The next frame; null when the connection has ended.</summary>
    public async Task<Frame?> ReceiveFrameAsync()
    {
        var head = new byte[2];
        if (!await ReadAsync(head))
            return null;
        var length = (long)(head[1] & 0x7F);
        Assert.True((head[1] & 0x80) == 0, "a server masks nothing");
        if (length >= 126)
        {
            var extended = new byte[length == 126 ? 2 : 8];
            Assert.True(await ReadAsync(extended));
            length = length == 126 ? BinaryPrimitives.ReadUInt16BigEndian(extended) : BinaryPrimitives.ReadInt64BigEndian(extended);
        }

        var payload = new byte[length];
        return await ReadAsync(payload) ? new Frame(head[0], payload) : null;
    }

    /// <summary>The next message, whole and decompressed; ping frames are passed over. Null when the socket has closed.</summary>
    public async Task<string?> ReceiveAsync()
    {
        var message = new MemoryStream();
        var isCompressed = false;
        while (await ReceiveFrameAsync() is { } frame)
        {
            if (frame.Opcode == Ping)
                continue;
            if (frame.Opcode is not (Text or Continuation))
                Assert.Fail($"a frame of type {frame.Opcode} came: {Encoding.UTF8.GetString(frame.Payload)}");
            isCompressed |= frame.IsCompressed;
            message.Write(frame.Payload);
            if (!frame.IsFinal)
                continue;
            return Encoding.UTF8.GetString(isCompressed ? Inflate(message.ToArray()) : message.ToArray());
        }

        return null;
    }

    /// <summary>The next message must be this one.</summary>
    public async Task ExpectAsync(string message) => Assert.Equal(message, await ReceiveAsync());

    /// <summary>The next message.</summary>
    public async Task<JsonElement> ReceiveJsonAsync() => JsonElement.Parse(Assert.IsType<string>(await ReceiveAsync()));

    /// <summary>The next frame must be a close frame; answers it, and waits for the end of the connection.</summary>
    public async Task<(int Code, string Reason)> ExpectCloseAsync()
    {
        while (true)
        {
            var frame = await ReceiveFrameAsync();
            Assert.True(frame is not null, "the connection ended without a close frame");
            if (frame.Opcode == Ping)
                continue;
            if (frame.Opcode != Close)
                Assert.Fail($"instead of a close frame came: {Encoding.UTF8.GetString(frame.Payload)}");
            try
            {
                await SendAsync(Close, frame.Payload);
            }
            catch (IOException)
            {
                // the server did not wait for it
            }

            Assert.Null(await ReceiveFrameAsync());
            return frame.Payload.Length < 2
                ? (1005, "")
                : (BinaryPrimitives.ReadUInt16BigEndian(frame.Payload), Encoding.UTF8.GetString(frame.Payload.AsSpan(2)));
        }
    }

    /// <summary>Nothing but what was answered already comes: a ping of ours is answered next.</summary>
    public async Task ExpectNothingAsync()
    {
        await SendAsync("""{"type":"ping","payload":{"last":true}}""");
        await ExpectAsync("""{"type":"pong","payload":{"last":true}}""");
    }

    public void Dispose() => stream.Dispose();

    public static byte[] Deflate(byte[] bytes)
    {
        var target = new MemoryStream();
        using var deflate = new DeflateStream(target, CompressionLevel.Optimal);
        deflate.Write(bytes);
        deflate.Flush();
        return target.ToArray()[..^4];
    }

    private static byte[] Inflate(byte[] bytes)
    {
        using var source = new DeflateStream(new MemoryStream([.. bytes, 0, 0, 0xFF, 0xFF, 1, 0, 0, 0xFF, 0xFF]), CompressionMode.Decompress);
        var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }

    private async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            Assert.True(await ReadAsync(one), "the connection ended within the head");
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private async Task<bool> ReadAsync(byte[] target)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await stream.ReadExactlyAsync(target, patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is EndOfStreamException or IOException)
        {
            return false;
        }
    }
}
