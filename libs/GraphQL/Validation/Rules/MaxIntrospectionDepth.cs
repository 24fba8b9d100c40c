using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Introspection must not nest its lists of fields and types too deeply: every level may multiply the response. Not in the specification.
/// </summary>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<(string Fragment, bool ByType), int> _checked = [];

    // a circle of fragments is an error of its own, and has no depth of types
    private readonly HashSet<string> _following = [];

    public override void VisitField(Field field)
    {
        if (field.Name.Value is not ("__schema" or "__type"))
            return;
        if (Exceeds(field, 0, byType: false))
            ReportLimit($"Introspection nests more than {Context.Options.MaxIntrospectionListDepth} lists of fields or types.", field);
        else if (Exceeds(field, 0, byType: true))
            ReportLimit($"Introspection nests more than {Context.Options.MaxIntrospectionTypeDepth} \"ofType\".", field);
    }

    private bool Exceeds(Selection selection, int depth, bool byType)
    {
        switch (selection)
        {
            case Field field:
                if (byType ? field.Name.Value == "ofType" : field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields")
                    depth++;
                var limit = byType ? Context.Options.MaxIntrospectionTypeDepth : Context.Options.MaxIntrospectionListDepth;
                return depth > limit || (field.SelectionSet is { } fields && Exceeds(fields, depth, byType));
            case InlineFragment fragment:
                return Exceeds(fragment.SelectionSet, depth, byType);
            case FragmentSpread spread when Context.FindFragment(spread.Name.Value) is { } fragment:
                // Entered at a depth at least as great before, it gives nothing new, also when it is still being followed.
                if (byType && _following.Contains(spread.Name.Value))
                    return false;
                if (_checked.TryGetValue((spread.Name.Value, byType), out var before) && before >= depth)
                    return false;
                _checked[(spread.Name.Value, byType)] = depth;
                _following.Add(spread.Name.Value);
                var exceeds = Exceeds(fragment.SelectionSet, depth, byType);
                _following.Remove(spread.Name.Value);
                if (!exceeds)
                    return false;
                _checked.Remove((spread.Name.Value, byType));
                return true;
            default:
                return false;
        }
    }

    private bool Exceeds(SelectionSet selectionSet, int depth, bool byType)
    {
        ValidationContext.GuardStack();
        Context.CountFragmentVisits(1);
        foreach (var selection in selectionSet.Selections)
        {
            if (Exceeds(selection, depth, byType))
                return true;
        }

        return false;
    }
}
