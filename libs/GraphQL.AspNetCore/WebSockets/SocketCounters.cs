namespace GraphQL.AspNetCore.WebSockets;

/// <summary>What has happened to sockets since the server started; any thread may read.</summary>
internal sealed class SocketCounters
{
    private long _accepted;
    private long _refused;
    private long _operations;
    private long _violations;
    private long _slow;
    private long _silent;
    private long _revoked;

    /// <summary>Sockets that were opened.</summary>
    public long Accepted => Volatile.Read(ref _accepted);

    /// <summary>Upgrades that were refused: by origin, access, number, or because the server stops.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>Operations that were started.</summary>
    public long Operations => Volatile.Read(ref _operations);

    /// <summary>Sockets closed because their client broke a protocol or a bound.</summary>
    public long Violations => Volatile.Read(ref _violations);

    /// <summary>Sockets cut because their client took nothing for too long.</summary>
    public long Slow => Volatile.Read(ref _slow);

    /// <summary>Sockets closed because their client answered nothing for too long.</summary>
    public long Silent => Volatile.Read(ref _silent);

    /// <summary>Sockets closed because their caller lost the right to them.</summary>
    public long Revoked => Volatile.Read(ref _revoked);

    public void CountAccepted() => Interlocked.Increment(ref _accepted);

    public void CountRefused() => Interlocked.Increment(ref _refused);

    public void CountOperation() => Interlocked.Increment(ref _operations);

    public void CountViolation() => Interlocked.Increment(ref _violations);

    public void CountSlow() => Interlocked.Increment(ref _slow);

    public void CountSilent() => Interlocked.Increment(ref _silent);

    public void CountRevoked() => Interlocked.Increment(ref _revoked);
}
