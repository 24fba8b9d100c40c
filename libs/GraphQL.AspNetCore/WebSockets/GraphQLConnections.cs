using GraphQL.AspNetCore.WebSockets;

namespace GraphQL.AspNetCore;

/// <summary>The open sockets of a server; a singleton among the application's services.</summary>
public sealed class GraphQLConnections
{
    private readonly SocketRegistry _registry;

    internal GraphQLConnections(SocketRegistry registry) => _registry = registry;

    /// <summary>How many there are.</summary>
    public int Count => _registry.Count;

    /// <summary>Closes all sockets of a caller with 4403, and ends their operations.</summary>
    /// <param name="caller">As the host named it in <see cref="ConnectionDecision.Caller"/>.</param>
    /// <param name="reason">What the clients read.</param>
    /// <returns>How many sockets were closed.</returns>
    public int CloseAll(string caller, string reason = "Forbidden") => _registry.CloseAll(caller, reason);
}
