using System.Diagnostics.Metrics;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.AspNetCore.Streaming;
using GraphQL.AspNetCore.WebSockets;
using GraphQL.Diagnostics;

namespace GraphQL.AspNetCore.Diagnostics;

/// <summary>What the transports measure. All but the refusals is counted in any case, and only read when somebody listens.</summary>
internal sealed class ServerInstruments
{
    private const string ErrorTypeTag = "error.type";
    private const string ReasonTag = "graphql.connection.reason";
    private const string TransportTag = "graphql.transport";
    private const string WebSocket = "websocket";
    private const string Stream = "stream";

    private readonly Counter<long> _refused;

    public ServerInstruments(IMeterFactory factory, ConcurrencyGate gate, SocketRegistry sockets, SocketCounters socketCounters, StreamCounters streams)
    {
        var meter = factory.Create(new MeterOptions(GraphQLTelemetry.Name));
        _refused = meter.CreateCounter<long>("graphql.server.request.refused", "{request}", "Requests that were answered before they reached the executor.");
        meter.CreateObservableUpDownCounter("graphql.server.gate.executing", () => gate.Executing, "{request}", "Places of execution that are taken.");
        meter.CreateObservableUpDownCounter("graphql.server.gate.waiting", () => gate.Waiting, "{request}", "Requests that wait for a place.");
        meter.CreateObservableUpDownCounter(
            "graphql.server.connection.active",
            () => new Measurement<long>[] { ByTransport(sockets.Count, WebSocket), ByTransport(streams.Open, Stream) },
            "{connection}",
            "WebSockets, and responses that go on.");
        meter.CreateObservableCounter(
            "graphql.server.connection.opened",
            () => new Measurement<long>[] { ByTransport(socketCounters.Accepted, WebSocket), ByTransport(streams.Opened, Stream) },
            "{connection}",
            "Those that were opened.");
        meter.CreateObservableCounter(
            "graphql.server.connection.closed",
            () => new Measurement<long>[]
            {
                Closed(socketCounters.Violations, WebSocket, "violation"),
                Closed(socketCounters.Slow, WebSocket, "slow"),
                Closed(socketCounters.Silent, WebSocket, "silent"),
                Closed(socketCounters.Revoked, WebSocket, "revoked"),
                Closed(streams.Slow, Stream, "slow"),
            },
            "{connection}",
            "Those that the server closed.");
        meter.CreateObservableCounter("graphql.server.connection.operations", () => socketCounters.Operations, "{operation}", "Operations that were started over WebSockets.");
    }

    /// <summary>A request was refused before it reached the executor.</summary>
    /// <param name="code">Of its first error.</param>
    public void CountRefused(string? code)
    {
        if (_refused.Enabled)
            _refused.Add(1, new KeyValuePair<string, object?>(ErrorTypeTag, code ?? "_OTHER"));
    }

    private static Measurement<long> ByTransport(long count, string transport) => new(count, new KeyValuePair<string, object?>(TransportTag, transport));

    private static Measurement<long> Closed(long count, string transport, string reason) =>
        new(count, new KeyValuePair<string, object?>(TransportTag, transport), new KeyValuePair<string, object?>(ReasonTag, reason));
}
