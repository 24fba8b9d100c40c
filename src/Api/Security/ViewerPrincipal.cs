using System.Security.Claims;
using Guildhall.Domain.Access;

namespace Guildhall.Api.Security;

/// <summary>A viewer as the framework and the GraphQL library know callers. One is kept for every key, and serves all its requests.</summary>
internal sealed class ViewerPrincipal : ClaimsPrincipal
{
    private readonly HashSet<string> _roles;

    public ViewerPrincipal(Viewer viewer)
        : base(IdentityOf(viewer))
    {
        Viewer = viewer;
        _roles = [.. viewer.Roles.Select(RoleNames.Of)];
    }

    public static ViewerPrincipal Stranger { get; } = new(Viewer.Stranger);

    public Viewer Viewer { get; }

    public override bool IsInRole(string role) => _roles.Contains(role);

    private static ClaimsIdentity IdentityOf(Viewer viewer) => viewer.IsKnown
        ? new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, viewer.UserId.ToString()), new Claim(ClaimTypes.Name, viewer.Name),
                .. viewer.Roles.Select(static role => new Claim(ClaimTypes.Role, RoleNames.Of(role)))],
            authenticationType: "ApiKey")
        : new ClaimsIdentity();
}
