namespace Guildhall.Domain.Access;

/// <summary>Who asks. Every request has one; what belongs to nobody it may see is absent from its answers.</summary>
/// <param name="UserId">The user's id; <see cref="Guid.Empty"/> for a stranger.</param>
/// <param name="Name">The user's public name.</param>
/// <param name="Roles">What the caller may be.</param>
public sealed record Viewer(Guid UserId, string Name, IReadOnlySet<Role> Roles)
{
    /// <summary>A caller without any right.</summary>
    public static Viewer Stranger { get; } = new(Guid.Empty, "stranger", new HashSet<Role>());

    /// <summary>True for everybody but a stranger.</summary>
    public bool IsKnown => UserId != Guid.Empty;

    /// <summary>True when the caller has the role.</summary>
    public bool Is(Role role) => Roles.Contains(role);
}

/// <summary>What a caller may be.</summary>
public enum Role
{
    /// <summary>Owns characters, sheets and logs.</summary>
    Player,

    /// <summary>Runs campaigns; rights hold within their own campaigns only.</summary>
    DungeonMaster,

    /// <summary>Runs a guild; rights hold within that guild only.</summary>
    Officer,

    /// <summary>A bot or another service, with the scopes of its key.</summary>
    Service,

    /// <summary>Operates the server.</summary>
    Admin,
}
