using System.Runtime.CompilerServices;
using System.Text.Json;
using GraphQL.Authorization;
using GraphQL.Cost;
using GraphQL.Language;
using GraphQL.Subscriptions;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <content>Subscriptions; September 2025, section "Subscription". One execution per event and group of equal subscriptions.</content>
public sealed partial class RequestExecutor
{
    /// <summary>
    /// Follows a subscription. The stream gives one result per event; a request that cannot be followed gives one result whose
    /// <see cref="ExecutionResult.Outcome"/> says why, or which has errors and no data. Every result belongs to the reader, who disposes
    /// it. The source is opened when the first result is asked for.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public IAsyncEnumerable<ExecutionResult> SubscribeAsync(OperationRequest request, CancellationToken cancellationToken) =>
        IsObserved(request)
            ? StreamObservedAsync(request, isSubscribing: true, cancellationToken)
            : Stream(request, isSubscribing: true, observation: null, cancellationToken);

    /// <summary>
    /// What subscriptions with equal payloads have in common; null when the request is no subscription that can be followed.
    /// </summary>
    /// <param name="request">The request.</param>
    public SubscriptionKey? GroupOf(OperationRequest request)
    {
        if (Prepare(request, isSubscribing: true, observation: null, out var prepared) is not { } refusal)
            return SubscriptionKey.Of(prepared);
        refusal.Dispose();
        return null;
    }

    /// <summary>Makes what opens a source; it ends with the source.</summary>
    /// <param name="prepared">The operation.</param>
    /// <param name="request">On whose behalf; null: on nobody's.</param>
    /// <param name="services">Services that belong to no caller; null: those of the request.</param>
    /// <param name="cancellationToken">Ends the source.</param>
    internal OperationExecution Opening(
        PreparedRequest prepared, OperationRequest? request, IServiceProvider? services, CancellationToken cancellationToken) => new(
        // only the events have a time limit, not the wait for them.
        _options with { ExecutionTimeout = Timeout.InfiniteTimeSpan },
        _types,
        services ?? request!.Services,
        prepared,
        @event: null,
        cancellationToken)
    {
        User = prepared.User,
    };

    /// <summary>Opens the source of a subscription.</summary>
    internal static IAsyncEnumerable<object?> OpenStream(OperationExecution opening, PreparedRequest prepared) =>
        prepared.Plan.Root.For(prepared.Plan.RootType, prepared.Conditions) is [{ Resolver: FieldResolver.Stream stream } field]
            ? opening.Subscribe(field, stream)
            : throw new InvalidOperationException("The root field of the subscription opens no stream.");

    /// <summary>
    /// The same operation on nobody's behalf, with variables in memory of their own, which outlives the transport's, and without extensions.
    /// </summary>
    internal static PreparedRequest Detach(PreparedRequest prepared, OperationRequest request)
    {
        prepared = prepared with { User = SubscriptionKey.IsOfSignedIn(prepared) ? Anonymous.SignedIn : Anonymous.User, Extensions = default };
        return request.Variables.ValueKind == JsonValueKind.Object
            && VariableCoercion.Coerce(prepared.Plan, request.Variables.Clone(), CoercionContext.Empty, out _) is { } variables
            ? prepared with { Variables = variables }
            : prepared;
    }

    /// <summary>The answer when a stream cannot be opened, or breaks.</summary>
    internal ExecutionResult Failed(Exception exception) => exception is GraphQLException { Errors: var errors }
        ? Refuse(ExecutionOutcome.Executed, OperationType.Subscription, errors)
        : Refuse(Unexpected(exception));

    /// <summary>The answer when a subscription cannot be followed, or not any longer.</summary>
    internal static ExecutionResult Refuse(GraphQLError error) => Refuse(ExecutionOutcome.Executed, OperationType.Subscription, [error]);

    private IAsyncEnumerable<ExecutionResult> Subscribe(PreparedRequest prepared, OperationRequest request, CancellationToken cancellationToken) =>
        prepared.Plan.Requirements.Policies.IsEmpty
            ? Follow(prepared, request, cancellationToken)
            : FollowWhenAdmittedAsync(prepared, request, cancellationToken);

    private async IAsyncEnumerable<ExecutionResult> FollowWhenAdmittedAsync(
        PreparedRequest prepared, OperationRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await RefuseAsync(prepared, request.Services, cancellationToken) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        await foreach (var result in Follow(prepared, request, cancellationToken))
            yield return result;
    }

    private Subscriber Follow(PreparedRequest prepared, OperationRequest request, CancellationToken cancellationToken)
    {
        // files and a report of costs belong to their request, and are no part of the key.
        var isShared = Subscriptions.LeaseServices is not null && request.Files.Count == 0 && prepared.Mode != CostMode.Report
            && prepared.Plan.Requirements.Policies.IsEmpty && prepared.Plan.Subscription.IsShareable;
        return new Subscriber(this, prepared with { Observation = null }, request, prepared.Plan.Subscription.Field, isShared, cancellationToken);
    }

    private static async IAsyncEnumerable<ExecutionResult> Single(ExecutionResult result)
    {
        await Task.CompletedTask;
        yield return result;
    }
}
