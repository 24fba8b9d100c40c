namespace GraphQL.AspNetCore.Streaming;

/// <summary>What has happened to responses that go on since the server started; any thread may read.</summary>
internal sealed class StreamCounters
{
    private long _opened;
    private long _closed;
    private long _slow;

    /// <summary>Responses that were begun.</summary>
    public long Opened => Volatile.Read(ref _opened);

    /// <summary>Those that go on.</summary>
    public long Open => Opened - Volatile.Read(ref _closed);

    /// <summary>Those that were cut because their client did not read.</summary>
    public long Slow => Volatile.Read(ref _slow);

    public void CountOpened() => Interlocked.Increment(ref _opened);

    public void CountClosed() => Interlocked.Increment(ref _closed);

    public void CountSlow() => Interlocked.Increment(ref _slow);
}
