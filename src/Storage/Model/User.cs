namespace Guildhall.Storage.Model;

/// <summary>Somebody who owns things here.</summary>
public sealed class User
{
    /// <summary>Its identity; for ever.</summary>
    public required Guid Id { get; init; }

    /// <summary>Public name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
