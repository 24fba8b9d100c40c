using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore;

/// <summary>GraphQL over WebSocket: what is offered, who is let in, and where it stops. Every duration is of the server's clock.</summary>
public sealed class WebSocketTransportOptions
{
    /// <summary>Whether sockets are accepted at all; otherwise an upgrade is answered like any other GET.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether the subprotocol <c>graphql-ws</c> of subscriptions-transport-ws is accepted beside graphql-transport-ws.</summary>
    public bool AllowLegacyProtocol { get; set; } = true;

    /// <summary>
    /// Whether permessage-deflate is agreed to. No compression spans two messages, so an open socket keeps no memory for it, at the
    /// price of a weaker compression; messages below 1 KiB are sent as they are.
    /// </summary>
    public bool Compression { get; set; } = true;

    /// <summary>
    /// Origins, such as <c>https://guild.example</c>, whose pages may open sockets beside those of the server's own host; <c>*</c>
    /// allows all. A browser asks nobody before it opens a socket to a foreign host, so this is what keeps other sites from acting in
    /// a user's name. Clients other than browsers send no origin and are not concerned.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>
    /// Decides on a connection by its <c>connection_init</c>; null accepts all that <see cref="GraphQLServerOptions.Admit"/> admits,
    /// which is asked at the upgrade then and not otherwise. What it finds out it keeps in the context of the upgrade request
    /// (<see cref="HttpContext.User"/>, <see cref="HttpContext.Items"/>, its services), which lives as long as the socket; operations
    /// see it once it has ended.
    /// </summary>
    public Func<ConnectionInitialization, CancellationToken, ValueTask<ConnectionDecision>>? Authenticate { get; set; }

    /// <summary>
    /// Asked about every open connection each <see cref="RecheckInterval"/>; false ends it with 4403, so that a revoked caller is gone
    /// within seconds. When it throws, the connection is closed with 1013, and clients try again.
    /// </summary>
    public Func<HttpContext, CancellationToken, ValueTask<bool>>? Recheck { get; set; }

    /// <summary>How often <see cref="Recheck"/> is asked.</summary>
    public TimeSpan RecheckInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a client may take to send <c>connection_init</c>; then 4408.</summary>
    public TimeSpan InitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often the server says that it is there: the subprotocol's message (<c>ping</c>, or <c>ka</c>) and a ping frame, which every
    /// client answers by itself.
    /// </summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a client may be silent, answers to pings included; then 4499.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(40);

    /// <summary>How long a client may take nothing of what is sent to it; then the connection is cut.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take to answer a close frame.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long queries and mutations may take to end when the application stops; subscriptions end at once. Should be shorter than the
    /// host's own time for shutting down.
    /// </summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest message of a client in bytes, before and after decompression; then 1009.</summary>
    public int MaxMessageBytes { get; set; } = 1024 * 1024;

    /// <summary>How many bytes may wait for a client before its operations wait as well.</summary>
    public int MaxPendingBytes { get; set; } = 64 * 1024;

    /// <summary>Operations of one connection at once; one more gets an <c>error</c>.</summary>
    public int MaxOperationsPerConnection { get; set; } = 100;

    /// <summary>Open sockets; one more gets the status 503.</summary>
    public int MaxConnections { get; set; } = 20_000;

    /// <summary>Open sockets of one address, or of one /64 network of IPv6; one more gets the status 429.</summary>
    public int MaxConnectionsPerAddress { get; set; } = 2_000;

    /// <summary>Open sockets of one <see cref="ConnectionDecision.Caller"/>; one more is closed with 1013.</summary>
    public int MaxConnectionsPerCaller { get; set; } = 1_000;

    internal void Validate()
    {
        RequirePositive(RecheckInterval, nameof(RecheckInterval));
        RequirePositive(InitTimeout, nameof(InitTimeout));
        RequirePositive(KeepAliveInterval, nameof(KeepAliveInterval));
        RequirePositive(SendTimeout, nameof(SendTimeout));
        RequirePositive(CloseTimeout, nameof(CloseTimeout));
        RequireAtLeastOne(MaxMessageBytes, nameof(MaxMessageBytes));
        RequireAtLeastOne(MaxPendingBytes, nameof(MaxPendingBytes));
        RequireAtLeastOne(MaxOperationsPerConnection, nameof(MaxOperationsPerConnection));
        RequireAtLeastOne(MaxConnections, nameof(MaxConnections));
        RequireAtLeastOne(MaxConnectionsPerAddress, nameof(MaxConnectionsPerAddress));
        RequireAtLeastOne(MaxConnectionsPerCaller, nameof(MaxConnectionsPerCaller));
        if (KeepAliveTimeout <= KeepAliveInterval)
            throw Invalid(nameof(KeepAliveTimeout), $"longer than {nameof(KeepAliveInterval)}, for it is the answer to a ping that ends the silence", KeepAliveTimeout);
    }

    private static void RequirePositive(TimeSpan value, string name)
    {
        if (value <= TimeSpan.Zero)
            throw Invalid(name, "longer than nothing", value);
    }

    private static void RequireAtLeastOne(int value, string name)
    {
        if (value < 1)
            throw Invalid(name, "at least 1", value);
    }

    private static InvalidOperationException Invalid(string name, string expected, object found) =>
        new($"GraphQLServerOptions.{nameof(GraphQLServerOptions.WebSockets)}.{name} must be {expected}, but is {found}.");
}

/// <summary>A client that wants to begin.</summary>
/// <param name="Context">Of the upgrade request; it lives as long as the socket.</param>
/// <param name="Subprotocol"><c>graphql-transport-ws</c> or <c>graphql-ws</c>.</param>
/// <param name="Payload">Of <c>connection_init</c>: an object; undefined when there is none.</param>
public sealed record ConnectionInitialization(HttpContext Context, string Subprotocol, JsonElement Payload);

/// <summary>What becomes of a client that wants to begin.</summary>
public sealed record ConnectionDecision
{
    private ConnectionDecision()
    {
    }

    /// <summary>Whether it may.</summary>
    public bool IsAccepted { get; private init; }

    /// <summary>Why it may not; the client reads it.</summary>
    public string? Reason { get; private init; }

    /// <summary>
    /// Who it is, for <see cref="WebSocketTransportOptions.MaxConnectionsPerCaller"/> and
    /// <see cref="GraphQLConnections.CloseAll"/>; null when that is not known.
    /// </summary>
    public string? Caller { get; private init; }

    /// <summary>The payload of <c>connection_ack</c>, a JSON object; null for none.</summary>
    public JsonElement? Payload { get; private init; }

    /// <summary>Lets it in.</summary>
    /// <param name="caller">Who it is, if that is known.</param>
    /// <param name="payload">A JSON object that it is sent with the acknowledgement.</param>
    public static ConnectionDecision Accept(string? caller = null, JsonElement? payload = null) =>
        new() { IsAccepted = true, Caller = caller, Payload = payload };

    /// <summary>Closes its socket with 4403.</summary>
    /// <param name="reason">What the client reads, at most 123 bytes of UTF-8.</param>
    public static ConnectionDecision Reject(string reason = "Forbidden") => new() { Reason = reason };
}
