namespace GraphQL.Subscriptions;

/// <summary>Counts events and what became of them; every number only grows. Safe for any number of threads.</summary>
public sealed class EventCounters
{
    private readonly EventCounters? _total;
    private long _events;
    private long _deliveries;
    private long _dropped;
    private long _disconnected;

    /// <param name="total">Counts with it; null when nothing does.</param>
    internal EventCounters(EventCounters? total = null) => _total = total;

    /// <summary>Events that came: messages of a topic, or executions of a subscription.</summary>
    public long Events => Volatile.Read(ref _events);

    /// <summary>Events times those whom they were for.</summary>
    public long Deliveries => Volatile.Read(ref _deliveries);

    /// <summary>Deliveries that were dropped because a buffer was full.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Receivers and subscribers that were ended because they were too slow.</summary>
    public long Disconnected => Volatile.Read(ref _disconnected);

    internal void AddEvent(int deliveries)
    {
        Interlocked.Increment(ref _events);
        Interlocked.Add(ref _deliveries, deliveries);
        _total?.AddEvent(deliveries);
    }

    internal void AddDropped(long count = 1)
    {
        Interlocked.Add(ref _dropped, count);
        _total?.AddDropped(count);
    }

    internal void AddDisconnected()
    {
        Interlocked.Increment(ref _disconnected);
        _total?.AddDisconnected();
    }
}
