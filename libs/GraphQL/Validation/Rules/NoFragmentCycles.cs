using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// The graph of fragment spreads must have no cycles, including a spread of a fragment in itself; section "Fragment Spreads Must Not Form
/// Cycles".
/// </summary>
internal sealed class NoFragmentCycles(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _visited = [];
    private readonly Dictionary<string, int> _indexOnPath = [];
    private readonly List<FragmentSpread> _path = [];

    public override void VisitFragment(FragmentDefinition fragment)
    {
        var name = fragment.Name.Value;
        if (!_visited.Add(name))
            return;

        ValidationContext.GuardStack();
        var spreads = Context.SpreadsIn(fragment);
        Context.CountFragmentVisits(spreads.Count);
        _indexOnPath[name] = _path.Count;
        foreach (var spread in spreads)
        {
            var target = spread.Name.Value;
            _path.Add(spread);
            if (_indexOnPath.TryGetValue(target, out var start))
                ReportCycle(target, [.. _path.Skip(start)]);
            else if (Context.FindFragment(target) is { } next)
                VisitFragment(next);
            _path.RemoveAt(_path.Count - 1);
        }

        _indexOnPath.Remove(name);
    }

    private void ReportCycle(string target, FragmentSpread[] cycle)
    {
        var via = string.Join(", ", cycle.SkipLast(1).Take(10).Select(static spread => $"\"{spread.Name}\""));
        Report($"The fragment \"{target}\" contains itself{(via.Length > 0 ? $" through {via}" : "")}.", cycle);
    }
}
