using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Subscriptions;
using GraphQL.Types;

namespace GraphQL.Tests.Subscriptions;

/// <summary>
/// An executor of annotated classes with topics, whose subscriptions may be shared; counts how often events are executed.
/// </summary>
internal sealed class SharedApi
{
    public SharedApi(SubscriptionOptions? options = null, Func<RequestExecutorOptions, RequestExecutorOptions>? configure = null)
    {
        Hub = new TopicHub(new InMemoryTopicBroker(), options);
        Subscriptions = new ActiveSubscriptions(options, () => Lease(caller: null));
        var schema = new SchemaBuilder()
            .InferServices(static type => type == typeof(Log) || type == typeof(Caller))
            .InferSingletons(static type => type == typeof(Log))
            .AddType(typeof(Queries))
            .AddType(typeof(SharedSubscriptions))
            .Build();
        Executor = new RequestExecutor(schema, (configure ?? (static item => item))(new RequestExecutorOptions { Subscriptions = Subscriptions }));
    }

    public TopicHub Hub { get; }

    public ActiveSubscriptions Subscriptions { get; }

    public RequestExecutor Executor { get; }

    public Log Log { get; } = new();

    /// <summary>Leases of services that belong to nobody and were not given back yet.</summary>
    public int Leases => _leases;

    private int _leases;

    public OperationRequest Request(string document, string variables = "{}", string caller = "somebody") => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        Variables = JsonDocument.Parse(variables).RootElement,
        Services = new Types.Building.Services(Hub, Log, new Caller(caller)),
        Allows = static kind => kind == OperationType.Subscription,
    };

    public Follower Follow(string document, string variables = "{}", string caller = "somebody", CancellationToken cancellationToken = default) =>
        new(Executor.StreamAsync(Request(document, variables, caller), cancellationToken).GetAsyncEnumerator(cancellationToken));

    private ServiceLease Lease(string? caller)
    {
        Interlocked.Increment(ref _leases);
        return new ServiceLease(new Types.Building.Services(Hub, Log, new Caller(caller ?? "nobody")), new Return(this));
    }

    private sealed class Return(SharedApi api) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Interlocked.Decrement(ref api._leases);
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>Reads a subscription with patience, but not for ever. It is followed once it is made.</summary>
internal sealed class Follower : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IAsyncEnumerator<ExecutionResult> _results;
    private Task<bool>? _next;

    public Follower(IAsyncEnumerator<ExecutionResult> results)
    {
        _results = results;
        _next = results.MoveNextAsync().AsTask();
    }

    public async Task<ExecutionResult> ResultAsync()
    {
        Xunit.Assert.True(await MoveAsync());
        return _results.Current;
    }

    public async Task<string> NextAsync()
    {
        using var result = await ResultAsync();
        return result.ToString();
    }

    public async Task<bool> EndsAsync() => !await MoveAsync();

    /// <summary>Everything up to the end.</summary>
    public async Task<List<string>> RestAsync()
    {
        var rest = new List<string>();
        while (await MoveAsync())
        {
            using var result = _results.Current;
            rest.Add(result.ToString());
        }

        return rest;
    }

    public async ValueTask DisposeAsync()
    {
        // what came in the meantime is released by the stream.
        if (_next is { IsCompleted: false })
            throw new InvalidOperationException("It still waits; end or cancel the subscription first.");
        await _results.DisposeAsync();
    }

    private Task<bool> MoveAsync()
    {
        var next = _next ?? _results.MoveNextAsync().AsTask();
        _next = null;
        return next.WaitAsync(Patience);
    }
}

/// <summary>A service that is the same for everybody.</summary>
internal sealed class Log
{
    private int _executions;

    public int Executions => _executions;

    /// <summary>Holds the counting streams until all who are to share have come.</summary>
    public TaskCompletionSource Opening { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Entries { get; } = [];

    public void Count() => Interlocked.Increment(ref _executions);
}

/// <summary>A service of one request.</summary>
internal sealed record Caller(string Name);

internal sealed record Tick(int Seq)
{
    public string Payload => new('x', Seq % 7);

    public string Counted(Log log)
    {
        log.Count();
        return $"#{Seq}";
    }

    public string? Odd() => Seq % 2 == 1 ? "odd" : throw new GraphQLException(new GraphQLError("Even.") { Code = "EVEN" });

    public string Seen(Caller caller) => caller.Name;

    [PerViewer]
    public string Mine(Caller caller) => caller.Name;

    public string Ambient() => SharedSubscriptions.Ambient.Value ?? "nothing";
}

[QueryType]
internal static class Queries
{
    public static int One => 1;
}

[SubscriptionType]
internal static class SharedSubscriptions
{
    [GraphQLIgnore]
    public static AsyncLocal<string?> Ambient { get; } = new();

    [Topic("tick")]
    public static Tick Tick([EventMessage] Tick tick) => tick;

    [Topic("room_{room}")]
    public static Tick Room(string room, [EventMessage] Tick tick) => tick;

    [Shared]
    [Topic("tick")]
    public static Tick Declared([EventMessage] Tick tick) => tick;

    [PerViewer]
    [Topic("tick")]
    public static Tick Own([EventMessage] Tick tick) => tick;

    [Topic("tick")]
    public static string Greeting(Caller caller, [EventMessage] Tick tick) => $"{caller.Name} {tick.Seq}";

    [Topic("tick")]
    public static async Task<Tick> Slow([EventMessage] Tick tick, CancellationToken cancellationToken)
    {
        if (tick.Seq == 1)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        return tick;
    }

    public static IAsyncEnumerable<int> Counting(Log log) => Count(log);

    [Shared]
    public static IAsyncEnumerable<int> SharedCounting(Log log) => Count(log);

    private static async IAsyncEnumerable<int> Count(Log log)
    {
        log.Count();
        await log.Opening.Task;
        yield return 1;
        throw new GraphQLException(new GraphQLError("Broken.") { Code = "BROKEN" });
    }
}
