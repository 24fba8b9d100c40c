namespace Guildhall.Storage;

/// <content>Saving, which only the committer does.</content>
public sealed partial class GuildhallContext
{
    /// <summary>Refused: changes go through the committer, so that they are told to everybody who follows them.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new InvalidOperationException("Only the committer saves.");

    /// <summary>Refused, as <see cref="SaveChanges(bool)"/> is.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Only the committer saves.");

    internal void SaveUnderCommitter() => base.SaveChanges(acceptAllChangesOnSuccess: true);
}
