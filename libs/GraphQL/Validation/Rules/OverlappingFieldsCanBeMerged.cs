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
    private readonly Dictionary<(FieldCollection, FragmentDefinition), bool> _comparedWithFragment = [];
    private readonly Dictionary<(FragmentDefinition, FragmentDefinition), bool> _comparedFragments = [];
    private readonly HashSet<(SelectionSet, SelectionSet, bool)> _withoutConflict = [];
    private int _comparisons;

    public override void VisitSelectionSet(SelectionSet selectionSet)
    {
        // A lone field or spread has nothing to conflict with; what is below it is visited for itself.
        if (selectionSet.Selections is [not InlineFragment])
            return;

        var conflicts = new List<FieldConflict>();
        var collection = Collect(Context.ParentType, selectionSet);
        CompareWithin(conflicts, collection);
        for (var i = 0; i < collection.Fragments.Count; i++)
        {
            CompareWithFragment(conflicts, collection, collection.Fragments[i], exclusive: false);
            for (var j = i + 1; j < collection.Fragments.Count; j++)
                CompareFragments(conflicts, collection.Fragments[i], collection.Fragments[j], exclusive: false);
        }

        foreach (var conflict in conflicts)
        {
            Report(
                $"Fields \"{LiteralText.Cut(conflict.ResponseName)}\" cannot be merged: {conflict.Reason}. Give them different aliases.",
                [.. conflict.First, .. conflict.Second]);
        }
    }

    private void CompareWithin(List<FieldConflict> conflicts, FieldCollection collection)
    {
        foreach (var group in collection.Groups)
        {
            if (group.IsUniform)
                continue;
            for (var i = 0; i < group.Fields.Count; i++)
            {
                for (var j = i + 1; j < group.Fields.Count; j++)
                    Compare(conflicts, group.ResponseName, group.Fields[i], group.Fields[j], exclusive: false);
            }
        }
    }

    private void CompareBetween(List<FieldConflict> conflicts, FieldCollection first, FieldCollection second, bool exclusive)
    {
        if (first.Groups.Count == 0 || second.Groups.Count == 0)
            return;
        Count(first.Groups.Count);
        foreach (var group in first.Groups)
        {
            if (second.Find(group.ResponseName) is not { } other || (group.IsUniform && other.IsUniform && group.Fields[0].IsSameLeaf(other.Fields[0])))
                continue;
            foreach (var field in group.Fields)
            {
                foreach (var otherField in other.Fields)
                    Compare(conflicts, group.ResponseName, field, otherField, exclusive);
            }
        }
    }

    private void CompareWithFragment(List<FieldConflict> conflicts, FieldCollection collection, FragmentDefinition fragment, bool exclusive)
    {
        Count(1);
        if (collection.Groups.Count == 0 || WasCompared(_comparedWithFragment, (collection, fragment), exclusive))
            return;

        ValidationContext.GuardStack();
        var other = Collect(fragment);
        // A fragment that spreads itself is an error of its own.
        if (ReferenceEquals(collection, other))
            return;
        CompareBetween(conflicts, collection, other, exclusive);
        foreach (var next in other.Fragments)
            CompareWithFragment(conflicts, collection, next, exclusive);
    }

    private void CompareFragments(List<FieldConflict> conflicts, FragmentDefinition first, FragmentDefinition second, bool exclusive)
    {
        Count(1);
        if (ReferenceEquals(first, second))
            return;
        var pair = first.Start <= second.Start ? (first, second) : (second, first);
        if (WasCompared(_comparedFragments, pair, exclusive))
            return;

        ValidationContext.GuardStack();
        var (firstFields, secondFields) = (Collect(first), Collect(second));
        CompareBetween(conflicts, firstFields, secondFields, exclusive);
        foreach (var next in secondFields.Fragments)
            CompareFragments(conflicts, first, next, exclusive);
        foreach (var next in firstFields.Fragments)
            CompareFragments(conflicts, next, second, exclusive);
    }

    private List<FieldConflict> CompareSelections(
        (NamedType? Parent, SelectionSet Set) first, (NamedType? Parent, SelectionSet Set) second, bool exclusive)
    {
        if (_withoutConflict.Contains((first.Set, second.Set, false)) || _withoutConflict.Contains((first.Set, second.Set, exclusive)))
            return [];

        ValidationContext.GuardStack();
        var conflicts = new List<FieldConflict>();
        var (firstFields, secondFields) = (Collect(first.Parent, first.Set), Collect(second.Parent, second.Set));
        CompareBetween(conflicts, firstFields, secondFields, exclusive);
        foreach (var fragment in secondFields.Fragments)
            CompareWithFragment(conflicts, firstFields, fragment, exclusive);
        foreach (var fragment in firstFields.Fragments)
            CompareWithFragment(conflicts, secondFields, fragment, exclusive);
        foreach (var fragment in firstFields.Fragments)
        {
            foreach (var other in secondFields.Fragments)
                CompareFragments(conflicts, fragment, other, exclusive);
        }

        if (conflicts.Count == 0)
            _withoutConflict.Add((first.Set, second.Set, exclusive));
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
