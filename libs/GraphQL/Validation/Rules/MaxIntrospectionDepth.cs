using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Introspection must not nest its lists of fields and types too deeply: every level may multiply the response. Not in the specification.
/// </summary>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, int> _checked = [];

    public override void VisitField(Field field)
    {
        if (field.Name.Value is "__schema" or "__type" && Exceeds(field, 0))
            ReportLimit($"Introspection nests more than {Context.Options.MaxIntrospectionListDepth} lists of fields or types.", field);
    }

    private bool Exceeds(Selection selection, int depth)
    {
        switch (selection)
        {
            case Field field:
                if (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields")
                    depth++;
                return depth > Context.Options.MaxIntrospectionListDepth || (field.SelectionSet is { } fields && Exceeds(fields, depth));
            case InlineFragment fragment:
                return Exceeds(fragment.SelectionSet, depth);
            case FragmentSpread spread when Context.FindFragment(spread.Name.Value) is { } fragment:
                // Entered at a depth at least as great before, it gives nothing new, also when it is still being followed.
                if (_checked.TryGetValue(spread.Name.Value, out var before) && before >= depth)
                    return false;
                _checked[spread.Name.Value] = depth;
                if (!Exceeds(fragment.SelectionSet, depth))
                    return false;
                _checked.Remove(spread.Name.Value);
                return true;
            default:
                return false;
        }
    }

    private bool Exceeds(SelectionSet selectionSet, int depth)
    {
        ValidationContext.GuardStack();
        Context.CountFragmentVisits(1);
        foreach (var selection in selectionSet.Selections)
        {
            if (Exceeds(selection, depth))
                return true;
        }

        return false;
    }
}
