using System.Text;
using System.Text.Json;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>A client's message, as far as all types have it in common.</summary>
internal readonly struct ClientMessage
{
    /// <summary>Ids are echoed with every result; clients send a number or a UUID.</summary>
    private const int MaxIdBytes = 256;

    public ClientMessageType Type { get; private init; }

    /// <summary>Null when there is none.</summary>
    public string? Id { get; private init; }

    /// <summary>The id as JSON, with its quotes; a slice of the message.</summary>
    public ReadOnlyMemory<byte> IdJson { get; private init; }

    /// <summary>The payload as JSON, a slice of the message; empty when there is none, or null.</summary>
    public ReadOnlyMemory<byte> Payload { get; private init; }

    /// <summary>What the payload is.</summary>
    public JsonTokenType PayloadType { get; private init; }

    /// <summary>Reads a message.</summary>
    /// <param name="json">Valid UTF-8.</param>
    /// <param name="subprotocol">Whose types it may have.</param>
    /// <param name="maxDepth">How deep it may nest.</param>
    /// <exception cref="SocketViolationException">It is none.</exception>
    public static ClientMessage Read(ReadOnlyMemory<byte> json, Subprotocol subprotocol, int maxDepth)
    {
        try
        {
            return Read(new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = maxDepth }), json, subprotocol);
        }
        catch (JsonException)
        {
            throw Invalid("Message is not valid JSON");
        }
        catch (InvalidOperationException)
        {
            // an escaped surrogate without its other half
            throw Invalid("Message is not valid Unicode");
        }
    }

    private static ClientMessage Read(Utf8JsonReader reader, ReadOnlyMemory<byte> json, Subprotocol subprotocol)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw Invalid("Message must be a JSON object");
        ClientMessageType? type = null;
        string? id = null;
        ReadOnlyMemory<byte> idJson = default, payload = default;
        var payloadType = JsonTokenType.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                Begin(ref reader, type is not null, "type");
                if (reader.TokenType != JsonTokenType.String)
                    throw Invalid("'type' must be a string");
                type = subprotocol.TypeOf(ref reader);
                if (type == ClientMessageType.Unknown)
                    throw Invalid($"Unknown message type '{Shorten(reader.GetString()!)}'");
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                Begin(ref reader, !idJson.IsEmpty, "id");
                idJson = Slice(ref reader, json);
                id = ReadId(ref reader, subprotocol);
            }
            else if (reader.ValueTextEquals("payload"u8))
            {
                Begin(ref reader, payloadType != JsonTokenType.None, "payload");
                payloadType = reader.TokenType;
                payload = Slice(ref reader, json);
            }
            else
            {
                // members of later versions of the protocol
                reader.Read();
                reader.Skip();
            }
        }

        // what follows the object, if anything does, throws here
        reader.Read();
        return new ClientMessage
        {
            Type = type ?? throw Invalid("Message has no 'type'"),
            Id = id,
            IdJson = id is null ? default : idJson,
            Payload = payloadType == JsonTokenType.Null ? default : payload,
            PayloadType = payloadType,
        };
    }

    /// <summary>The id, of messages that must have one.</summary>
    public string RequireId() => Id is { Length: > 0 } id ? id : throw Invalid("'id' must be a string that is not empty");

    /// <summary>Checks that the payload, if there is one, is an object.</summary>
    public void RequireObjectOrNothing()
    {
        if (PayloadType is not (JsonTokenType.None or JsonTokenType.Null or JsonTokenType.StartObject))
            throw Invalid("'payload' must be an object");
    }

    private static string? ReadId(ref Utf8JsonReader reader, Subprotocol subprotocol)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        // early legacy clients count with numbers
        if (reader.TokenType == JsonTokenType.Number && subprotocol.IsLegacy && reader.ValueSpan.Length <= MaxIdBytes)
            return Encoding.UTF8.GetString(reader.ValueSpan);
        if (reader.TokenType != JsonTokenType.String)
            throw Invalid("'id' must be a string that is not empty");
        return reader.ValueSpan.Length <= MaxIdBytes ? reader.GetString() : throw Invalid($"'id' is longer than {MaxIdBytes} bytes");
    }

    private static void Begin(ref Utf8JsonReader reader, bool isRepeated, string member)
    {
        if (isRepeated)
            throw Invalid($"'{member}' is given more than once");
        reader.Read();
    }

    private static ReadOnlyMemory<byte> Slice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 40)}…";

    private static SocketViolationException Invalid(string what) => new(Closures.InvalidMessage(what));
}
