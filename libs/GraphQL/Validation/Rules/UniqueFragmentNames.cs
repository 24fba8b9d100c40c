using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Each fragment must be unique by its name; section "Fragment Name Uniqueness".</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, Name> _names = [];

    public override void VisitFragment(FragmentDefinition fragment)
    {
        if (!_names.TryAdd(fragment.Name.Value, fragment.Name))
            Report($"Several fragments are named \"{fragment.Name}\".", _names[fragment.Name.Value], fragment.Name);
    }
}
