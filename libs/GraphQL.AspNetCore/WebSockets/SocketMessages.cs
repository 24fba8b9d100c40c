using System.Text;
using System.Text.Json;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>The server's messages, as bytes.</summary>
internal static class SocketMessages
{
    /// <summary>What comes behind a result.</summary>
    public static readonly ReadOnlyMemory<byte> ResultSuffix = "}"u8.ToArray();

    private static readonly ReadOnlyMemory<byte> Acknowledgement = """{"type":"connection_ack"}"""u8.ToArray();
    private static readonly ReadOnlyMemory<byte> BarePong = """{"type":"pong"}"""u8.ToArray();

    /// <summary>What comes before a result; made once for all results of an operation.</summary>
    public static byte[] ResultPrefix(ReadOnlyMemory<byte> idJson, Subprotocol subprotocol) =>
        [.. "{\"id\":"u8, .. idJson.Span, .. ",\"type\":\""u8, .. Encoding.UTF8.GetBytes(subprotocol.Next), .. "\",\"payload\":"u8];

    public static byte[] Complete(ReadOnlyMemory<byte> idJson) => [.. "{\"id\":"u8, .. idJson.Span, .. ",\"type\":\"complete\"}"u8];

    public static ReadOnlyMemory<byte> Acknowledge(JsonElement? payload) =>
        payload is { ValueKind: JsonValueKind.Object } given
            ? WithPayload("{\"type\":\"connection_ack\",\"payload\":"u8, Encoding.UTF8.GetBytes(given.GetRawText()))
            : Acknowledgement;

    /// <summary>The answer to a ping gives its payload back.</summary>
    public static ReadOnlyMemory<byte> Pong(ReadOnlyMemory<byte> payload) =>
        payload.IsEmpty ? BarePong : WithPayload("{\"type\":\"pong\",\"payload\":"u8, payload.Span);

    /// <summary>The legacy protocol's answer to a client that it does not let in.</summary>
    public static byte[] ConnectionError(string message) =>
        [.. "{\"type\":\"connection_error\",\"payload\":{\"message\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(message), .. "}}"u8];

    /// <summary>The end of an operation that was refused, by what execution says about it.</summary>
    public static byte[] Error(ReadOnlyMemory<byte> idJson, ExecutionResult refusal, Subprotocol subprotocol)
    {
        using var response = JsonDocument.Parse(refusal.ToArray());
        return Error(idJson, Encoding.UTF8.GetBytes(response.RootElement.GetProperty("errors"u8).GetRawText()), refusal.Errors[0].Message, subprotocol);
    }

    /// <summary>The end of an operation that was refused before it came to execution.</summary>
    public static byte[] Error(ReadOnlyMemory<byte> idJson, GraphQLError error, Subprotocol subprotocol) =>
        Error(
            idJson,
            JsonSerializer.SerializeToUtf8Bytes(new[] { new { message = error.Message, extensions = new { code = error.Code } } }),
            error.Message,
            subprotocol);

    private static byte[] Error(ReadOnlyMemory<byte> idJson, byte[] errors, string firstMessage, Subprotocol subprotocol)
    {
        ReadOnlySpan<byte> begin = [.. "{\"id\":"u8, .. idJson.Span, .. ",\"type\":\"error\",\"payload\":"u8];
        if (!subprotocol.IsLegacy)
            return WithPayload(begin, errors);

        // the legacy protocol has a single error there; its client looks for "errors" inside as well
        return WithPayload(
            begin, [.. "{\"message\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(firstMessage), .. ",\"errors\":"u8, .. errors, .. "}"u8]);
    }

    private static byte[] WithPayload(ReadOnlySpan<byte> begin, ReadOnlySpan<byte> payload) => [.. begin, .. payload, .. "}"u8];
}
