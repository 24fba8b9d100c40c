using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <content>Errors: of fields, with place and path, and of the execution as a whole.</content>
internal sealed partial class OperationExecution
{
    // Resolvers may report, and ask for the token that stops them, from any thread.
    private readonly Lock _lock = new();
    private ErrorList? _errors;
    private int _errorCount;
    private GraphQLError? _failure;
    private volatile GraphQLError? _halting;

    /// <summary>Adds an error at a field whose path is known.</summary>
    public void AddError(GraphQLError error, FieldPlan field, DeferralScope? scope)
    {
        error = Place(error, field);
        lock (_lock)
        {
            var errors = scope?.Part.Errors ?? (_errors ??= new ErrorList());
            if (_errorCount >= _options.MaxErrors)
            {
                errors.Omit();
            }
            else
            {
                errors.Add(error);
                _errorCount++;
            }

            if (_onError == ErrorBehavior.Halt)
                _halting ??= error;
        }

        if (_onError == ErrorBehavior.Halt)
            Queue.Interrupt();
    }

    /// <summary>Adds an error at a field's value or an element of it; on the loop, while the levels around it are on the stack.</summary>
    private void AddError(GraphQLError error, FieldPlan field, int index)
    {
        var isCounted = _errorCount >= _options.MaxErrors;
        AddError(isCounted || error.Path is not null ? error : error with { Path = PathOf(field, index) }, field, _scope);
        ThrowIfHalted();
    }

    /// <summary>An exception that ends the field it comes from, as opposed to one that ends the execution.</summary>
    private bool IsOfField(Exception exception) =>
        exception is not (ResponseTooLargeException or ExecutionHaltedException) && !(exception is OperationCanceledException && IsStopped);

    /// <summary>Ends the execution when there is an error and the request wants none.</summary>
    private void ThrowIfHalted()
    {
        if (_halting is not null)
            throw new ExecutionHaltedException();
    }

    /// <summary>Reports what a field threw, and writes null if null may stand in its place.</summary>
    private bool Failed(FieldPlan field, ValuePlan plan, int index, Exception exception)
    {
        Report(field, index, exception);
        if (IsNeverNull(plan))
            return false;
        _writer.WriteNull();
        return true;
    }

    private void Report(FieldPlan field, int index, Exception exception)
    {
        foreach (var error in ErrorsOf(field, exception))
            AddError(error, field, index);
    }

    private ImmutableArray<GraphQLError> ErrorsOf(FieldPlan field, Exception exception) => exception switch
    {
        GraphQLException { Errors: var errors } => errors,
        CoercionException => [ExecutionErrors.BadResult(field, exception.Message)],
        _ => [ExecutionErrors.Unexpected(exception, _options.IncludeExceptionDetail)],
    };

    /// <summary>The error with what its field tells of it; whoever watches for unexpected ones is told.</summary>
    private GraphQLError Place(GraphQLError error, FieldPlan field)
    {
        if (error.Exception is not null)
            _options.OnUnexpectedException?.Invoke(error);
        if (error.Locations.IsDefaultOrEmpty)
            error = error with { Locations = LocationsOf(field) };
        return error.Coordinate is null ? error with { Coordinate = field.Coordinate } : error;
    }

    private List<object> PathOf(FieldPlan field, int index)
    {
        var path = PathNode.ToList(CurrentPath());
        path.Add(index < 0 ? field.ResponseName : index);
        return path;
    }

    private ImmutableArray<SourceLocation> LocationsOf(FieldPlan field) => [.. field.Nodes.Take(_options.Validation.MaxLocations).Select(node => _plan.LocationOf(node))];

    private GraphQLError Unexpected(Exception exception)
    {
        var error = ExecutionErrors.Unexpected(exception, _options.IncludeExceptionDetail);
        _options.OnUnexpectedException?.Invoke(error);
        return error;
    }

    /// <summary>Ends the execution as a whole with one error, which is then the only one.</summary>
    private void Fail(GraphQLError error) => _failure = error;

    private ImmutableArray<GraphQLError> Errors()
    {
        if (_failure is not null)
            return [_failure];
        lock (_lock)
            return _errors?.ToArray() ?? [];
    }

    public ImmutableArray<GraphQLError> ErrorsOf(ResponsePart part)
    {
        lock (_lock)
            return part.Errors.ToArray();
    }
}

/// <summary>Ends an execution at its first error, because the request asks for that.</summary>
internal sealed class ExecutionHaltedException : Exception;
