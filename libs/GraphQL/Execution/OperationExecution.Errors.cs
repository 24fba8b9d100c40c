using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <content>Errors: of fields, with place and path, and of the execution as a whole.</content>
internal sealed partial class OperationExecution
{
    // Resolvers may report from any thread.
    private readonly Lock _errorLock = new();
    private List<GraphQLError>? _errors;
    private int _omitted;
    private GraphQLError? _failure;

    /// <summary>Adds an error at a field whose path is known.</summary>
    public void AddError(GraphQLError error, FieldPlan field)
    {
        if (error.Exception is not null)
            _options.OnUnexpectedException?.Invoke(error);
        lock (_errorLock)
        {
            _errors ??= [];
            if (_errors.Count >= _options.MaxErrors)
                _omitted++;
            else
                _errors.Add(error.Locations.IsDefaultOrEmpty ? error with { Locations = LocationsOf(field) } : error);
        }
    }

    /// <summary>Adds an error at a field's value or an element of it; on the loop, while the levels around it are on the stack.</summary>
    private void AddError(GraphQLError error, FieldPlan field, int index) =>
        AddError(_omitted > 0 || error.Path is not null ? error : error with { Path = PathOf(field, index) }, field);

    /// <summary>An exception that ends the field it comes from, as opposed to one that ends the execution.</summary>
    private bool IsOfField(Exception exception) =>
        exception is not ResponseTooLargeException && !(exception is OperationCanceledException && IsStopped);

    /// <summary>Reports what a field threw, and writes null if null may stand in its place.</summary>
    private bool Failed(FieldPlan field, ValuePlan plan, int index, Exception exception)
    {
        Report(field, index, exception);
        if (plan.IsNonNull)
            return false;
        _writer.WriteNull();
        return true;
    }

    private void Report(FieldPlan field, int index, Exception exception)
    {
        switch (exception)
        {
            case GraphQLException { Errors: var errors }:
                foreach (var error in errors)
                    AddError(error, field, index);
                break;
            case CoercionException:
                AddError(ExecutionErrors.BadResult(field, exception.Message), field, index);
                break;
            default:
                AddError(ExecutionErrors.Unexpected(exception, _options.IncludeExceptionDetail), field, index);
                break;
        }
    }

    private List<object> PathOf(FieldPlan field, int index)
    {
        var path = PathNode.ToList(CurrentPath());
        path.Add(index < 0 ? field.ResponseName : index);
        return path;
    }

    private ImmutableArray<SourceLocation> LocationsOf(FieldPlan field) => [.. field.Nodes.Select(node => _plan.LocationOf(node))];

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
        lock (_errorLock)
        {
            if (_errors is null)
                return [];
            return _omitted == 0 ? [.. _errors] : [.. _errors, ExecutionErrors.Omitted(_omitted)];
        }
    }
}
