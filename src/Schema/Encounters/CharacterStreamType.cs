using GraphQL.Types;
using Guildhall.Schema.Encounters.Loaders;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters;

/// <summary>Everything one character did and suffered in an encounter or a segment.</summary>
[ObjectType<CharacterStream>(IgnoreProperties =
    [nameof(CharacterStream.LogId), nameof(CharacterStream.EncounterId), nameof(CharacterStream.SegmentId), nameof(CharacterStream.NormalizedName)])]
[Node]
public static class CharacterStreamType
{
    /// <summary>The log it was found in.</summary>
    public static Task<CombatLog> GetLogAsync(
        [Parent(nameof(CharacterStream.LogId))] CharacterStream stream, CombatLogById logs, CancellationToken cancellationToken) =>
        logs.LoadRequiredAsync(stream.LogId, cancellationToken);

    /// <summary>The encounter it is of; for a segment's stream, the run.</summary>
    public static Task<Encounter> GetEncounterAsync(
        [Parent(nameof(CharacterStream.EncounterId))] CharacterStream stream,
        EncounterById encounters,
        CancellationToken cancellationToken) =>
        encounters.LoadRequiredAsync(stream.EncounterId, cancellationToken);

    /// <summary>Null for whole encounters.</summary>
    public static async Task<CombatSegment?> GetSegmentAsync(
        [Parent(nameof(CharacterStream.SegmentId))] CharacterStream stream,
        CombatSegmentById segments,
        CancellationToken cancellationToken) =>
        stream.SegmentId is { } id ? await segments.LoadAsync(id, cancellationToken) : null;

    /// <summary>In time order; feigned and duplicate deaths are not in it.</summary>
    public static async Task<IEnumerable<Death>> GetDeathsAsync(
        [Parent(
            nameof(CharacterStream.Id), nameof(CharacterStream.EncounterId), nameof(CharacterStream.SegmentId), nameof(CharacterStream.Guid))]
        CharacterStream stream,
        DeathsOfEncounter deaths,
        RosterOfEncounter rosters,
        CancellationToken cancellationToken)
    {
        var all = await deaths.OfAsync(stream.EncounterId, cancellationToken);
        if (stream.SegmentId is null)
            return all.Where(death => death.VictimId == stream.Id);

        // A death names the victim's stream over the whole run.
        var whole = (await rosters.OfAsync(stream.EncounterId, cancellationToken)).FirstOrDefault(other => other.Guid == stream.Guid);
        return all.Where(death => death.SegmentId == stream.SegmentId && death.VictimId == whole?.Id);
    }

    /// <summary>Fetches one by its id.</summary>
    [NodeResolver]
    public static Task<CharacterStream?> GetAsync(Guid id, CharacterStreamById streams, CancellationToken cancellationToken) =>
        streams.LoadAsync(id, cancellationToken);
}
