using System.Text;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>What a client's message asks for, by whichever name.</summary>
internal enum ClientMessageType
{
    Unknown,
    ConnectionInit,
    Ping,
    Pong,
    Start,
    Stop,
    Terminate,
}

/// <summary>The names of a subprotocol's messages, and where its rules differ from the other's.</summary>
internal sealed class Subprotocol
{
    /// <summary>Current: PROTOCOL.md of npm's graphql-ws.</summary>
    public static readonly Subprotocol GraphQLTransportWs = new("graphql-transport-ws", start: "subscribe", stop: "complete", next: "next")
    {
        KeepAlive = """{"type":"ping"}"""u8.ToArray(),
    };

    /// <summary>Of npm's subscriptions-transport-ws, which is not maintained any more but still in use.</summary>
    public static readonly Subprotocol LegacyGraphQLWs = new("graphql-ws", start: "start", stop: "stop", next: "data")
    {
        KeepAlive = """{"type":"ka"}"""u8.ToArray(),
        IsLegacy = true,
    };

    private readonly byte[] _start;
    private readonly byte[] _stop;

    private Subprotocol(string name, string start, string stop, string next)
    {
        Name = name;
        Next = next;
        _start = Encoding.UTF8.GetBytes(start);
        _stop = Encoding.UTF8.GetBytes(stop);
    }

    /// <summary>As in <c>Sec-WebSocket-Protocol</c>.</summary>
    public string Name { get; }

    /// <summary>The type of a message with a result.</summary>
    public string Next { get; }

    /// <summary>The message that says the server is there.</summary>
    public required ReadOnlyMemory<byte> KeepAlive { get; init; }

    /// <summary>
    /// Whether operations may be sent before the acknowledgement and then wait for it, an id in use replaces its operation, an error
    /// is one object, and a refusal is said before the socket closes.
    /// </summary>
    public bool IsLegacy { get; init; }

    public ClientMessageType TypeOf(ref System.Text.Json.Utf8JsonReader type)
    {
        if (type.ValueTextEquals(_start))
            return ClientMessageType.Start;
        if (type.ValueTextEquals(_stop))
            return ClientMessageType.Stop;
        if (type.ValueTextEquals("connection_init"u8))
            return ClientMessageType.ConnectionInit;
        if (IsLegacy)
            return type.ValueTextEquals("connection_terminate"u8) ? ClientMessageType.Terminate : ClientMessageType.Unknown;
        if (type.ValueTextEquals("ping"u8))
            return ClientMessageType.Ping;
        return type.ValueTextEquals("pong"u8) ? ClientMessageType.Pong : ClientMessageType.Unknown;
    }
}
