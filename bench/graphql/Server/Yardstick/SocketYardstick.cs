using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQLBenchmark.Yardstick;

/// <summary>
/// The limit of fan-out: speaks just enough graphql-transport-ws for the load client, makes each event's frame once and writes the same
/// bytes to every subscriber.
/// </summary>
internal static class SocketYardstick
{
    private const string WebSocketKeySuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private const byte Text = 0x81;
    private const int Masked = 0x80;

    private static readonly ConcurrentDictionary<Stream, byte> Subscribers = new();

    /// <summary>Opens a connection and listens to it until it ends.</summary>
    public static async Task ListenAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.SecWebSocketAccept = AnswerTo(context.Request.Headers.SecWebSocketKey.ToString());
        headers.SecWebSocketProtocol = "graphql-transport-ws";
        headers.Upgrade = "websocket";
        await using var stream = await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        try
        {
            while (await ReadMessageAsync(stream, context.RequestAborted) is { } message)
            {
                if (message.Contains("connection_init", StringComparison.Ordinal))
                    await stream.WriteAsync(Frame("{\"type\":\"connection_ack\"}"u8));
                else if (message.Contains("subscribe", StringComparison.Ordinal))
                    Subscribers.TryAdd(stream, 0);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // the client has gone
        }
        finally
        {
            Subscribers.TryRemove(stream, out _);
        }
    }

    /// <summary>Publishes, after the answer has gone.</summary>
    public static void Burst(int count, int intervalMilliseconds) => _ = Task.Run(async () =>
    {
        for (var sequence = 0; sequence < count; sequence++)
        {
            var frame = Frame(JsonSerializer.SerializeToUtf8Bytes(new
            {
                id = "1",
                type = "next",
                payload = new { data = new { tick = new { seq = sequence, sentAt = Clock.Now, payload = "x" } } },
            }));
            foreach (var (subscriber, _) in Subscribers)
                await subscriber.WriteAsync(frame);
            await Task.Delay(Math.Max(1, intervalMilliseconds));
        }
    });

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6455 §4.2.2 wants SHA-1; nothing is kept secret by it.")]
    private static string AnswerTo(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + WebSocketKeySuffix)));

    private static byte[] Frame(ReadOnlySpan<byte> message)
    {
        var header = message.Length < 126 ? 2 : 4;
        var frame = new byte[header + message.Length];
        frame[0] = Text;
        frame[1] = (byte)(header == 2 ? message.Length : 126);
        if (header == 4)
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)message.Length);
        message.CopyTo(frame.AsSpan(header));
        return frame;
    }

    private static async Task<string?> ReadMessageAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[8];
        await stream.ReadExactlyAsync(header.AsMemory(0, 2), cancellationToken);
        if (header[0] != Text || (header[1] & Masked) == 0)
            return null;
        var length = header[1] & ~Masked;
        if (length == 126)
        {
            await stream.ReadExactlyAsync(header.AsMemory(2, 2), cancellationToken);
            length = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2));
        }

        var mask = header.AsMemory(4, 4);
        await stream.ReadExactlyAsync(mask, cancellationToken);
        var message = new byte[length];
        await stream.ReadExactlyAsync(message, cancellationToken);
        for (var i = 0; i < length; i++)
            message[i] ^= mask.Span[i & 3];
        return Encoding.UTF8.GetString(message);
    }
}
