using GraphQL.Authorization;

namespace GraphQL.Execution;

/// <content>Policies that are asked before anything is executed.</content>
public sealed partial class RequestExecutor
{
    private async ValueTask<ExecutionResult> RunWhenAdmittedAsync(
        PreparedRequest prepared, IServiceProvider services, CancellationToken cancellationToken) =>
        await RefuseAsync(prepared, services, cancellationToken)
        ?? await RunAsync(prepared, services, @event: null, cancellationToken);

    /// <summary>The answer to a request that a policy refuses; null when none does.</summary>
    private async ValueTask<ExecutionResult?> RefuseAsync(PreparedRequest prepared, IServiceProvider services, CancellationToken cancellationToken)
    {
        var uses = prepared.Plan.Requirements.Policies;
        if (uses.IsEmpty)
            return null;
        var verdicts = new PolicyVerdicts(_options.Policies, prepared.User, services);
        var errors = new List<GraphQLError>();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_options.ExecutionTimeout);
        try
        {
            foreach (var use in uses)
            {
                var error = FieldGuard.Refuse(use.Rule, prepared.User, use.Coordinate);
                if (error is null && use.Rule.Policy is { } policy && !await verdicts.IsMetAsync(policy, resource: null, timeout.Token))
                    error = AuthorizationErrors.Refused(prepared.User, use.Coordinate);
                if (error is not null && errors.Count < _options.MaxErrors)
                    errors.Add(error with { Locations = [prepared.Plan.LocationOf(use.Node)] });
            }
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            errors = [ExecutionErrors.Timeout(_options.ExecutionTimeout)];
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // a policy that fails refuses
            errors = [Unexpected(exception)];
        }

        return errors.Count == 0 ? null : Refuse(ExecutionOutcome.NotAuthorized, prepared.Plan.Operation.Operation, [.. errors]);
    }
}
