using System.Collections.Immutable;
using System.Security.Claims;

namespace GraphQL.Authorization;

/// <summary>One thing asked of callers: what <see cref="AuthorizeAttribute"/> says, as the schema keeps it.</summary>
public sealed record AuthorizationRule
{
    /// <summary>Roles of which the caller must have at least one; empty when none is asked for.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>A policy of the host that must be met; null when none is asked for.</summary>
    public string? Policy { get; init; }

    /// <summary>When the policy is asked.</summary>
    public ApplyPolicy Apply { get; init; }

    /// <summary>What the policy is asked about before the resolver.</summary>
    public PolicyResource Resource { get; init; }

    /// <summary>The rule that an attribute states.</summary>
    public static AuthorizationRule Of(AuthorizeAttribute attribute) => new()
    {
        Roles = [.. attribute.Roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Policy = attribute.Policy,
        Apply = attribute.Apply,
        Resource = attribute.Resource,
    };

    /// <summary>True when a caller has one of the roles, or none is asked for.</summary>
    public bool HasRole(ClaimsPrincipal user)
    {
        foreach (var role in Roles)
        {
            if (user.IsInRole(role))
                return true;
        }

        return Roles.IsEmpty;
    }

    /// <summary>True when whoever is signed in passes, so that all who are get the same.</summary>
    public bool AsksOnlyToSignIn => Roles.IsEmpty && Policy is null;

    /// <summary>What is left to ask of a caller who has one of the roles; null when nothing is.</summary>
    public AuthorizationRule? WithoutRoles() => Roles.IsEmpty ? this : Policy is null ? null : this with { Roles = [] };

    /// <inheritdoc/>
    public bool Equals(AuthorizationRule? other) =>
        other is not null && Policy == other.Policy && Apply == other.Apply && Resource == other.Resource && Roles.SequenceEqual(other.Roles);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Policy, Apply, Resource, Roles.Length);
}
