using System.Collections.Immutable;

namespace GraphQL.Execution;

/// <summary>
/// Divides the fields of an object into those that are written where it stands and those that are put off, by the deferrals that they are
/// part of; incremental delivery, section "Field Collection".
/// </summary>
/// <param name="deferring">The deferrals that the object is part of.</param>
internal sealed class FieldDivision(Deferring deferring)
{
    private readonly List<(ImmutableArray<DeferUsage> Usages, OrderedDictionary<string, List<SelectedField>> Fields)> _deferred = [];

    public OrderedDictionary<string, List<SelectedField>> Own { get; } = [];

    public IReadOnlyList<(ImmutableArray<DeferUsage> Usages, OrderedDictionary<string, List<SelectedField>> Fields)> Deferred => _deferred;

    /// <summary>Adds all selections of one response name.</summary>
    public void Add(string name, List<SelectedField> fields)
    {
        if (!deferring.IsBranching)
        {
            PlaceFor(UsagesOf(fields)).Add(name, fields);
            return;
        }

        foreach (var field in fields)
        {
            var place = PlaceFor(field.Usage is { } usage ? [usage] : []);
            if (!place.TryGetValue(name, out var placed))
                place.Add(name, placed = []);
            placed.Add(field);
        }
    }

    private OrderedDictionary<string, List<SelectedField>> PlaceFor(ImmutableArray<DeferUsage> usages)
    {
        if (AreSame(usages, deferring.Surroundings))
            return Own;
        foreach (var (others, fields) in _deferred)
        {
            if (AreSame(usages, others))
                return fields;
        }

        _deferred.Add((usages, []));
        return _deferred[^1].Fields;
    }

    /// <summary>
    /// The deferrals that a field waits for: none if anything selects it at once, and none inside another that selects it too.
    /// </summary>
    private static ImmutableArray<DeferUsage> UsagesOf(List<SelectedField> fields)
    {
        var usages = new List<DeferUsage>();
        foreach (var field in fields)
        {
            if (field.Usage is null)
                return [];
            if (!usages.Contains(field.Usage))
                usages.Add(field.Usage);
        }

        return [.. usages.Where(usage => !IsInsideAny(usage, usages))];
    }

    private static bool IsInsideAny(DeferUsage usage, List<DeferUsage> usages)
    {
        for (var parent = usage.Parent; parent is not null; parent = parent.Parent)
        {
            if (usages.Contains(parent))
                return true;
        }

        return false;
    }

    private static bool AreSame(ImmutableArray<DeferUsage> one, ImmutableArray<DeferUsage> other) =>
        one.Length == other.Length && one.All(usage => other.Contains(usage));
}
