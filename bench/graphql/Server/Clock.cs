namespace GraphQLBenchmark;

/// <summary>Milliseconds since 1970 with fractions, as the load client reads its own clock.</summary>
internal static class Clock
{
    public static double Now => (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;
}
