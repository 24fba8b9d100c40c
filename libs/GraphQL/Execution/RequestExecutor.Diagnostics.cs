using System.Diagnostics;
using System.Runtime.CompilerServices;
using GraphQL.Diagnostics;

namespace GraphQL.Execution;

/// <content>What is done of requests that somebody watches; those that nobody watches never come here.</content>
public sealed partial class RequestExecutor
{
    private bool IsObserved(OperationRequest request) => _instruments.IsWatched || request.Plan == PlanMode.Explain;

    /// <summary>What is explained is delivered whole.</summary>
    private static bool PutsOff(PreparedRequest prepared, OperationRequest request) => prepared.Plan.PutsOff && request.Plan == PlanMode.None;

    /// <summary>The answer to a request that is only to be planned.</summary>
    private static ExecutionResult Planned(PreparedRequest prepared)
    {
        var result = new ExecutionResult(ExecutionOutcome.Planned, prepared.Plan.Operation.Operation, [], new ResultWriter(long.MaxValue), data: null)
        {
            Cost = prepared.Cost,
        };
        result.Extend(PlanDescription.Extension, PlanDescription.Of(prepared, recorder: null));
        return result;
    }

    private async ValueTask<ExecutionResult> ExecuteObservedAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        using var observation = OperationObservation.Begin(_instruments, _options, request);
        var result = await Execute(request, observation, cancellationToken);
        observation.Explain(result);
        observation.Add(result);
        return result;
    }

    private async IAsyncEnumerable<ExecutionResult> StreamObservedAsync(
        OperationRequest request, bool? isSubscribing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var observation = OperationObservation.Begin(_instruments, _options, request);
        await using var results = Stream(request, isSubscribing, observation, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            observation.Resume();
            var next = results.MoveNextAsync();

            // a subscription that waits for its events is open, and they have spans of their own
            if (observation.IsSubscription && !next.IsCompleted)
                observation.Dispose();
            if (!await next)
                break;
            if (!observation.IsSubscription || !results.Current.HasData)
            {
                observation.Explain(results.Current);
                observation.Add(results.Current);
            }

            yield return results.Current;
            if (observation.IsSubscription)
                observation.Dispose();
        }
    }

    /// <summary>Executes one event of a subscription.</summary>
    /// <param name="prepared">The operation.</param>
    /// <param name="services">Of the caller, or of nobody.</param>
    /// <param name="event">The event.</param>
    /// <param name="subscriptions">Gives the traces of the requests that subscribed.</param>
    /// <param name="cancellationToken">Fires when nobody waits for the result any more.</param>
    internal ValueTask<ExecutionResult> RunEventAsync(
        PreparedRequest prepared,
        IServiceProvider services,
        object? @event,
        Func<IEnumerable<ActivityContext>> subscriptions,
        CancellationToken cancellationToken) =>
        _instruments.IsWatched
            ? RunEventObservedAsync(prepared, services, @event, subscriptions, cancellationToken)
            : RunAsync(prepared, services, @event, cancellationToken);

    private async ValueTask<ExecutionResult> RunEventObservedAsync(
        PreparedRequest prepared,
        IServiceProvider services,
        object? @event,
        Func<IEnumerable<ActivityContext>> subscriptions,
        CancellationToken cancellationToken)
    {
        using var observation = OperationObservation.BeginEvent(_instruments, _options, prepared.Plan.Operation, subscriptions());
        var result = await RunAsync(prepared with { Observation = observation }, services, @event, cancellationToken);
        observation.Add(result);
        return result;
    }
}
