using GraphQL.Authorization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.AspNetCore.Authorization;

/// <summary>The policies that the application has added by <c>AddAuthorization</c>.</summary>
/// <param name="policies">Knows their names.</param>
internal sealed class HostPolicies(IAuthorizationPolicyProvider policies) : IPolicyEvaluator
{
    public bool Exists(string policy) => policies.GetPolicyAsync(policy).GetAwaiter().GetResult() is not null;

    public async ValueTask<bool> IsMetAsync(PolicyCheck check, CancellationToken cancellationToken)
    {
        // handlers of policies may be scoped, so the service is the request's own
        var authorization = check.Services.GetRequiredService<IAuthorizationService>();
        var result = await authorization.AuthorizeAsync(check.User, check.Resource, check.Policy).WaitAsync(cancellationToken);
        return result.Succeeded;
    }
}
