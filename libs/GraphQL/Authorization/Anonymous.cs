using System.Security.Claims;

namespace GraphQL.Authorization;

/// <summary>Callers who are nobody in particular.</summary>
internal static class Anonymous
{
    /// <summary>A caller of whom nothing is known.</summary>
    public static ClaimsPrincipal User { get; } = new(new ClaimsIdentity());

    /// <summary>A caller of whom it is known only that there is one: for what all who are signed in share.</summary>
    public static ClaimsPrincipal SignedIn { get; } = new(new ClaimsIdentity(authenticationType: "shared"));
}
