using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Each variable of an operation must be unique by its name; section "Variable Uniqueness".</summary>
internal sealed class UniqueVariableNames(ValidationContext context) : ValidationRule(context)
{
    public override void VisitOperation(OperationDefinition operation)
    {
        if (operation.Variables.Length < 2)
            return;
        foreach (var group in operation.Variables.GroupBy(static definition => definition.Variable.Name.Value))
        {
            if (group.Count() > 1)
                Report($"Several variables are named \"${group.Key}\".", [.. group.Select(static definition => definition.Variable.Name)]);
        }
    }
}
