using GraphQL.Execution;
using Guildhall.Domain.Access;
using Guildhall.Storage;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Loaders;

/// <summary>Rows that hang on others, all of a wave in one statement. Only for lists that something bounds, such as a roster.</summary>
/// <typeparam name="TRow">The rows.</typeparam>
/// <param name="reader">Where they are read.</param>
public abstract class RowsOf<TRow>(StorageReader reader) : GroupedDataLoader<Guid, TRow>
{
    /// <summary>Whose a row is.</summary>
    protected abstract Func<TRow, Guid> Owner { get; }

    /// <summary>The rows of one; empty when it has none.</summary>
    public async Task<IReadOnlyList<TRow>> OfAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadRequiredAsync(id, cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task<ILookup<Guid, TRow>> LoadGroupsAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        await reader.ReadAsync(context => Select(context, keys).ToLookup(Owner), cancellationToken);

    /// <summary>The rows of several, in the order in which each shall have them.</summary>
    protected abstract IQueryable<TRow> Select(GuildhallContext context, IReadOnlyList<Guid> keys);
}

/// <summary>Whole-encounter streams of encounters, most damage first.</summary>
/// <param name="reader">Where they are read.</param>
/// <param name="viewer">Who asks.</param>
public sealed class RosterOfEncounter(StorageReader reader, Viewer viewer) : RowsOf<CharacterStream>(reader)
{
    /// <inheritdoc/>
    protected override Func<CharacterStream, Guid> Owner => row => row.EncounterId;

    /// <inheritdoc/>
    protected override IQueryable<CharacterStream> Select(GuildhallContext context, IReadOnlyList<Guid> keys) =>
        context.CharacterStreams(viewer).Where(row => row.SegmentId == null && keys.Contains(row.EncounterId)).OrderByDescending(row => row.TotalDamageDone).ThenBy(row => row.Id);
}

/// <summary>Streams of segments, most damage first.</summary>
/// <param name="reader">Where they are read.</param>
/// <param name="viewer">Who asks.</param>
public sealed class RosterOfSegment(StorageReader reader, Viewer viewer) : RowsOf<CharacterStream>(reader)
{
    /// <inheritdoc/>
    protected override Func<CharacterStream, Guid> Owner => row => row.SegmentId!.Value;

    /// <inheritdoc/>
    protected override IQueryable<CharacterStream> Select(GuildhallContext context, IReadOnlyList<Guid> keys) =>
        context.CharacterStreams(viewer).Where(row => keys.Contains(row.SegmentId!.Value)).OrderByDescending(row => row.TotalDamageDone).ThenBy(row => row.Id);
}

/// <summary>Segments of runs, in order.</summary>
/// <param name="reader">Where they are read.</param>
/// <param name="viewer">Who asks.</param>
public sealed class SegmentsOfRun(StorageReader reader, Viewer viewer) : RowsOf<CombatSegment>(reader)
{
    /// <inheritdoc/>
    protected override Func<CombatSegment, Guid> Owner => row => row.RunId;

    /// <inheritdoc/>
    protected override IQueryable<CombatSegment> Select(GuildhallContext context, IReadOnlyList<Guid> keys) =>
        context.CombatSegments(viewer).Where(row => keys.Contains(row.RunId)).OrderBy(row => row.Index);
}

/// <summary>Deaths of encounters, in time order.</summary>
/// <param name="reader">Where they are read.</param>
/// <param name="viewer">Who asks.</param>
public sealed class DeathsOfEncounter(StorageReader reader, Viewer viewer) : RowsOf<Death>(reader)
{
    /// <inheritdoc/>
    protected override Func<Death, Guid> Owner => row => row.EncounterId;

    /// <inheritdoc/>
    protected override IQueryable<Death> Select(GuildhallContext context, IReadOnlyList<Guid> keys) =>
        context.Deaths(viewer).Where(row => keys.Contains(row.EncounterId)).OrderBy(row => row.Number);
}

/// <summary>Event names that no rule knows, of logs, commonest first.</summary>
/// <param name="reader">Where they are read.</param>
/// <param name="viewer">Who asks.</param>
public sealed class UnknownEventsOfLog(StorageReader reader, Viewer viewer) : RowsOf<UnknownEvent>(reader)
{
    /// <inheritdoc/>
    protected override Func<UnknownEvent, Guid> Owner => row => row.LogId;

    /// <inheritdoc/>
    protected override IQueryable<UnknownEvent> Select(GuildhallContext context, IReadOnlyList<Guid> keys) =>
        context.UnknownEvents(viewer).Where(row => keys.Contains(row.LogId)).OrderByDescending(row => row.Count).ThenBy(row => row.Type);
}
