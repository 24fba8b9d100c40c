using Guildhall.Domain.Encounters;

namespace Guildhall.Storage.Model;

/// <summary>Something with a start, an end and a roster, found in a log.</summary>
public abstract class Encounter
{
    private protected Encounter(EncounterKind kind) => Kind = kind;

    /// <summary>Made from the log and the byte offset of the first line, so that it survives every new derivation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The concrete type.</summary>
    public EncounterKind Kind { get; private set; }

    /// <summary>The log it was found in.</summary>
    public required Guid LogId { get; init; }

    /// <summary>The log it was found in.</summary>
    public CombatLog? Log { get; init; }

    /// <summary>The boss, dungeon, arena or place, in the log's language.</summary>
    public required string Name { get; init; }

    /// <summary><see cref="Name"/>, normalised for search in any letter case.</summary>
    public required string NormalizedName { get; init; }

    /// <summary>The game's instance; null when the log has no ZONE_CHANGE before it and nothing else tells.</summary>
    public int? InstanceId { get; init; }

    /// <summary>The game's difficulty number; null when nothing tells.</summary>
    public int? DifficultyId { get; init; }

    /// <summary>Where it happened, in the log's language; null when the log has no ZONE_CHANGE before it.</summary>
    public string? ZoneName { get; init; }

    /// <summary>The instance of <see cref="ZoneName"/>; null as for it.</summary>
    public int? ZoneInstanceId { get; init; }

    /// <summary>The difficulty of <see cref="ZoneName"/>; null as for it.</summary>
    public int? ZoneDifficultyId { get; init; }

    /// <summary>The map of the last MAP_CHANGE; null when none came.</summary>
    public int? UiMapId { get; init; }

    /// <summary>Where it happened; null when the log has no ZONE_CHANGE before it.</summary>
    public Zone? Zone => ZoneName is null ? null : new Zone(ZoneInstanceId ?? 0, ZoneName, ZoneDifficultyId ?? 0, UiMapId);

    /// <summary>Time of its first line.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while in progress.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>From start to end, or to the newest event.</summary>
    public required long DurationMs { get; init; }

    /// <summary>What rates divide by: the fight's length; for a run the sum of its segments.</summary>
    public required long CombatLengthMs { get; init; }

    /// <summary>How it ended.</summary>
    public required EncounterState State { get; init; }

    /// <summary>Events in it.</summary>
    public required long EventCount { get; init; }

    /// <summary>Line of the first event, from 1.</summary>
    public required long FirstLine { get; init; }

    /// <summary>Line of the last event, from 1.</summary>
    public required long LastLine { get; init; }

    /// <summary>A row per character over the whole encounter, and for a run one more per segment it is in; outsiders excluded.</summary>
    public ICollection<CharacterStream> Characters { get; } = [];

    /// <summary>In time order when ordered by their number; feigned and duplicate deaths are not in it.</summary>
    public ICollection<Death> Deaths { get; } = [];

    /// <summary>The derivation that made this row; see <see cref="CombatLog.Generation"/>.</summary>
    internal long Generation { get; set; }

    /// <summary>Byte offset of its first line in the log.</summary>
    internal long Offset { get; init; }
}

/// <summary>One pull of one boss.</summary>
public sealed class RaidEncounter() : Encounter(EncounterKind.Raid)
{
    /// <summary>The game's ENCOUNTER id, equal over languages.</summary>
    public required int EncounterId { get; init; }

    /// <summary>The boss, in the log's language.</summary>
    public string BossName => Name;

    /// <summary>The game's number, in words.</summary>
    public required RaidDifficulty Difficulty { get; init; }

    /// <summary>As the game gives it at the start.</summary>
    public required int GroupSize { get; init; }

    /// <summary>Counts pulls of this boss, difficulty and instance in the log, from 1.</summary>
    public required int PullNumber { get; init; }

    /// <summary>The game's own fight time; null in Classic and while in progress.</summary>
    public long? GameFightTimeMs { get; init; }

    /// <summary>The game's verdict; null without ENCOUNTER_END.</summary>
    public bool? Success { get; init; }

    /// <summary>Lowest health of the main boss, 0..100; null without advanced logging.</summary>
    public double? BossHealthPercent { get; init; }
}

/// <summary>One keystone, from its start to its end.</summary>
public sealed class MythicPlusRun() : Encounter(EncounterKind.MythicPlus)
{
    /// <summary>The dungeon, in the log's language.</summary>
    public string DungeonName => Name;

    /// <summary>The game's challenge mode id.</summary>
    public required int ChallengeMapId { get; init; }

    /// <summary>The keystone's level.</summary>
    public required int KeystoneLevel { get; init; }

    /// <summary>The game's affix ids, in the order of the log.</summary>
    public required IReadOnlyList<int> AffixIds { get; init; }

    /// <summary>The same as rows, to filter by: SQLite can look into lists from 3.38 on only.</summary>
    public ICollection<RunAffix> Affixes { get; } = [];

    /// <summary>Which tables were used, such as <c>df-s2</c>; null when no table knows the dungeon.</summary>
    public string? Season { get; init; }

    /// <summary>Null when no table knows it.</summary>
    public long? TimeLimitMs { get; init; }

    /// <summary>The game's total time, penalties included; null unless completed.</summary>
    public long? CompletionMs { get; init; }

    /// <summary>The same, computed from the log.</summary>
    public long? ComputedMs { get; init; }

    /// <summary>Null when not completed or the limit is unknown.</summary>
    public bool? InTime { get; init; }

    /// <summary>0..3; null as for <see cref="InTime"/>.</summary>
    public int? KeystoneUpgrade { get; init; }

    /// <summary>The game's rating of the run; null in old formats.</summary>
    public double? RunRating { get; init; }

    /// <summary>The logging player's rating afterwards.</summary>
    public double? OverallRating { get; init; }

    /// <summary>Deaths that the timer counts.</summary>
    public required int DeathCount { get; init; }

    /// <summary>Deaths after the limit, without penalty.</summary>
    public required int FreeDeaths { get; init; }

    /// <summary>What all deaths cost on the timer.</summary>
    public required long DeathPenaltyMs { get; init; }

    /// <summary>Boss and trash, in order when ordered by their index.</summary>
    public ICollection<CombatSegment> Segments { get; } = [];
}

/// <summary>A keystone's affix.</summary>
public sealed class RunAffix
{
    /// <summary>The run that had it.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The game's id.</summary>
    public required int AffixId { get; init; }

    /// <summary>The derivation that made this row; see <see cref="CombatLog.Generation"/>.</summary>
    internal long Generation { get; set; }
}

/// <summary>One arena match or round.</summary>
public sealed class ArenaMatch() : Encounter(EncounterKind.Arena)
{
    /// <summary>The kind of match.</summary>
    public required ArenaBracket Bracket { get; init; }

    /// <summary>0 or 1; null for a draw or a log that stops.</summary>
    public int? WinningTeam { get; init; }

    /// <summary>The game's own figure.</summary>
    public int? GameDurationSeconds { get; init; }

    /// <summary>New ratings of team 0 and team 1; empty for unrated matches.</summary>
    public required IReadOnlyList<int> NewRatings { get; init; }
}

/// <summary>Combat in Torghast, battlegrounds, delves, dungeons without a key, or the open world.</summary>
public sealed class OtherEncounter() : Encounter(EncounterKind.Other)
{
    /// <summary>What it belongs to.</summary>
    public required OtherContent Content { get; init; }

    /// <summary>The floor in Torghast; null elsewhere.</summary>
    public int? Floor { get; init; }
}
