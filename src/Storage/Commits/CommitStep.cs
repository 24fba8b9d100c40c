namespace Guildhall.Storage.Commits;

/// <summary>Where a commit can be cut off; the numbers are those of the comments in <see cref="Committer"/>.</summary>
internal enum CommitStep
{
    /// <summary>1: the transaction has begun.</summary>
    Begun = 1,

    /// <summary>2: a use case has its savepoint.</summary>
    SavepointSet = 2,

    /// <summary>3: a use case has decided.</summary>
    Decided = 3,

    /// <summary>4: its rows are written.</summary>
    Saved = 4,

    /// <summary>5: its savepoint is released, or it was rolled back alone.</summary>
    Released = 5,

    /// <summary>6: the transaction is on disk.</summary>
    Committed = 6,

    /// <summary>7: the callers know.</summary>
    Acknowledged = 7,
}
