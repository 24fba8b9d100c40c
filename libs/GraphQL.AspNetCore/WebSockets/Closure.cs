namespace GraphQL.AspNetCore.WebSockets;

/// <summary>Why a socket is closed.</summary>
/// <param name="Code">RFC 6455, section 7.4, or the subprotocol's own.</param>
/// <param name="Reason">What the client is told.</param>
internal sealed record Closure(int Code, string Reason);

/// <summary>Ends a socket for what its client did.</summary>
internal sealed class SocketViolationException(Closure closure) : Exception(closure.Reason)
{
    public Closure Closure { get; } = closure;
}

/// <summary>
/// Every way the server closes a socket, in one place. The codes from 4400 on are those of graphql-transport-ws (PROTOCOL.md of
/// graphql-ws), which the legacy protocol, having none, gets as well.
/// </summary>
internal static class Closures
{
    /// <summary>The server stops; the client finds it, or another copy of it, by connecting again.</summary>
    public static readonly Closure GoingAway = new(1001, "Server is going away");

    public static readonly Closure NotUtf8 = new(1007, "Message is not valid UTF-8");
    public static readonly Closure NotCompressed = new(1007, "Message is not validly compressed");
    public static readonly Closure Normal = new(1000, "");
    public static readonly Closure TooManyConnections = new(1013, "Too many connections");
    public static readonly Closure RecheckFailed = new(1013, "Access could not be checked, try again");

    public static readonly Closure Unauthorized = new(4401, "Unauthorized");
    public static readonly Closure SubprotocolNotAcceptable = new(4406, "Subprotocol not acceptable");
    public static readonly Closure InitialisationTimeout = new(4408, "Connection initialisation timeout");
    public static readonly Closure TooManyInitialisations = new(4429, "Too many initialisation requests");

    /// <summary>None of the protocol's own: the client answers neither pings nor anything else.</summary>
    public static readonly Closure NoAnswer = new(4499, "No answer to pings");

    public static readonly Closure Internal = new(4500, "Internal server error");

    public static Closure FrameInvalid(string what) => new(1002, $"Invalid frame: {what}");

    public static Closure MessageTooLarge(int limit) => new(1009, $"Message is larger than {limit} bytes");

    public static Closure TooManyFragments(int limit) => new(1009, $"Message has more than {limit} fragments");

    public static Closure InvalidMessage(string what) => new(4400, what);

    public static Closure Forbidden(string reason) => new(4403, reason);

    public static Closure SubscriberExists(string id) => new(4409, $"Subscriber for {id} already exists");
}
