using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation;

/// <content>Fragments: found by name, followed, and the variables in them.</content>
internal sealed partial class ValidationContext
{
    private readonly Dictionary<string, FragmentDefinition> _fragments = [];
    private readonly Dictionary<ExecutableDefinition, List<FragmentSpread>> _spreads = [];
    private readonly Dictionary<ExecutableDefinition, List<VariableUsage>> _usages = [];
    private readonly Dictionary<OperationDefinition, ImmutableArray<FragmentDefinition>> _reachable = [];

    /// <summary>The fragment of that name, the last when there are several; null when there is none.</summary>
    public FragmentDefinition? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>Spreads inside a definition, at any depth: those of a selection set before those of the sets within it.</summary>
    public IReadOnlyList<FragmentSpread> SpreadsIn(ExecutableDefinition definition)
    {
        if (_spreads.TryGetValue(definition, out var spreads))
            return spreads;

        spreads = [];
        var pending = new Stack<SelectionSet>();
        pending.Push(definition.SelectionSet);
        while (pending.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FragmentSpread spread)
                    spreads.Add(spread);
                else if (selection is Field { SelectionSet: { } fields })
                    pending.Push(fields);
                else if (selection is InlineFragment fragment)
                    pending.Push(fragment.SelectionSet);
            }
        }

        _spreads.Add(definition, spreads);
        return spreads;
    }

    /// <summary>Fragments that an operation spreads, directly or through others, each once.</summary>
    public ImmutableArray<FragmentDefinition> FragmentsOf(OperationDefinition operation)
    {
        if (!_reachable.TryGetValue(operation, out var fragments))
            _reachable.Add(operation, fragments = FragmentsOf([operation]));
        return fragments;
    }

    /// <summary>Fragments that some of the operations spread, directly or through others, each once.</summary>
    public ImmutableArray<FragmentDefinition> FragmentsOf(ReadOnlySpan<OperationDefinition> operations)
    {
        var found = ImmutableArray.CreateBuilder<FragmentDefinition>();
        var seen = new HashSet<string>();
        foreach (var operation in operations)
            Follow(operation);
        for (var i = 0; i < found.Count; i++)
            Follow(found[i]);
        return found.ToImmutable();

        void Follow(ExecutableDefinition definition)
        {
            var spreads = SpreadsIn(definition);
            CountFragmentVisits(spreads.Count);
            foreach (var spread in spreads)
            {
                if (seen.Add(spread.Name.Value) && FindFragment(spread.Name.Value) is { } fragment)
                    found.Add(fragment);
            }
        }
    }

    /// <summary>Notes a variable in the place of a value; the walker calls it.</summary>
    public void AddUsage(ExecutableDefinition definition, VariableUsage usage)
    {
        if (!_usages.TryGetValue(definition, out var usages))
            _usages.Add(definition, usages = []);
        usages.Add(usage);
    }

    /// <summary>Uses of variables in a definition itself, in the order of the text. Complete when the walk is over.</summary>
    public IReadOnlyList<VariableUsage> OwnUsagesOf(ExecutableDefinition definition) => _usages.TryGetValue(definition, out var own) ? own : [];

    /// <summary>Uses of variables in an operation and the fragments it spreads. Complete when the walk is over.</summary>
    public IEnumerable<VariableUsage> UsagesOf(OperationDefinition operation)
    {
        if (_usages.TryGetValue(operation, out var own))
        {
            foreach (var usage in own)
                yield return usage;
        }

        foreach (var fragment in FragmentsOf(operation))
        {
            if (!_usages.TryGetValue(fragment, out var usages))
                continue;
            CountFragmentVisits(usages.Count);
            foreach (var usage in usages)
                yield return usage;
        }
    }
}
