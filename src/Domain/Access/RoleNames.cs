namespace Guildhall.Domain.Access;

/// <summary>Roles as the API and the configuration spell them.</summary>
public static class RoleNames
{
    /// <summary>See <see cref="Role.Player"/>.</summary>
    public const string Player = "PLAYER";

    /// <summary>See <see cref="Role.DungeonMaster"/>.</summary>
    public const string DungeonMaster = "DUNGEON_MASTER";

    /// <summary>See <see cref="Role.Officer"/>.</summary>
    public const string Officer = "OFFICER";

    /// <summary>See <see cref="Role.Service"/>.</summary>
    public const string Service = "SERVICE";

    /// <summary>See <see cref="Role.Admin"/>.</summary>
    public const string Admin = "ADMIN";

    /// <summary>The name of a role.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Player => Player,
        Role.DungeonMaster => DungeonMaster,
        Role.Officer => Officer,
        Role.Service => Service,
        Role.Admin => Admin,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };
}
