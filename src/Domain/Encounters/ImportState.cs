namespace Guildhall.Domain.Encounters;

/// <summary>How far a log is in. Stored by number: members are only ever appended.</summary>
public enum ImportState
{
    /// <summary>Accepted and kept, waiting to be read.</summary>
    Queued,

    /// <summary>Being read.</summary>
    Running,

    /// <summary>Read as the game writes it.</summary>
    Following,

    /// <summary>Read to its end.</summary>
    Completed,

    /// <summary>Ended with a failure; what was finished before stays.</summary>
    Failed,

    /// <summary>Stopped by somebody.</summary>
    Cancelled,
}
