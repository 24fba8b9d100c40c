using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Every fragment must be the target of a spread that some operation reaches; section "Fragments Must Be Used".</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(Document document)
    {
        var used = Context.FragmentsOf([.. document.Definitions.OfType<OperationDefinition>()])
            .Select(static fragment => fragment.Name.Value)
            .ToHashSet();
        foreach (var fragment in document.Definitions.OfType<FragmentDefinition>())
        {
            if (!used.Contains(fragment.Name.Value))
                Report($"No operation uses the fragment \"{fragment.Name}\".", fragment);
        }
    }
}
