using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Every variable that an operation uses, itself or in its fragments, must be defined by it; section "All Variable Uses Defined".
/// </summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(Document document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinition>())
        {
            var defined = operation.Variables.Select(static definition => definition.Variable.Name.Value).ToHashSet();
            foreach (var usage in Context.UsagesOf(operation))
            {
                var name = usage.Variable.Name.Value;
                if (usage.Definition is null && !defined.Contains(name))
                    Report($"{Subject(operation)} does not define the variable \"${name}\".", usage.Variable, operation);
            }
        }
    }

    private static string Subject(OperationDefinition operation) =>
        operation.Name is { } name ? $"The operation \"{name}\"" : "The operation";
}
