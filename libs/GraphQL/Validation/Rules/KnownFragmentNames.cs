using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Every fragment spread must name a fragment that the document defines; section "Fragment Spread Target Defined".</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : ValidationRule(context)
{
    public override void VisitFragmentSpread(FragmentSpread spread)
    {
        if (Context.FindFragment(spread.Name.Value) is null)
            Report($"There is no fragment \"{spread.Name}\".", spread.Name);
    }
}
