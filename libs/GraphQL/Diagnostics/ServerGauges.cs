using System.Diagnostics.Metrics;
using GraphQL.Execution;
using GraphQL.Subscriptions;

namespace GraphQL.Diagnostics;

/// <summary>What is counted in any case, read when somebody listens: the caches of documents and the subscriptions.</summary>
internal static class ServerGauges
{
    /// <summary>Adds the instruments of all views of a schema; once for each meter.</summary>
    public static void Observe(Meter meter, RequestExecutors executors, ActiveSubscriptions? subscriptions)
    {
        meter.CreateObservableUpDownCounter(
            "graphql.server.document.cache.entries", () => executors.CachedDocuments, "{document}", "Documents in the cache.");
        meter.CreateObservableUpDownCounter(
            "graphql.server.document.cache.size", () => executors.CachedBytes, "By",
            "Memory of the documents in the cache, by an estimate.");
        if (subscriptions is null)
            return;
        meter.CreateObservableUpDownCounter(
            "graphql.server.subscription.active", () => subscriptions.Count, "{subscription}", "Subscriptions that are followed.");
        meter.CreateObservableUpDownCounter(
            "graphql.server.subscription.groups", () => subscriptions.Groups, "{group}",
            "Sources that are open: one for subscriptions that share it.");
        meter.CreateObservableGauge(
            "graphql.server.subscription.lag", () => subscriptions.Lag, "{response}", "Responses that wait for the slowest subscriber.");
        Observe(
            meter, subscriptions, "graphql.server.subscription.events", "{event}",
            "Events that were executed.", static counters => counters.Events);
        Observe(
            meter, subscriptions, "graphql.server.subscription.deliveries", "{delivery}",
            "Events times their subscribers.", static counters => counters.Deliveries);
        Observe(
            meter, subscriptions, "graphql.server.subscription.dropped", "{delivery}",
            "Deliveries that were dropped because a buffer was full.", static counters => counters.Dropped);
        Observe(
            meter, subscriptions, "graphql.server.subscription.disconnected", "{subscription}",
            "Subscriptions that were ended because their client was too slow.", static counters => counters.Disconnected);
    }

    private static void Observe(
        Meter meter, ActiveSubscriptions subscriptions, string name, string unit, string description, Func<EventCounters, long> read) =>
        meter.CreateObservableCounter(
            name,
            () => subscriptions.Fields.Select(field => new Measurement<long>(
                read(field.Value), new KeyValuePair<string, object?>(TelemetryTags.SubscriptionField, field.Key))),
            unit,
            description);
}
