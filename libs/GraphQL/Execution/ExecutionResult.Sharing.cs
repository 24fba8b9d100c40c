namespace GraphQL.Execution;

/// <content>
/// Results that many readers share: one response in pooled memory, and a handle for each reader, which looks like a result of its own. The
/// memory goes back when the last owner has released it.
/// </content>
public sealed partial class ExecutionResult
{
    private readonly bool _isHandle;

    // what a reader adds to its handle is nothing for the others.
    private ResultWriter? _ownExtensions;

    private ExecutionResult(ExecutionResult shared)
    {
        Outcome = shared.Outcome;
        OperationType = shared.OperationType;
        Errors = shared.Errors;
        LoaderWaves = shared.LoaderWaves;
        _writer = shared._writer;
        _errors = shared._errors;
        _data = shared._data;
        _extensions = shared._extensions;
        _isHandle = true;
    }

    /// <summary>Adds an owner, who ends with <see cref="ReleaseShare"/> or with disposing its <see cref="ToHandle"/>.</summary>
    internal void Retain() => _writer.Retain();

    /// <summary>Ends the ownership of somebody who made no handle.</summary>
    internal void ReleaseShare() => _writer.Release();

    /// <summary>A reader's own view of it, which takes over one ownership.</summary>
    internal ExecutionResult ToHandle() => new(this);
}
