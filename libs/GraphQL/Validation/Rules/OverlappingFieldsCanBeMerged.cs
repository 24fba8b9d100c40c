using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Fields of one response name must be the same field with the same arguments and mergeable selections, unless no object can have
/// both, and then still of the same shape; section "Field Selection Merging".
/// </summary>
/// <remarks>
/// The specification expands fragments before it compares, which a document of a kilobyte can make exponential. Here the fields of
/// a selection set are collected once without its fragments, and then compared with each other, with each fragment, and fragments
/// with each other; pairs seen before are not compared again. What is left is counted against
/// <see cref="ValidationOptions.MaxFieldComparisons"/>.
/// </remarks>
internal sealed partial class OverlappingFieldsCanBeMerged(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<SelectionSet, FieldCollection> _collections = [];
    private readonly Dictionary<(ScopedFields, FragmentUse), bool> _comparedWithFragment = [];
    private readonly Dictionary<(FragmentUse, FragmentUse), bool> _comparedFragments = [];
    private readonly HashSet<(SelectionSet, FragmentScope?, SelectionSet, FragmentScope?, bool)> _withoutConflict = [];
    private FragmentScope? _scope;
    private int _comparisons;

    public override void VisitOperation(OperationDefinition operation) => _scope = null;

    public override void VisitFragment(FragmentDefinition fragment) => _scope = NewScope(fragment);

    public override void VisitSelectionSet(SelectionSet selectionSet)
    {
        // A lone field or spread has nothing to conflict with; what is below it is visited for itself.
        if (selectionSet.Selections is [not InlineFragment])
            return;

        var conflicts = new List<FieldConflict>();
        var fields = new ScopedFields(Collect(Context.ParentType, selectionSet), _scope);
        CompareWithin(conflicts, fields);
        var fragments = FragmentsOf(fields);
        for (var i = 0; i < fragments.Count; i++)
        {
            CompareWithFragment(conflicts, fields, fragments[i], exclusive: false);
            for (var j = i + 1; j < fragments.Count; j++)
                CompareFragments(conflicts, fragments[i], fragments[j], exclusive: false);
        }

        foreach (var conflict in conflicts)
        {
            Report(
                $"Fields \"{LiteralText.Cut(conflict.ResponseName)}\" cannot be merged: {conflict.Reason}. Give them different aliases.",
                [.. conflict.First, .. conflict.Second]);
        }
    }

    private void CompareWithin(List<FieldConflict> conflicts, ScopedFields fields)
    {
        foreach (var group in fields.Collection.Groups)
        {
            if (group.IsUniform)
                continue;
            for (var i = 0; i < group.Fields.Count; i++)
            {
                for (var j = i + 1; j < group.Fields.Count; j++)
                    Compare(conflicts, group.ResponseName, group.Fields[i], group.Fields[j], (fields.Scope, fields.Scope), exclusive: false);
            }
        }
    }

    private void CompareBetween(List<FieldConflict> conflicts, ScopedFields first, ScopedFields second, bool exclusive)
    {
        if (first.Collection.Groups.Count == 0 || second.Collection.Groups.Count == 0)
            return;
        Count(first.Collection.Groups.Count);
        foreach (var group in first.Collection.Groups)
        {
            if (second.Collection.Find(group.ResponseName) is not { } other
                || (group.IsUniform && other.IsUniform && group.Fields[0].IsSameLeaf(other.Fields[0])))
            {
                continue;
            }

            foreach (var field in group.Fields)
            {
                foreach (var otherField in other.Fields)
                    Compare(conflicts, group.ResponseName, field, otherField, (first.Scope, second.Scope), exclusive);
            }
        }
    }

    private void CompareWithFragment(List<FieldConflict> conflicts, ScopedFields fields, FragmentUse fragment, bool exclusive)
    {
        Count(1);
        if (fields.Collection.Groups.Count == 0 || WasCompared(_comparedWithFragment, (fields, fragment), exclusive))
            return;
        ValidationContext.GuardStack();
        var other = Collect(fragment);

        // A fragment that spreads itself is an error of its own.
        if (fields == other)
            return;

        CompareBetween(conflicts, fields, other, exclusive);
        foreach (var next in FragmentsOf(other))
            CompareWithFragment(conflicts, fields, next, exclusive);
    }

    private void CompareFragments(List<FieldConflict> conflicts, FragmentUse first, FragmentUse second, bool exclusive)
    {
        Count(1);
        if (first == second)
            return;

        var isSameFragment = ReferenceEquals(first.Definition, second.Definition);
        if (WasCompared(_comparedFragments, first.IsBefore(second) ? (first, second) : (second, first), exclusive && !isSameFragment))
            return;
        if (isSameFragment)
        {
            Report($"The fragment \"{first.Definition.Name}\" cannot be spread here with different arguments.", first.Spread, second.Spread);
            return;
        }

        ValidationContext.GuardStack();
        var (firstFields, secondFields) = (Collect(first), Collect(second));
        CompareBetween(conflicts, firstFields, secondFields, exclusive);
        foreach (var next in FragmentsOf(secondFields))
            CompareFragments(conflicts, first, next, exclusive);
        foreach (var next in FragmentsOf(firstFields))
            CompareFragments(conflicts, next, second, exclusive);
    }

    private List<FieldConflict> CompareSelections(
        (NamedType? Parent, SelectionSet Set, FragmentScope? Scope) first,
        (NamedType? Parent, SelectionSet Set, FragmentScope? Scope) second,
        bool exclusive)
    {
        if (_withoutConflict.Contains((first.Set, first.Scope, second.Set, second.Scope, false))
            || _withoutConflict.Contains((first.Set, first.Scope, second.Set, second.Scope, exclusive)))
        {
            return [];
        }

        ValidationContext.GuardStack();
        var conflicts = new List<FieldConflict>();
        var firstFields = new ScopedFields(Collect(first.Parent, first.Set), first.Scope);
        var secondFields = new ScopedFields(Collect(second.Parent, second.Set), second.Scope);
        var (firstFragments, secondFragments) = (FragmentsOf(firstFields), FragmentsOf(secondFields));
        CompareBetween(conflicts, firstFields, secondFields, exclusive);
        foreach (var fragment in secondFragments)
            CompareWithFragment(conflicts, firstFields, fragment, exclusive);
        foreach (var fragment in firstFragments)
            CompareWithFragment(conflicts, secondFields, fragment, exclusive);
        foreach (var fragment in firstFragments)
        {
            foreach (var other in secondFragments)
                CompareFragments(conflicts, fragment, other, exclusive);
        }

        if (conflicts.Count == 0)
            _withoutConflict.Add((first.Set, first.Scope, second.Set, second.Scope, exclusive));
        return conflicts;
    }

    /// <summary>True when the pair was compared at least as strictly before; notes it otherwise.</summary>
    private static bool WasCompared<TPair>(Dictionary<TPair, bool> compared, TPair pair, bool exclusive)
        where TPair : notnull
    {
        if (compared.TryGetValue(pair, out var before) && (exclusive || !before))
            return true;
        compared[pair] = exclusive;
        return false;
    }

    private void Count(int comparisons)
    {
        _comparisons += comparisons;
        if (_comparisons > Context.Options.MaxFieldComparisons)
            throw ValidationContext.Exceeded($"Merging the document's fields takes more than {Context.Options.MaxFieldComparisons} comparisons.");
    }
}
