using System.Security.Claims;

namespace GraphQL.Authorization;

/// <summary>The host's policies. Must be safe for any number of threads; what it throws refuses the field as something unexpected.</summary>
public interface IPolicyEvaluator
{
    /// <summary>True when there is a policy of that name; asked at start, of every name that the schema uses.</summary>
    bool Exists(string policy);

    /// <summary>True when the policy is met.</summary>
    /// <param name="check">What is asked.</param>
    /// <param name="cancellationToken">Fires when the client has gone or the request has run for too long.</param>
    ValueTask<bool> IsMetAsync(PolicyCheck check, CancellationToken cancellationToken);
}

/// <summary>A question to a policy.</summary>
/// <param name="Policy">Its name.</param>
/// <param name="User">The caller; one who is not signed in has no authenticated identity.</param>
/// <param name="Resource">The object or value in question; null when the policy is about the caller alone.</param>
/// <param name="Services">Services of the request.</param>
public sealed record PolicyCheck(string Policy, ClaimsPrincipal User, object? Resource, IServiceProvider Services);
