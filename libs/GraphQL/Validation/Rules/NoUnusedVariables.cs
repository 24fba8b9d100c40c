using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Every variable that an operation defines must be used in it or in its fragments; section "All Variables Used".</summary>
internal sealed class NoUnusedVariables(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(Document document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinition>())
        {
            if (operation.Variables.IsEmpty)
                continue;
            var used = Context.UsagesOf(operation).Where(static usage => usage.Definition is null).Select(static usage => usage.Variable.Name.Value).ToHashSet();
            foreach (var definition in operation.Variables)
            {
                var name = definition.Variable.Name.Value;
                if (!used.Contains(name))
                    Report($"The variable \"${name}\" is never used{(operation.Name is { } of ? $" in \"{of}\"" : "")}.", definition);
            }
        }

        foreach (var fragment in document.Definitions.OfType<FragmentDefinition>())
        {
            if (fragment.Variables.IsEmpty)
                continue;
            var used = Context.OwnUsagesOf(fragment).Select(static usage => usage.Variable.Name.Value).ToHashSet();
            foreach (var definition in fragment.Variables)
            {
                if (!used.Contains(definition.Variable.Name.Value))
                    Report($"The variable \"${definition.Variable.Name}\" is never used in the fragment \"{fragment.Name}\".", definition);
            }
        }
    }
}
