using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>The type of a variable must fit each place where it is used; section "All Variable Usages Are Allowed".</summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(Document document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinition>())
        {
            // Fragments with variables of their own are an experiment; without it, there is nothing to check here.
            if (operation.Variables.IsEmpty && Context.FragmentsOf(operation).All(static fragment => fragment.Variables.IsEmpty))
                continue;
            var definitions = new Dictionary<string, VariableDefinition>();
            foreach (var definition in operation.Variables)
                definitions[definition.Variable.Name.Value] = definition;

            foreach (var usage in Context.UsagesOf(operation))
            {
                if ((usage.Definition ?? definitions.GetValueOrDefault(usage.Variable.Name.Value)) is { } definition)
                    Check(definition, usage);
            }
        }
    }

    private void Check(VariableDefinition definition, VariableUsage usage)
    {
        if (usage.Type is not { } expected || Context.TypeOf(definition.Type) is not { } type)
            return;
        if (!IsAllowed(definition, type, usage, expected))
        {
            ReportAt(
                usage.Coordinate,
                $"The variable \"${definition.Variable.Name}\" of the type \"{type}\" does not fit here, where \"{expected}\" is expected.",
                definition,
                usage.Variable);
        }

        if (usage.OneOf is { } oneOf && type is not NonNullType)
        {
            ReportAt(
                usage.Coordinate,
                $"The variable \"${definition.Variable.Name}\" must be non-null, as it is the one field of \"{oneOf}\" that is given.",
                definition,
                usage.Variable);
        }
    }

    private bool IsAllowed(VariableDefinition definition, SchemaType type, VariableUsage usage, SchemaType expected)
    {
        if (expected is not NonNullType || type is NonNullType)
            return Context.IsSubtype(type, expected);

        // A default, of the variable or of its place, stands in when no value is given; a null that is given fails at run time.
        return (definition.DefaultValue is not (null or NullValue) || usage.HasDefault) && Context.IsSubtype(type, expected.NullableType);
    }
}
