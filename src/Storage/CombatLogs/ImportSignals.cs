namespace Guildhall.Storage.CombatLogs;

/// <summary>Wakes who waits for work or for its end, within this process. Losing a signal costs a moment: everybody also looks now and then.</summary>
public sealed class ImportSignals
{
    private TaskCompletionSource _queued = NewSource();
    private TaskCompletionSource _ended = NewSource();

    /// <summary>Completes when work is queued after this was asked for.</summary>
    public Task NextQueued => Volatile.Read(ref _queued).Task;

    /// <summary>Completes when an import ends, either way, after this was asked for.</summary>
    public Task NextEnded => Volatile.Read(ref _ended).Task;

    internal void JobQueued() => Interlocked.Exchange(ref _queued, NewSource()).SetResult();

    internal void ImportEnded() => Interlocked.Exchange(ref _ended, NewSource()).SetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
