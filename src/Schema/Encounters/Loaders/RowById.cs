using GraphQL.Execution;
using Guildhall.Domain.Access;
using Guildhall.Storage;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Loaders;

/// <summary>Logs by id, those that the viewer may see.</summary>
/// <param name="reader">Where they are read.</param>
/// <param name="viewer">Who asks.</param>
public sealed class CombatLogById(StorageReader reader, Viewer viewer) : DataLoader<Guid, CombatLog>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, CombatLog>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        await reader.ReadAsync(context => context.CombatLogs(viewer).Where(row => keys.Contains(row.Id)).ToDictionary(row => row.Id), cancellationToken);
}

/// <summary>Encounters of every kind by id, those that the viewer may see.</summary>
/// <param name="reader">Where they are read.</param>
/// <param name="viewer">Who asks.</param>
public sealed class EncounterById(StorageReader reader, Viewer viewer) : DataLoader<Guid, Encounter>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, Encounter>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        await reader.ReadAsync(context => context.Encounters(viewer).Where(row => keys.Contains(row.Id)).ToDictionary(row => row.Id), cancellationToken);
}

/// <summary>Segments by id, those that the viewer may see.</summary>
/// <param name="reader">Where they are read.</param>
/// <param name="viewer">Who asks.</param>
public sealed class CombatSegmentById(StorageReader reader, Viewer viewer) : DataLoader<Guid, CombatSegment>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, CombatSegment>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        await reader.ReadAsync(context => context.CombatSegments(viewer).Where(row => keys.Contains(row.Id)).ToDictionary(row => row.Id), cancellationToken);
}

/// <summary>Character streams by id, those that the viewer may see.</summary>
/// <param name="reader">Where they are read.</param>
/// <param name="viewer">Who asks.</param>
public sealed class CharacterStreamById(StorageReader reader, Viewer viewer) : DataLoader<Guid, CharacterStream>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, CharacterStream>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        await reader.ReadAsync(context => context.CharacterStreams(viewer).Where(row => keys.Contains(row.Id)).ToDictionary(row => row.Id), cancellationToken);
}
