namespace Guildhall.Domain.Encounters.Generation;

/// <summary>What a generated log holds, counted while it was written and not by reading it.</summary>
public sealed class GeneratedTruth
{
    /// <summary>Lines written.</summary>
    public long Lines { get; internal set; }

    /// <summary>Bytes written.</summary>
    public long Bytes { get; internal set; }

    /// <summary>Pulls and runs in the order of the log.</summary>
    public IReadOnlyList<GeneratedEncounter> Encounters => Written;

    internal List<GeneratedEncounter> Written { get; } = [];
}

/// <summary>One pull or run as it was written.</summary>
/// <param name="Name">The boss or dungeon.</param>
/// <param name="IsRun">True for a keystone.</param>
/// <param name="PullNumber">From 1, per boss; 0 for a run.</param>
public sealed record GeneratedEncounter(string Name, bool IsRun, int PullNumber)
{
    /// <summary>Whether the boss died, or the run was completed.</summary>
    public bool Success { get; internal set; }

    /// <summary>Totals by GUID.</summary>
    public Dictionary<string, CharacterTotals> Characters { get; } = [];

    /// <summary>GUIDs of the dead in time order, those who only feigned left out.</summary>
    public List<string> Deaths { get; } = [];

    /// <summary>For a run: the bosses in order.</summary>
    public List<string> Bosses { get; } = [];
}
