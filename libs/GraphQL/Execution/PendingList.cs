namespace GraphQL.Execution;

/// <summary>A list that is written into a hole as its elements come.</summary>
/// <param name="execution">The execution.</param>
/// <param name="field">The field.</param>
/// <param name="plan">The shape of the list.</param>
/// <param name="index">Which element of a list around it; -1 for the field's value.</param>
/// <param name="parentPath">Where the field, or the list around it, stands.</param>
/// <param name="hole">The hole.</param>
/// <param name="scope">Which part of the response it is in, when there are several.</param>
/// <param name="source">The elements.</param>
/// <param name="initialCount">After how many elements a stream takes over; null when they all come with the list.</param>
internal sealed class PendingList(
    OperationExecution execution,
    FieldPlan field,
    ValuePlan plan,
    int index,
    PathNode? parentPath,
    Group hole,
    DeferralScope? scope,
    ElementSource source,
    int? initialCount) : WorkItem
{
    private Action? _return;

    public FieldPlan Field { get; } = field;

    public ValuePlan Plan { get; } = plan;

    public int Index { get; } = index;

    public PathNode? ParentPath { get; } = parentPath;

    /// <summary>Of the list itself.</summary>
    public PathNode Path { get; } = new(parentPath, index < 0 ? field.ResponseName : null, index);

    public Group Hole { get; } = hole;

    public DeferralScope? Scope { get; } = scope;

    public ElementSource Source { get; } = source;

    public int? InitialCount { get; } = initialCount;

    /// <summary>True once a stream has taken over.</summary>
    public bool IsHandedOver { get; set; }

    /// <summary>Elements written.</summary>
    public int Count { get; set; }

    /// <summary>Where writing stopped; null before it began.</summary>
    public Piece? Interrupted { get; set; }

    /// <summary>Comes back to the loop.</summary>
    public Action Return => _return ??= () => execution.Queue.Add(this);

    public override bool HasRun => Source.IsMoving;

    public override void Settle()
    {
        if (HasRun)
            execution.Returned();
        if (Hole.IsDead)
            Source.Observe();
        execution.Continue(this);
    }

    public override void Abandon() => Source.Abandon();
}
