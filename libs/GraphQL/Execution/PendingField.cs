namespace GraphQL.Execution;

/// <summary>A field whose resolver has not ended, or not even begun, and the hole it left in the response.</summary>
internal sealed class PendingField(ResolverContext context, Group hole) : WorkItem
{
    private ResolverTask _task;

    public ResolverContext Context { get; } = context;

    public Group Hole { get; } = hole;

    /// <summary>Of its execution.</summary>
    public WorkQueue Queue => Context.Execution.Queue;

    /// <summary>Comes back to the execution's loop when the task ends.</summary>
    public void Await(ResolverTask task)
    {
        _task = task;
        task.OnCompleted(this);
    }

    /// <summary>Has the loop settle it.</summary>
    public void Enqueue() => Queue.Add(this);

    /// <summary>The value; throws what the resolver has thrown.</summary>
    public object? Result() => _task.Result();

    public override bool HasRun => true;

    public override void Settle() => Context.Execution.Settle(this);

    public override void Abandon()
    {
        try
        {
            Result();
        }
        catch (Exception)
        {
            // The response has gone out without it; the exception has been looked at, which is all that is left to do.
        }
    }
}
