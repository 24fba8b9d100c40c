using System.Diagnostics.Metrics;

namespace GraphQL.AspNetCore.Streaming;

/// <summary>What is counted about responses that go on.</summary>
internal static class StreamMetrics
{
    private static readonly Meter Meter = new("GraphQL.AspNetCore");

    /// <summary>Clients that were cut because they did not read.</summary>
    public static Counter<long> SlowClients { get; } = Meter.CreateCounter<long>(
        "graphql.server.slow_clients", unit: "{client}", description: "Clients whose connection was cut because they did not read what was sent.");
}
