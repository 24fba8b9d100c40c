using System.Collections.Immutable;

namespace GraphQL.Execution;

/// <summary>A list of the response whose further elements come later, in order.</summary>
/// <param name="execution">The execution.</param>
/// <param name="usage">The directive.</param>
/// <param name="path">Where the list stands.</param>
/// <param name="anchor">The part of the response that holds it: when it is dead, so is the stream.</param>
/// <param name="source">The elements that are not written yet.</param>
/// <param name="index">Of the next of them.</param>
internal sealed class StreamedList(OperationExecution execution, StreamUsage usage, PathNode path, Group anchor, ElementSource source, int index)
    : WorkItem
{
    private Action? _return;

    public StreamUsage Usage { get; } = usage;

    public PathNode Path { get; } = path;

    public Group Anchor { get; } = anchor;

    public ElementSource Source { get; } = source;

    /// <summary>Index of the next element that the source gives.</summary>
    public int NextWritten { get; set; } = index;

    /// <summary>Index of the next element that is delivered.</summary>
    public int NextDelivered { get; set; } = index;

    /// <summary>Set when it is announced.</summary>
    public int Id { get; set; }

    /// <summary>Elements begun and not delivered, in order.</summary>
    public Queue<ResponsePart> Items { get; } = [];

    /// <summary>True when the source gives nothing more.</summary>
    public bool HasEnded { get; set; }

    /// <summary>True when nobody wants it any more.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>Why the source failed; empty when it did not.</summary>
    public ImmutableArray<GraphQLError> Failure { get; set; } = [];

    /// <summary>Comes back to the loop.</summary>
    public Action Return => _return ??= () => execution.Queue.Add(this);

    public override bool HasRun => Source.IsMoving;

    public override void Settle()
    {
        if (HasRun)
            execution.Returned();
        if (IsCancelled)
        {
            Source.Observe();
            execution.Close(Source);
        }
        else
        {
            execution.Pull(this);
        }
    }

    public override void Abandon() => Source.Abandon();
}
