using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Subscriptions must be able to turn off every deferral and stream; incremental delivery, section "Defer And Stream Directives Are Used On
/// Valid Operations".
/// </summary>
internal sealed class DeferStreamOnValidOperations(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _clean = [];
    private readonly List<FragmentSpread> _path = [];

    public override void VisitOperation(OperationDefinition operation)
    {
        if (operation.Operation != OperationType.Subscription)
            return;
        var visited = new HashSet<string>();
        if (Check(operation.SelectionSet, visited))
            _clean.UnionWith(visited);
    }

    private bool Check(SelectionSet selectionSet, HashSet<string> visited)
    {
        ValidationContext.GuardStack();
        Context.CountFragmentVisits(1);
        var isClean = true;
        foreach (var selection in selectionSet.Selections)
        {
            if (CanBeLeftOut(selection))
                continue;
            foreach (var directive in selection.Directives)
            {
                if (directive.Name.Value is "defer" or "stream" && !CanBeOff(directive))
                {
                    isClean = false;
                    Report($"A subscription must be able to turn \"@{directive.Name}\" off: give it \"if\" with a variable or false.", [directive, .. Enumerable.Reverse(_path)]);
                }
            }

            isClean &= CheckWithin(selection, visited);
        }

        return isClean;
    }

    private bool CheckWithin(Selection selection, HashSet<string> visited)
    {
        switch (selection)
        {
            case Field { SelectionSet: { } selections }:
                return Check(selections, visited);
            case InlineFragment fragment:
                return Check(fragment.SelectionSet, visited);
            case FragmentSpread spread when !_clean.Contains(spread.Name.Value)
                && visited.Add(spread.Name.Value)
                && Context.FindFragment(spread.Name.Value) is { } fragment:
                _path.Add(spread);
                var isClean = Check(fragment.SelectionSet, visited);
                _path.RemoveAt(_path.Count - 1);
                return isClean;
            default:
                return true;
        }
    }

    private static bool CanBeLeftOut(Selection selection)
    {
        foreach (var directive in selection.Directives)
        {
            var condition = ConditionOf(directive);
            if (directive.Name.Value == "skip" && condition is not BooleanValue { Value: false })
                return true;
            if (directive.Name.Value == "include" && condition is not (null or BooleanValue { Value: true }))
                return true;
        }

        return false;
    }

    private static bool CanBeOff(Directive directive) => ConditionOf(directive) is Variable or BooleanValue { Value: false };

    private static Value? ConditionOf(Directive directive) =>
        directive.Arguments.FirstOrDefault(static argument => argument.Name.Value == "if")?.Value;
}
