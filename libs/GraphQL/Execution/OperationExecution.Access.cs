using System.Security.Claims;
using GraphQL.Authorization;

namespace GraphQL.Execution;

/// <content>Who asks, and what policies have answered; made when the first guarded field is met.</content>
internal sealed partial class OperationExecution
{
    private PolicyVerdicts? _policies;

    public ClaimsPrincipal User { get; init; } = Anonymous.User;

    public PolicyVerdicts Policies =>
        _policies ?? Interlocked.CompareExchange(ref _policies, new PolicyVerdicts(_options.Policies, User, Services), null) ?? _policies;
}
