using GraphQL.Data;
using GraphQL.Types;
using Guildhall.Domain.Access;
using Guildhall.Storage;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Loaders;

/// <summary>Rosters as a field asks for them, with its filter, its order and its columns: those of a wave in one statement.</summary>
public static class Rosters
{
    /// <summary>Whole-encounter streams of encounters.</summary>
    [DataLoader]
    public static async Task<ILookup<Guid, CharacterStream>> GetRosterByEncounterAsync(
        IReadOnlyList<Guid> encounters, QueryContext<CharacterStream> query, StorageReader reader, Viewer viewer, CancellationToken cancellationToken) =>
        await reader.ReadAsync(
            context => context.CharacterStreams(viewer)
                .Where(row => row.SegmentId == null && encounters.Contains(row.EncounterId))
                .With(query.Include(row => row.EncounterId))
                .ToLookup(row => row.EncounterId),
            cancellationToken);

    /// <summary>Streams of segments.</summary>
    [DataLoader]
    public static async Task<ILookup<Guid, CharacterStream>> GetRosterBySegmentAsync(
        IReadOnlyList<Guid> segments, QueryContext<CharacterStream> query, StorageReader reader, Viewer viewer, CancellationToken cancellationToken) =>
        await reader.ReadAsync(
            context => context.CharacterStreams(viewer)
                .Where(row => segments.Contains(row.SegmentId!.Value))
                .With(query.Include(row => row.SegmentId))
                .ToLookup(row => row.SegmentId!.Value),
            cancellationToken);
}
