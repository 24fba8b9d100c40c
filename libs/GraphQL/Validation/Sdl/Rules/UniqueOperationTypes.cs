using GraphQL.Language;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>Each kind of operation has at most one root type; section "Root Operation Types".</summary>
internal sealed class UniqueOperationTypes : SdlRule
{
    public override void Validate(SdlContext context)
    {
        var seen = new Dictionary<OperationType, OperationTypeDefinition>();
        foreach (var node in context.Definitions<SchemaDefinition>().SelectMany(static schema => schema.OperationTypes))
        {
            if (context.Schema?.RootType(node.Operation) is not null)
                Report(context, $"The schema has a root type for {node.Operation} already.", node);
            else if (!seen.TryAdd(node.Operation, node))
                Report(context, $"There may be only one root type for {node.Operation}.", seen[node.Operation], node);
        }
    }
}
