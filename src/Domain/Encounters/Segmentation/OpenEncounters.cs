using Guildhall.Domain.Encounters.Metrics;

namespace Guildhall.Domain.Encounters.Segmentation;

/// <summary>What ENCOUNTER_START says.</summary>
internal sealed record PullStart(int EncounterId, string Name, int DifficultyId, int GroupSize, int? InstanceId);

/// <summary>A pull that has not ended.</summary>
internal sealed class OpenPull(PullStart facts, LogPosition start, Zone? zone, TallySlots slots)
{
    public PullStart Facts { get; } = facts;

    public LogPosition Start { get; } = start;

    public Zone? Zone { get; } = zone;

    public Tally Tally { get; } = new(slots);

    public Roster Roster { get; } = new();

    /// <summary>Where its first event is: the opener's, if blows were struck just before the game noticed.</summary>
    public LogPosition First { get; private set; } = start;

    /// <summary>Where it is fought, as far as the log tells.</summary>
    public int? InstanceId => Facts.InstanceId ?? Zone?.InstanceId;

    /// <summary>Takes in what was struck just before the game noticed.</summary>
    public void TakeOpener(CombatStretch opener)
    {
        First = opener.Start;
        Tally.Add(opener.Tally);
        Tally.Add(opener.Tail);
    }
}

/// <summary>What CHALLENGE_MODE_START says.</summary>
internal sealed record RunStart(string Name, int InstanceId, int ChallengeMap, int Level, IReadOnlyList<int> Affixes)
{
    /// <summary>True when both are the same key: the game repeats the start when its owner comes back in.</summary>
    public bool IsSameKey(RunStart other) => InstanceId == other.InstanceId && ChallengeMap == other.ChallengeMap && Level == other.Level;
}

/// <summary>What CHALLENGE_MODE_END says.</summary>
internal sealed record RunEnd(int InstanceId, bool Completed, long TotalTime, double? RunRating, double? OverallRating);

/// <summary>A segment that has ended, before units have become text.</summary>
internal sealed record ClosedSegment(
    SegmentKind Kind,
    string Name,
    int? EncounterId,
    LogPosition Start,
    long FirstLine,
    long EndedAt,
    SegmentStartReason StartReason,
    SegmentEndReason EndReason,
    long? GameFightTime,
    bool? Success,
    Tally Tally);

/// <summary>A keystone that has not ended.</summary>
internal sealed class OpenRun(RunStart facts, LogPosition start, Zone? zone, Version? game, TallySlots slots)
{
    public RunStart Facts { get; } = facts;

    public LogPosition Start { get; } = start;

    public Zone? Zone { get; } = zone;

    /// <summary>The game's version, for tables that change with it.</summary>
    public Version? Game { get; } = game;

    public Roster Roster { get; } = new();

    /// <summary>What happens outside combat.</summary>
    public Tally Between { get; } = new(slots);

    public List<ClosedSegment> Segments { get; } = [];

    /// <summary>The boss that is being fought.</summary>
    public OpenPull? Boss { get; set; }

    /// <summary>The pack that is being fought, or was a moment ago.</summary>
    public CombatStretch? Pack { get; set; }

    /// <summary>When the logging player left the instance; null while inside.</summary>
    public LogPosition? LeftAt { get; set; }
}

/// <summary>What ARENA_MATCH_START says.</summary>
internal sealed record MatchStart(int InstanceId, string MatchType);

/// <summary>An arena match or round that has not ended.</summary>
internal sealed class OpenMatch(MatchStart facts, LogPosition start, Zone? zone, TallySlots slots)
{
    public MatchStart Facts { get; } = facts;

    public LogPosition Start { get; } = start;

    public Zone? Zone { get; } = zone;

    public Tally Tally { get; } = new(slots);

    public Roster Roster { get; } = new();
}

/// <summary>Combat of no other kind that has not ended.</summary>
internal sealed class OpenSession(CombatStretch combat, Zone? zone, int? floor)
{
    public CombatStretch Combat { get; } = combat;

    public Zone? Zone { get; } = zone;

    /// <summary>The floor in Torghast.</summary>
    public int? Floor { get; } = floor;
}
