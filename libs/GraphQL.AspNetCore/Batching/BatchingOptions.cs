namespace GraphQL.AspNetCore;

/// <summary>Several requests in one: a JSON array of them, answered by an array in the same order.</summary>
public sealed class BatchingOptions
{
    /// <summary>Whether arrays are accepted. A client that can use HTTP/2 gains nothing by them.</summary>
    public bool Enabled { get; set; }

    /// <summary>How many requests an array may have; at least 1.</summary>
    public int MaxSize { get; set; } = 32;

    /// <summary>How many of them are executed at once; at least 1.</summary>
    public int MaxConcurrency { get; set; } = 4;

    internal void Validate()
    {
        if (MaxSize < 1 || MaxConcurrency < 1)
            throw new InvalidOperationException("GraphQLServerOptions.Batching.MaxSize and MaxConcurrency must be at least 1.");
    }
}
