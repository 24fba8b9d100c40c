using GraphQL.Execution;

namespace GraphQL.AspNetCore.Pipeline;

/// <summary>Lets a bounded number of requests execute, and a bounded number wait, each for a bounded time. Taking a free place is cheap.</summary>
internal sealed class ConcurrencyGate(GraphQLServerOptions options) : IDisposable
{
    private readonly ConcurrencyOptions _options = options.Concurrency;
    private readonly SemaphoreSlim _places = new(options.Concurrency.MaxExecutions);
    private int _waiting;

    /// <summary>Places that are taken.</summary>
    public int Executing => _options.MaxExecutions - _places.CurrentCount;

    /// <summary>Requests that wait for one.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Takes a place that is free; what takes one must <see cref="Leave"/>.</summary>
    public bool TryEnter() => _places.Wait(0);

    /// <summary>Waits for a place; false when too many wait, or the wait is too long.</summary>
    public async ValueTask<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (TryEnter())
            return true;
        try
        {
            return Interlocked.Increment(ref _waiting) <= _options.MaxWaiting && await _places.WaitAsync(_options.MaxWait, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Gives a place back.</summary>
    public void Leave() => _places.Release();

    /// <summary>The answer to a request that found no place.</summary>
    public static ExecutionResult Refuse() => ExecutionResult.Refused(
        ExecutionOutcome.Overloaded,
        new GraphQLError("The server executes as many requests as it can; ask again in a moment.") { Code = ErrorCodes.Overloaded });

    public void Dispose() => _places.Dispose();

    /// <summary>A place that may be given back early.</summary>
    public sealed class Place(ConcurrencyGate gate)
    {
        private int _left;

        public void Leave()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                gate.Leave();
        }
    }
}
