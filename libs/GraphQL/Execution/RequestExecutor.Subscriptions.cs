using System.Runtime.CompilerServices;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <content>Subscriptions; September 2025, section "Subscription". One execution per event.</content>
public sealed partial class RequestExecutor
{
    /// <summary>
    /// Follows a subscription. The stream gives one result per event; a request that cannot be followed gives one result whose
    /// <see cref="ExecutionResult.Outcome"/> says why, or which has errors and no data. Every result belongs to the reader, who disposes
    /// it.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async IAsyncEnumerable<ExecutionResult> SubscribeAsync(
        OperationRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Prepare(request, isSubscribing: true, out var prepared) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        await foreach (var result in SubscribeAsync(prepared, request.Services, cancellationToken))
            yield return result;
    }

    private async IAsyncEnumerable<ExecutionResult> SubscribeAsync(
        PreparedRequest prepared,
        IServiceProvider services,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await RefuseAsync(prepared, services, cancellationToken) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        // Only the events have a time limit, not the wait for them.
        var opening = new OperationExecution(
            prepared.Plan,
            _options with { ExecutionTimeout = Timeout.InfiniteTimeSpan },
            _types,
            services,
            prepared.Variables,
            prepared.Conditions,
            @event: null,
            cancellationToken) { User = prepared.User };
        try
        {
            await foreach (var result in FollowAsync(opening, prepared, services, cancellationToken))
                yield return result;
        }
        finally
        {
            await opening.EndAsync();
        }
    }

    private async IAsyncEnumerable<ExecutionResult> FollowAsync(
        OperationExecution opening,
        PreparedRequest prepared,
        IServiceProvider services,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Open(opening, prepared, cancellationToken, out var failure) is { } source)
        {
            await using (source)
            {
                while (failure is null)
                {
                    ExecutionResult result;
                    try
                    {
                        if (!await source.MoveNextAsync())
                            yield break;
                        result = await RunAsync(prepared, services, source.Current, cancellationToken);
                    }
                    catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                    {
                        failure = Failed(exception);
                        break;
                    }

                    yield return result;
                }
            }
        }

        yield return failure!;
    }

    /// <summary>
    /// What subscriptions with equal payloads have in common; null when the request is no subscription that can be followed.
    /// </summary>
    /// <param name="request">The request.</param>
    public SubscriptionKey? GroupOf(OperationRequest request)
    {
        if (Prepare(request, isSubscribing: true, out var prepared) is not { } refusal)
            return SubscriptionKey.Of(prepared);
        refusal.Dispose();
        return null;
    }

    private IAsyncEnumerator<object?>? Open(
        OperationExecution opening,
        PreparedRequest prepared,
        CancellationToken cancellationToken,
        out ExecutionResult? failure)
    {
        failure = null;
        try
        {
            var fields = prepared.Plan.Root.For(prepared.Plan.RootType, prepared.Conditions);
            return fields is [{ Resolver: FieldResolver.Stream stream } field]
                ? opening.Subscribe(field, stream).GetAsyncEnumerator(cancellationToken)
                : throw new InvalidOperationException("The root field of the subscription opens no stream.");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            failure = Failed(exception);
            return null;
        }
    }

    /// <summary>The answer when a stream cannot be opened, or breaks.</summary>
    private ExecutionResult Failed(Exception exception)
    {
        if (exception is GraphQLException { Errors: var errors })
            return Refuse(ExecutionOutcome.Executed, OperationType.Subscription, errors);
        return Refuse(ExecutionOutcome.Executed, OperationType.Subscription, [Unexpected(exception)]);
    }
}
