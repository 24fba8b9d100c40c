using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>An operation without a name must be the only operation; section "Lone Anonymous Operation".</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule(context)
{
    private bool _isAlone;

    public override void VisitDocument(Document document) =>
        _isAlone = document.Definitions.Count(static definition => definition is OperationDefinition) == 1;

    public override void VisitOperation(OperationDefinition operation)
    {
        if (operation.Name is null && !_isAlone)
            Report("An operation without a name must be the only one; give each a name.", operation);
    }
}
