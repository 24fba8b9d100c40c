using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>The type of each variable must be an input type; section "Variables Are Input Types".</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule(context)
{
    public override void VisitVariableDefinition(VariableDefinition definition)
    {
        if (Context.TypeOf(definition.Type) is { IsInput: false } type)
            Report($"The variable \"${definition.Variable.Name}\" cannot be of the type \"{type}\", which is sent out only.", definition.Type);
    }
}
