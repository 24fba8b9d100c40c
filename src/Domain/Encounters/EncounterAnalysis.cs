namespace Guildhall.Domain.Encounters;

/// <summary>Something with a start, an end and a roster, found in a log: what is known when it has ended, or when the log has.</summary>
public abstract record EncounterAnalysis
{
    /// <summary>Byte offset of its first line in the log: with the log, its identity.</summary>
    public required long Offset { get; init; }

    /// <summary>The boss, dungeon, arena or place, in the log's language.</summary>
    public required string Name { get; init; }

    /// <summary>Where it happened; null when the log has no ZONE_CHANGE before it.</summary>
    public Zone? Zone { get; init; }

    /// <summary>Microseconds since 1970 UTC.</summary>
    public required long StartedAt { get; init; }

    /// <summary>Microseconds since 1970 UTC; of the newest event when the end is missing.</summary>
    public required long EndedAt { get; init; }

    /// <summary>What rates divide by, in microseconds: the fight's length; for a run the sum of its segments.</summary>
    public required long CombatLength { get; init; }

    /// <summary>How it ended.</summary>
    public required EncounterState State { get; init; }

    /// <summary>Events in it.</summary>
    public required long EventCount { get; init; }

    /// <summary>Line of its first event, from 1.</summary>
    public required long FirstLine { get; init; }

    /// <summary>Line of its last event, from 1.</summary>
    public required long LastLine { get; init; }

    /// <summary>The roster with its totals over the whole encounter, outsiders excluded.</summary>
    public required IReadOnlyList<CharacterTotals> Characters { get; init; }

    /// <summary>Real deaths of the roster in time order, neither feigned nor reported twice.</summary>
    public required IReadOnlyList<PlayerDeath> Deaths { get; init; }
}

/// <summary>One pull of one boss.</summary>
public sealed record RaidEncounterAnalysis : EncounterAnalysis
{
    /// <summary>The game's ENCOUNTER id.</summary>
    public required int EncounterId { get; init; }

    /// <summary>The game's difficulty number.</summary>
    public required int DifficultyId { get; init; }

    /// <summary>As the game gives it at the start.</summary>
    public required int GroupSize { get; init; }

    /// <summary>The game's instance; null when neither the line nor a ZONE_CHANGE tells.</summary>
    public int? InstanceId { get; init; }

    /// <summary>Counts pulls of this boss, difficulty and instance in the log, from 1.</summary>
    public required int PullNumber { get; init; }

    /// <summary>The game's own fight time in milliseconds; null in Classic and without ENCOUNTER_END.</summary>
    public long? GameFightTime { get; init; }

    /// <summary>The game's verdict; null without ENCOUNTER_END.</summary>
    public bool? Success { get; init; }

    /// <summary>Lowest health of the main boss, 0..100; null without advanced logging.</summary>
    public double? BossHealthPercent { get; init; }
}

/// <summary>One keystone, from its start to its end.</summary>
public sealed record MythicPlusRunAnalysis : EncounterAnalysis
{
    /// <summary>The game's instance.</summary>
    public required int InstanceId { get; init; }

    /// <summary>The game's challenge mode id.</summary>
    public required int ChallengeMapId { get; init; }

    /// <summary>The keystone's level.</summary>
    public required int KeystoneLevel { get; init; }

    /// <summary>The game's affix ids, in the order of the log.</summary>
    public required IReadOnlyList<int> Affixes { get; init; }

    /// <summary>Which table knows the dungeon, such as <c>df-s2</c>; null when none does.</summary>
    public string? Season { get; init; }

    /// <summary>In milliseconds; null when no table knows the dungeon.</summary>
    public long? TimeLimit { get; init; }

    /// <summary>The game's total time in milliseconds, penalties included; null unless completed.</summary>
    public long? CompletionTime { get; init; }

    /// <summary>The same, computed from the log, in milliseconds; null unless completed.</summary>
    public long? ComputedTime { get; init; }

    /// <summary>Null when not completed or the limit is unknown.</summary>
    public bool? InTime { get; init; }

    /// <summary>0..3; null as for <see cref="InTime"/>.</summary>
    public int? KeystoneUpgrade { get; init; }

    /// <summary>The game's rating of the run; null in old formats.</summary>
    public double? RunRating { get; init; }

    /// <summary>The logging player's rating afterwards; null in old formats.</summary>
    public double? OverallRating { get; init; }

    /// <summary>Deaths that the timer counts.</summary>
    public required int CountedDeaths { get; init; }

    /// <summary>Deaths after the limit, without penalty.</summary>
    public required int FreeDeaths { get; init; }

    /// <summary>In milliseconds.</summary>
    public required long DeathPenalty { get; init; }

    /// <summary>Boss and trash, in order.</summary>
    public required IReadOnlyList<CombatSegmentAnalysis> Segments { get; init; }
}

/// <summary>A boss or a trash pack of a run.</summary>
public sealed record CombatSegmentAnalysis
{
    /// <summary>From 1.</summary>
    public required int Index { get; init; }

    /// <summary>Boss or trash.</summary>
    public required SegmentKind Kind { get; init; }

    /// <summary>The boss, or the enemies of the pack.</summary>
    public required string Name { get; init; }

    /// <summary>The game's ENCOUNTER id; null for trash.</summary>
    public int? EncounterId { get; init; }

    /// <summary>Microseconds since 1970 UTC.</summary>
    public required long StartedAt { get; init; }

    /// <summary>Microseconds since 1970 UTC.</summary>
    public required long EndedAt { get; init; }

    /// <summary>The game's own fight time in milliseconds; null for trash and without ENCOUNTER_END.</summary>
    public long? GameFightTime { get; init; }

    /// <summary>The game's verdict; null for trash and without ENCOUNTER_END.</summary>
    public bool? Success { get; init; }

    /// <summary>What began it.</summary>
    public required SegmentStartReason StartReason { get; init; }

    /// <summary>What ended it.</summary>
    public required SegmentEndReason EndReason { get; init; }

    /// <summary>Line of its first event, from 1.</summary>
    public required long FirstLine { get; init; }

    /// <summary>Line of its last event, from 1.</summary>
    public required long LastLine { get; init; }

    /// <summary>Events in it.</summary>
    public required long EventCount { get; init; }

    /// <summary>The roster with its totals over this segment.</summary>
    public required IReadOnlyList<CharacterTotals> Characters { get; init; }

    /// <summary>Real deaths of the roster in time order.</summary>
    public required IReadOnlyList<PlayerDeath> Deaths { get; init; }
}

/// <summary>One arena match or round.</summary>
public sealed record ArenaMatchAnalysis : EncounterAnalysis
{
    /// <summary>The game's instance.</summary>
    public required int InstanceId { get; init; }

    /// <summary>The kind of match.</summary>
    public required ArenaBracket Bracket { get; init; }

    /// <summary>0 or 1; null for a draw or a log that stops.</summary>
    public int? WinningTeam { get; init; }

    /// <summary>The game's own figure, in seconds; null without an end.</summary>
    public int? GameDuration { get; init; }

    /// <summary>New ratings of team 0 and 1; null for unrated matches.</summary>
    public IReadOnlyList<int>? NewRatings { get; init; }
}

/// <summary>Combat in Torghast, battlegrounds, delves, dungeons without a key, or the open world.</summary>
public sealed record OtherEncounterAnalysis : EncounterAnalysis
{
    /// <summary>What it belongs to.</summary>
    public required OtherContent Content { get; init; }

    /// <summary>The floor in Torghast; null elsewhere.</summary>
    public int? Floor { get; init; }
}
