using GraphQL.Execution;

namespace GraphQL.Subscriptions;

/// <summary>The groups of equal subscriptions of one view.</summary>
internal sealed class SubscriptionGroups(RequestExecutor executor)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SubscriptionKey, SubscriptionGroup> _groups = [];

    /// <summary>Puts a subscriber into the group of its equals, or into one of its own.</summary>
    /// <returns>Null when there are too many groups.</returns>
    public SubscriptionGroup? Join(Subscriber subscriber, PreparedRequest prepared)
    {
        if (!subscriber.IsShared)
            return Open(new SubscriptionGroup(executor, prepared, key: null, subscriber.Request), subscriber);
        var key = SubscriptionKey.Of(prepared);
        SubscriptionGroup group;
        lock (_lock)
        {
            if (_groups.TryGetValue(key, out var existing) && existing.TryJoin(subscriber))
                return existing;
            var detached = RequestExecutor.Detach(prepared, subscriber.Request);
            if (!executor.Subscriptions.TryAddGroup())
                return null;
            group = new SubscriptionGroup(executor, detached, key, request: null);
            group.TryJoin(subscriber);
            _groups[key] = group;
        }

        group.Start();
        return group;
    }

    public void Remove(SubscriptionKey key, SubscriptionGroup group)
    {
        lock (_lock)
        {
            if (_groups.TryGetValue(key, out var current) && current == group)
                _groups.Remove(key);
        }
    }

    private SubscriptionGroup? Open(SubscriptionGroup group, Subscriber subscriber)
    {
        if (!executor.Subscriptions.TryAddGroup())
            return null;
        group.TryJoin(subscriber);
        group.Start();
        return group;
    }
}
