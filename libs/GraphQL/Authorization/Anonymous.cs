using System.Security.Claims;

namespace GraphQL.Authorization;

/// <summary>A caller of whom nothing is known.</summary>
internal static class Anonymous
{
    public static ClaimsPrincipal User { get; } = new(new ClaimsIdentity());
}
