namespace GraphQL.AspNetCore;

/// <summary>
/// How many requests are executed at once, whichever transport they came by. An open subscription holds no place: events come at the
/// server's own pace, and each is bounded by time and cost.
/// </summary>
public sealed class ConcurrencyOptions
{
    /// <summary>Requests that are executed at once; at least 1.</summary>
    public int MaxExecutions { get; set; } = 64;

    /// <summary>Requests that wait for a place; those beyond are refused at once. 0: none waits.</summary>
    public int MaxWaiting { get; set; } = 1024;

    /// <summary>How long a request waits for a place before it is refused.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After how long a refused client is told to ask again, in <c>Retry-After</c>; whole seconds.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    internal void Validate()
    {
        if (MaxExecutions < 1 || MaxWaiting < 0 || MaxWait < TimeSpan.Zero || RetryAfter < TimeSpan.FromSeconds(1))
        {
            throw new InvalidOperationException(
                "GraphQLServerOptions.Concurrency needs at least one execution, no negative wait, and a second or more before clients retry.");
        }
    }
}
