using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>
/// All open sockets: counts them, looks after them with one timer for all (a socket has none of its own), and ends them when the
/// application stops.
/// </summary>
internal sealed class SocketRegistry : IDisposable
{
    private static readonly TimeSpan LongestTick = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan ShortestTick = TimeSpan.FromSeconds(0.01);

    private readonly WebSocketTransportOptions _options;
    private readonly Lock _lock = new();
    private readonly HashSet<SocketConnection> _connections = [];
    private readonly Dictionary<string, int> _byAddress = [];
    private readonly Dictionary<string, int> _byCaller = [];
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _stopping;
    private int _admitted;

    public SocketRegistry(GraphQLServerOptions options, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        _options = options.WebSockets;
        _lifetime = lifetime;
        var tick = Tick(_options);
        _timer = clock.CreateTimer(static state => ((SocketRegistry)state!).LookAfter(), this, tick, tick);
        _stopping = lifetime.ApplicationStopping.Register(Stop);
    }

    /// <summary>Whether the application stops; true before anything else hears of it.</summary>
    public bool IsStopping => _lifetime.ApplicationStopping.IsCancellationRequested;

    public int Count
    {
        get
        {
            lock (_lock)
                return _connections.Count;
        }
    }

    /// <summary>Takes a place for one more socket.</summary>
    /// <returns>The status to refuse it with; null when it has its place, for <see cref="Leave"/>.</returns>
    public int? TryEnter(string address)
    {
        lock (_lock)
        {
            if (IsStopping || _admitted >= _options.MaxConnections)
                return StatusCodes.Status503ServiceUnavailable;
            if (!TryCount(_byAddress, address, _options.MaxConnectionsPerAddress))
                return StatusCodes.Status429TooManyRequests;
            _admitted++;
            return null;
        }
    }

    /// <summary>Gives the place back.</summary>
    public void Leave(string address)
    {
        lock (_lock)
        {
            _admitted--;
            Uncount(_byAddress, address);
        }
    }

    /// <summary>Looks after a socket from now on.</summary>
    public void Add(SocketConnection connection)
    {
        lock (_lock)
        {
            _connections.Add(connection);
            if (IsStopping)
                connection.Drain();
        }
    }

    public void Remove(SocketConnection connection)
    {
        lock (_lock)
        {
            _connections.Remove(connection);
            if (connection.Caller is { } caller)
                Uncount(_byCaller, caller);
        }
    }

    /// <summary>Says whose socket it is.</summary>
    /// <returns>False when the caller has too many.</returns>
    public bool TryAssign(SocketConnection connection, string caller)
    {
        lock (_lock)
        {
            if (!TryCount(_byCaller, caller, _options.MaxConnectionsPerCaller))
                return false;
            connection.Caller = caller;
            return true;
        }
    }

    public int CloseAll(string caller, string reason)
    {
        var closed = 0;
        foreach (var connection in Snapshot())
        {
            if (connection.Caller == caller && connection.Revoke(reason))
                closed++;
        }

        return closed;
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _timer.Dispose();
    }

    /// <summary>Whose places a client takes: an address of IPv4, or a network of IPv6, since a single user has all of its addresses.</summary>
    public static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    private void LookAfter()
    {
        foreach (var connection in Snapshot())
            connection.LookAfter();
    }

    private void Stop()
    {
        foreach (var connection in Snapshot())
            connection.Drain();
    }

    private SocketConnection[] Snapshot()
    {
        lock (_lock)
            return _connections.Count == 0 ? [] : [.. _connections];
    }

    /// <summary>Often enough for the shortest of the times.</summary>
    private static TimeSpan Tick(WebSocketTransportOptions options)
    {
        TimeSpan[] times = [options.InitTimeout, options.KeepAliveInterval, options.SendTimeout, options.CloseTimeout, options.RecheckInterval];
        var tick = times.Min() / 4;
        return tick > LongestTick ? LongestTick : tick < ShortestTick ? ShortestTick : tick;
    }

    private static bool TryCount(Dictionary<string, int> counts, string key, int limit)
    {
        var count = counts.GetValueOrDefault(key);
        if (count >= limit)
            return false;
        counts[key] = count + 1;
        return true;
    }

    private static void Uncount(Dictionary<string, int> counts, string key)
    {
        if (--counts[key] == 0)
            counts.Remove(key);
    }
}
