using System.Collections.Concurrent;

namespace GraphQL.Subscriptions;

/// <summary>
/// The subscriptions that are followed, over all views of an API: bounds and counts them, and ends them. Safe for any number of threads.
/// </summary>
/// <param name="options">Null: the defaults.</param>
/// <param name="leaseServices">
/// Leases services that belong to no caller, for what is shared; called for each group of subscribers, and for each of its events that asks
/// for a service. Null: nothing is shared.
/// </param>
public sealed class ActiveSubscriptions(SubscriptionOptions? options = null, Func<ServiceLease>? leaseServices = null)
{
    private readonly ConcurrentDictionary<ActiveSubscription, byte> _subscriptions = [];
    private readonly ConcurrentDictionary<string, EventCounters> _fields = [];
    private volatile bool _isDraining;
    private int _count;
    private int _groups;

    /// <summary>How many are followed.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many sources are open: groups of equal subscriptions, and those that share with nobody.</summary>
    public int Groups => Volatile.Read(ref _groups);

    /// <summary>Responses that wait for the slowest subscriber.</summary>
    public int Lag => _subscriptions.Select(static item => item.Key.Lag).DefaultIfEmpty().Max();

    /// <summary>What came and went, over all fields.</summary>
    public EventCounters Counters { get; } = new();

    /// <summary>What came and went, by the field of the subscription type.</summary>
    public IReadOnlyDictionary<string, EventCounters> Fields => _fields;

    internal SubscriptionOptions Options { get; } = (options ?? new SubscriptionOptions()).Validated();

    internal Func<ServiceLease>? LeaseServices { get; } = leaseServices;

    /// <summary>
    /// Takes no further subscriptions, and ends those there are, each behind what is in its buffer. Transports then tell their clients.
    /// </summary>
    public void Drain()
    {
        _isDraining = true;
        End(static _ => true);
    }

    /// <summary>Ends some subscriptions, each behind what is in its buffer.</summary>
    /// <param name="predicate">Which; it must not throw.</param>
    /// <param name="error">The last thing their clients are told; null for nothing.</param>
    /// <returns>How many.</returns>
    public int End(Func<ActiveSubscription, bool> predicate, GraphQLError? error = null)
    {
        var ended = 0;
        foreach (var (subscription, _) in _subscriptions)
        {
            if (!predicate(subscription))
                continue;
            subscription.End(error);
            ended++;
        }

        return ended;
    }

    internal EventCounters CountersOf(string field) => _fields.GetOrAdd(field, static (_, total) => new EventCounters(total), Counters);

    /// <summary>Takes a subscription in.</summary>
    /// <returns>Why it may not be followed; null when it may.</returns>
    internal GraphQLError? TryAdd(ActiveSubscription subscription)
    {
        if (Interlocked.Increment(ref _count) > Options.MaxSubscriptions)
        {
            Interlocked.Decrement(ref _count);
            return SubscriptionErrors.TooMany("subscriptions", Options.MaxSubscriptions);
        }

        _subscriptions.TryAdd(subscription, 0);
        if (!_isDraining)
            return null;
        Remove(subscription);
        return SubscriptionErrors.ShuttingDown();
    }

    internal void Remove(ActiveSubscription subscription)
    {
        if (_subscriptions.TryRemove(subscription, out _))
            Interlocked.Decrement(ref _count);
    }

    internal bool TryAddGroup()
    {
        if (Interlocked.Increment(ref _groups) <= Options.MaxGroups)
            return true;
        Interlocked.Decrement(ref _groups);
        return false;
    }

    internal void RemoveGroup() => Interlocked.Decrement(ref _groups);
}
