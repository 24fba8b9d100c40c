using System.Collections.Concurrent;
using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>A document with the verdict about it and the plans of its operations.</summary>
internal sealed class PreparedDocument
{
    private readonly ImmutableArray<OperationDefinition> _operations;

    // At most one for each operation of the document: a name that it does not have leaves nothing behind.
    private readonly ConcurrentDictionary<OperationDefinition, OperationPlan> _plans = new();

    public PreparedDocument(Document document, ImmutableArray<GraphQLError> errors)
    {
        Document = document;
        Errors = errors;
        _operations = [.. document.Definitions.OfType<OperationDefinition>()];
    }

    public Document Document { get; }

    /// <summary>Of validation; empty for a valid document.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }

    public ImmutableArray<OperationDefinition> Operations => _operations;

    /// <summary>
    /// The operation of that name, or the only one; September 2025, section "Executing Requests". Null when there is none.
    /// </summary>
    public OperationDefinition? Find(string? operationName)
    {
        if (operationName is null)
            return _operations.Length == 1 ? _operations[0] : null;
        foreach (var operation in _operations)
        {
            if (operation.Name?.Value == operationName)
                return operation;
        }

        return null;
    }

    public OperationPlan Plan(Schema schema, OperationDefinition operation, RequestExecutorOptions options) =>
        _plans.TryGetValue(operation, out var plan)
            ? plan
            : _plans.GetOrAdd(operation, static (operation, state) => new OperationPlan(state.schema, state.document, operation, state.options), (schema, document: Document, options));
}
