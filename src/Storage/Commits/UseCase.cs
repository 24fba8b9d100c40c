namespace Guildhall.Storage.Commits;

/// <summary>A change that waits for its turn, and the caller that waits for the change.</summary>
internal abstract class UseCase
{
    /// <summary>True when the caller has gone before its turn came.</summary>
    public abstract bool IsAbandoned { get; }

    /// <summary>Loads, decides, and changes the context's rows; waits for nothing.</summary>
    public abstract void Run(GuildhallContext context);

    /// <summary>Tells the caller: it is on disk.</summary>
    public abstract void Acknowledge();

    /// <summary>Tells the caller: nothing of it is there.</summary>
    public abstract void Fail(Exception exception);
}

internal sealed class UseCase<T>(Func<GuildhallContext, T> change, CancellationToken cancellationToken) : UseCase
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Completion => _completion.Task;

    public override bool IsAbandoned => cancellationToken.IsCancellationRequested && _completion.TrySetCanceled(cancellationToken);

    public override void Run(GuildhallContext context) => _result = change(context);

    public override void Acknowledge() => _completion.TrySetResult(_result);

    public override void Fail(Exception exception) => _completion.TrySetException(exception);
}
