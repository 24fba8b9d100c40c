using System.Collections.Concurrent;
using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>A document with the verdict about it and the plans of its operations.</summary>
internal sealed class PreparedDocument
{
    private const int Overhead = 512;
    private const int BytesPerByte = 40;

    private readonly ImmutableArray<OperationDefinition> _operations;

    // At most one for each operation of the document: a name that it does not have leaves nothing behind.
    private readonly ConcurrentDictionary<OperationDefinition, OperationPlan> _plans = new();

    public PreparedDocument(Document document, ImmutableArray<GraphQLError> errors)
    {
        Errors = errors;
        if (errors.IsEmpty)
        {
            Document = document;
            _operations = [.. document.Definitions.OfType<OperationDefinition>()];
            Size = Overhead + (BytesPerByte * document.Source.Bytes.Length);
        }
        else
        {
            // of a document that cannot run only the verdict is worth keeping
            _operations = [];
            Size = Overhead + errors.Sum(static error => 256L + (2L * error.Message.Length) + (16L * error.Locations.Length));
        }
    }

    /// <summary>Null when there are errors.</summary>
    public Document? Document { get; }

    /// <summary>UTF-8; empty when there are errors.</summary>
    public ReadOnlySpan<byte> Text => Document is null ? default : Document.Source.Bytes.Span;

    /// <summary>An estimate of its bytes in memory: a syntax tree and its plans are many times as long as their text.</summary>
    public long Size { get; }

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
            : _plans.GetOrAdd(operation, static (operation, state) => new OperationPlan(state.schema, state.document, operation, state.options), (schema, document: Document!, options));
}
