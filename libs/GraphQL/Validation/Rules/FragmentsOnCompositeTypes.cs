using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Fragments must apply to an object, interface or union; section "Fragments on Object, Interface or Union Types".</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : ValidationRule(context)
{
    public override void VisitFragment(FragmentDefinition fragment) => Check(fragment.TypeCondition);

    public override void VisitInlineFragment(InlineFragment fragment)
    {
        if (fragment.TypeCondition is { } condition)
            Check(condition);
    }

    private void Check(NamedTypeReference condition)
    {
        if (Context.Schema.FindType(condition.Name.Value) is { IsComposite: false } type)
            Report($"A fragment applies to an object, interface or union, and \"{type}\" is none of these.", condition);
    }
}
