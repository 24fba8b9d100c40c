using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Every definition of a document that is executed must be an operation or a fragment; section "Executable Definitions".</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : ValidationRule(context)
{
    public override void VisitDocument(Document document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is ExecutableDefinition)
                continue;
            var what = definition switch
            {
                TypeDefinition type => $"definition of \"{type.Name}\"",
                DirectiveDefinition directive => $"definition of \"@{directive.Name}\"",
                _ => "definition of the schema",
            };
            Report($"The {what} cannot be executed.", definition);
        }
    }
}
