using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>The schema must support the kind of each operation; section "Operation Type Existence".</summary>
internal sealed class KnownOperationTypes(ValidationContext context) : ValidationRule(context)
{
    public override void VisitOperation(OperationDefinition operation)
    {
        if (Context.Schema.RootType(operation.Operation) is not null)
            return;
        var kind = operation.Operation switch
        {
            OperationType.Query => "queries",
            OperationType.Mutation => "mutations",
            _ => "subscriptions",
        };
        Report($"The schema has no {kind}.", operation);
    }
}
