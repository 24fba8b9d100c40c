using System.Diagnostics.Metrics;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.AspNetCore.Streaming;
using GraphQL.AspNetCore.WebSockets;
using GraphQL.Diagnostics;
using GraphQL.Subscriptions;

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

    /// <summary>Adds the instruments to the host's meter.</summary>
    /// <param name="factory">The host's.</param>
    /// <param name="gate">Of execution.</param>
    /// <param name="sockets">The open ones.</param>
    /// <param name="socketCounters">What has happened to them.</param>
    /// <param name="streams">What has happened to responses that go on.</param>
    /// <param name="topics">Null when the host has none.</param>
    public ServerInstruments(
        IMeterFactory factory,
        ConcurrencyGate gate,
        SocketRegistry sockets,
        SocketCounters socketCounters,
        StreamCounters streams,
        TopicHub? topics = null)
    {
        var meter = factory.Create(new MeterOptions(GraphQLTelemetry.Name));
        _refused = meter.CreateCounter<long>(
            "graphql.server.request.refused", "{request}", "Requests that were answered before they reached the executor.");
        meter.CreateObservableUpDownCounter(
            "graphql.server.gate.executing", () => gate.Executing, "{request}", "Places of execution that are taken.");
        meter.CreateObservableUpDownCounter(
            "graphql.server.gate.waiting", () => gate.Waiting, "{request}", "Requests that wait for a place.");
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
        meter.CreateObservableCounter(
            "graphql.server.connection.operations", () => socketCounters.Operations, "{operation}",
            "Operations that were started over WebSockets.");

        // the names of topics are as many as clients' arguments, and so no tags
        var messages = topics?.Counters;
        meter.CreateObservableUpDownCounter(
            "graphql.server.topic.active", () => topics?.Topics.Count ?? 0, "{topic}", "Topics with receivers.");
        meter.CreateObservableCounter(
            "graphql.server.topic.messages", () => messages?.Events ?? 0, "{message}", "Messages of topics with receivers.");
        meter.CreateObservableCounter(
            "graphql.server.topic.deliveries", () => messages?.Deliveries ?? 0, "{delivery}", "Messages times their receivers.");
        meter.CreateObservableCounter(
            "graphql.server.topic.dropped", () => messages?.Dropped ?? 0, "{delivery}",
            "Deliveries that were dropped because a receiver's buffer was full.");
        meter.CreateObservableCounter(
            "graphql.server.topic.disconnected", () => messages?.Disconnected ?? 0, "{receiver}",
            "Receivers that were ended because they were too slow.");
    }

    /// <summary>A request was refused before it reached the executor.</summary>
    /// <param name="code">Of its first error.</param>
    public void CountRefused(string? code)
    {
        if (_refused.Enabled)
            _refused.Add(1, new KeyValuePair<string, object?>(ErrorTypeTag, code ?? "_OTHER"));
    }

    private static Measurement<long> ByTransport(long count, string transport) =>
        new(count, new KeyValuePair<string, object?>(TransportTag, transport));

    private static Measurement<long> Closed(long count, string transport, string reason) =>
        new(count, new KeyValuePair<string, object?>(TransportTag, transport), new KeyValuePair<string, object?>(ReasonTag, reason));
}
