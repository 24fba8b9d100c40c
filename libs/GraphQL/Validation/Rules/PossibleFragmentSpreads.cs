using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>
/// A fragment must be able to apply where it is spread: some object must be of both types; section "Fragment Spread Is Possible".
/// </summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : ValidationRule(context)
{
    public override void VisitInlineFragment(InlineFragment fragment)
    {
        if (Context.Type is NamedType { IsComposite: true } type)
            Check(type, fragment);
    }

    public override void VisitFragmentSpread(FragmentSpread spread)
    {
        if (Context.FindFragment(spread.Name.Value) is { } fragment && Context.CompositeTypeOf(fragment.TypeCondition) is { } type)
            Check(type, spread);
    }

    private void Check(NamedType type, Selection spread)
    {
        if (Context.ParentType is { } parent && !Context.Overlap(type, parent))
            Report($"No object of the type \"{parent}\" is of the type \"{type}\", so this fragment never applies.", spread);
    }
}
