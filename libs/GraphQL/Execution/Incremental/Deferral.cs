namespace GraphQL.Execution;

/// <summary>How far a deferral is.</summary>
internal enum DeferralState
{
    /// <summary>The client does not know of it yet: what it stands in has not been delivered.</summary>
    Waiting,

    /// <summary>The client waits for it.</summary>
    Announced,

    /// <summary>Completed, failed, or dropped with what it stood in.</summary>
    Gone,
}

/// <summary>A deferred fragment at one place of the response.</summary>
/// <param name="usage">The directive.</param>
/// <param name="path">Where it stands; null for the root.</param>
/// <param name="parent">The deferral that must be delivered before it; null when there is none.</param>
internal sealed class Deferral(DeferUsage usage, PathNode? path, Deferral? parent)
{
    public DeferUsage Usage { get; } = usage;

    public PathNode? Path { get; } = path;

    public Deferral? Parent { get; } = parent;

    public DeferralState State { get; set; }

    /// <summary>Set when it is announced.</summary>
    public int Id { get; set; }

    public List<Deferral> Children { get; } = [];

    /// <summary>What it consists of.</summary>
    public List<DeferredFields> Fields { get; } = [];
}

/// <summary>Fields of one object that the same deferrals put off; written once, and delivered with the first of them.</summary>
/// <param name="deferrals">The deferrals, at least one.</param>
/// <param name="path">The object's; null for the root.</param>
/// <param name="parent">The object; null for the root.</param>
/// <param name="plans">The fields.</param>
/// <param name="scope">Where the object stands.</param>
/// <param name="anchor">The part of the response that holds the object: when it is dead, so are these fields.</param>
internal sealed class DeferredFields(
    Deferral[] deferrals, PathNode? path, object? parent, FieldPlan[] plans, DeferralScope scope, Group anchor)
{
    public Deferral[] Deferrals { get; } = deferrals;

    public PathNode? Path { get; } = path;

    public object? Parent { get; } = parent;

    public FieldPlan[] Plans { get; } = plans;

    public DeferralScope Scope { get; } = scope;

    public Group Anchor { get; } = anchor;

    /// <summary>True once it is given out to be written.</summary>
    public bool IsStarted { get; set; }

    /// <summary>What is written of it; null before it is begun.</summary>
    public ResponsePart? Part { get; set; }

    public bool IsDelivered { get; set; }

    /// <summary>Streams in it, which are announced when it is delivered.</summary>
    public List<StreamedList> Streams { get; } = [];

    public bool IsWanted => Array.Exists(Deferrals, static deferral => deferral.State != DeferralState.Gone);
}
