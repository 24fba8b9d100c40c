using System.Diagnostics;
using GraphQL.Execution;

namespace GraphQL.Subscriptions;

/// <content>From the source's events to responses, one at a time and in order.</content>
internal sealed partial class SubscriptionGroup
{
    /// <summary>Most subscriptions that the trace of an event names.</summary>
    private const int MaxTraces = 16;

    private readonly OperationRequest? _request;

    private async Task ExecuteAllAsync(CancellationToken cancellationToken)
    {
        await using var lease = IsShared ? _executor.Subscriptions.LeaseServices!() : null;
        var opening = _executor.Opening(_prepared, _request, lease?.Services, cancellationToken);
        try
        {
            var stream = RequestExecutor.OpenStream(opening, _prepared);
            if (IsShared && (object)stream is ReplayableStream replayable)
                await FollowLiveAsync(replayable, cancellationToken);
            else
                await FollowAsync(stream, cancellationToken);
        }
        finally
        {
            await opening.EndAsync();
        }
    }

    private async Task FollowAsync(IAsyncEnumerable<object?> stream, CancellationToken cancellationToken)
    {
        await using var source = stream.GetAsyncEnumerator(cancellationToken);
        var counts = source as IEventEnumerator;
        var first = source.MoveNextAsync();
        _attached.TrySetResult();

        // a source that never waits must not hold up the subscriber that opened it.
        if (first.IsCompleted)
            await Task.Yield();
        if (!await first)
            return;
        do
        {
            await ExecuteAsync(source.Current, position: null, counts?.DroppedBefore ?? 0, cancellationToken);
        }
        while (!IsOver() && await source.MoveNextAsync());
    }

    private async Task FollowLiveAsync(ReplayableStream stream, CancellationToken cancellationToken)
    {
        var live = await stream.AttachToLiveAsync(cancellationToken);
        _attached.TrySetResult();
        await foreach (var item in live.WithCancellation(cancellationToken))
            await ExecuteAsync(item.Item, item.Position, droppedBefore: 0, cancellationToken);
    }

    private async ValueTask ExecuteAsync(object? @event, long? position, long droppedBefore, CancellationToken cancellationToken)
    {
        // neither a source that never waits nor a simple operation looks at the token.
        cancellationToken.ThrowIfCancellationRequested();
        if (droppedBefore > 0)
            _counters.AddDropped(droppedBefore);
        if (HidesEvents && !IsShared && !IsForOnlyMember(@event, ref droppedBefore))
            return;
        ExecutionResult result;
        if (_request is not null)
        {
            result = await _executor.RunEventAsync(_prepared, _request.Services, @event, Traces, cancellationToken);
        }
        else
        {
            await using var services = new LazyServices(_executor.Subscriptions.LeaseServices!);
            result = await _executor.RunEventAsync(_prepared, services, @event, Traces, cancellationToken);
        }

        using (result)
            await DeliverAsync(new Delivery<ExecutionResult>(result, position) { DroppedBefore = droppedBefore }, @event);
    }

    /// <summary>Of the requests that subscribed, as far as they were traced.</summary>
    private List<ActivityContext> Traces()
    {
        var traces = new List<ActivityContext>();
        lock (_lock)
        {
            foreach (var member in _members)
            {
                if (traces.Count == MaxTraces)
                    break;
                if (member.Trace != default)
                    traces.Add(member.Trace);
            }
        }

        return traces;
    }
}
