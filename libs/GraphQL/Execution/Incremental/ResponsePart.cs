namespace GraphQL.Execution;

/// <summary>
/// What is written together: the first response, the fields that one or several deferrals put off, or an element of a stream. It has memory
/// and errors of its own, and finds further work while it is written.
/// </summary>
internal sealed class ResponsePart(ResultWriter writer, Group root, ErrorList errors)
{
    public ResultWriter Writer { get; } = writer;

    /// <summary>Its data; null in its place says that it failed as a whole.</summary>
    public Group Root { get; } = root;

    public ErrorList Errors { get; } = errors;

    /// <summary>What it was started for; null for the first response and for elements.</summary>
    public DeferredFields? Fields { get; init; }

    /// <summary>How many holes it has.</summary>
    public int Pending { get; set; }

    /// <summary>True once the work that was found in it is part of the schedule.</summary>
    public bool IsIntegrated { get; set; }

    public bool IsDone => Pending == 0;

    public bool HasFailed => Root.IsNull;

    /// <summary>Deferrals that begin in it.</summary>
    public List<Deferral> Deferrals { get; } = [];

    /// <summary>Fields that deferrals put off in it.</summary>
    public List<DeferredFields> Deferred { get; } = [];

    /// <summary>Lists whose elements come later.</summary>
    public List<StreamedList> Streams { get; } = [];
}
