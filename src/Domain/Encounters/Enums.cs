namespace Guildhall.Domain.Encounters;

/// <summary>The concrete type of an encounter.</summary>
public enum EncounterKind
{
    /// <summary>A pull of a boss.</summary>
    Raid,

    /// <summary>A keystone.</summary>
    MythicPlus,

    /// <summary>An arena match or round.</summary>
    Arena,

    /// <summary>Anything else that was fought.</summary>
    Other,
}

/// <summary>How an encounter ended.</summary>
public enum EncounterState
{
    /// <summary>It has not ended yet.</summary>
    InProgress,

    /// <summary>The boss died.</summary>
    Kill,

    /// <summary>The group lost.</summary>
    Wipe,

    /// <summary>A run in time, or another activity finished.</summary>
    Completed,

    /// <summary>A run completed over time.</summary>
    Depleted,

    /// <summary>A run left before its end.</summary>
    Abandoned,

    /// <summary>The log stops, or the end is missing.</summary>
    Truncated,
}

/// <summary>A kind of segment of a run.</summary>
public enum SegmentKind
{
    /// <summary>A boss fight.</summary>
    Boss,

    /// <summary>A pack between bosses.</summary>
    Trash,
}

/// <summary>What began a segment.</summary>
public enum SegmentStartReason
{
    /// <summary>The game said so.</summary>
    EncounterStart,

    /// <summary>Somebody of either side struck.</summary>
    FirstHostileAct,

    /// <summary>The run began in combat.</summary>
    RunStart,
}

/// <summary>What ended a segment.</summary>
public enum SegmentEndReason
{
    /// <summary>The game said so.</summary>
    EncounterEnd,

    /// <summary>5 s without damage between group and enemies.</summary>
    CombatGap,

    /// <summary>A boss joined in.</summary>
    BossPulled,

    /// <summary>Nobody of the group was left.</summary>
    GroupWipe,

    /// <summary>The run ended.</summary>
    RunEnd,

    /// <summary>The log stops.</summary>
    LogEnd,
}

/// <summary>A kind of rated or unrated match.</summary>
public enum ArenaBracket
{
    /// <summary>Two against two.</summary>
    TwoVsTwo,

    /// <summary>Three against three.</summary>
    ThreeVsThree,

    /// <summary>Six players in changing teams of three.</summary>
    SoloShuffle,

    /// <summary>Unrated.</summary>
    Skirmish,

    /// <summary>A rated battleground for solo queues.</summary>
    Blitz,

    /// <summary>A kind that no table knows.</summary>
    Other,
}

/// <summary>What an encounter of no other kind belongs to.</summary>
public enum OtherContent
{
    /// <summary>A floor of Torghast.</summary>
    Torghast,

    /// <summary>A battleground.</summary>
    Battleground,

    /// <summary>A delve.</summary>
    Delve,

    /// <summary>A dungeon without a keystone.</summary>
    Dungeon,

    /// <summary>A raid, between its bosses.</summary>
    Raid,

    /// <summary>A scenario.</summary>
    Scenario,

    /// <summary>The open world.</summary>
    OpenWorld,
}

/// <summary>What sort of thing killed.</summary>
public enum DeathCauseKind
{
    /// <summary>A spell or ability.</summary>
    Spell,

    /// <summary>A melee hit.</summary>
    Melee,

    /// <summary>Falling, drowning, fatigue, fire, lava, slime.</summary>
    Environment,

    /// <summary>An instant kill.</summary>
    InstantKill,

    /// <summary>The victim itself.</summary>
    Self,

    /// <summary>Nothing in the log tells.</summary>
    Unknown,
}

/// <summary>Which game wrote a log, from PROJECT_ID.</summary>
public enum GameFlavor
{
    /// <summary>The current game.</summary>
    Retail,

    /// <summary>Classic Era.</summary>
    ClassicEra,

    /// <summary>Burning Crusade Classic.</summary>
    BurningCrusade,

    /// <summary>Wrath of the Lich King Classic.</summary>
    Wrath,

    /// <summary>Cataclysm Classic.</summary>
    Cataclysm,

    /// <summary>Mists of Pandaria Classic.</summary>
    Mists,

    /// <summary>No header tells, or a number that no table knows.</summary>
    Unknown,
}

/// <summary>Why a line was skipped.</summary>
public enum LineProblemReason
{
    /// <summary>No form of timestamp fits.</summary>
    UnreadableTimestamp,

    /// <summary>No rule knows the event's name.</summary>
    UnknownEvent,

    /// <summary>More or fewer fields than the event has.</summary>
    WrongFieldCount,

    /// <summary>A field that must be a number is none.</summary>
    BadNumber,

    /// <summary>Bytes that are not UTF-8.</summary>
    BadEncoding,

    /// <summary>A quote or bracket without its partner.</summary>
    Unbalanced,

    /// <summary>Longer than any line of the game.</summary>
    TooLong,

    /// <summary>The log ends in the middle of it.</summary>
    Truncated,
}
