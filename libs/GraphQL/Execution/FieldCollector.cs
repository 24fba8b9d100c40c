using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>Collects the fields that selection sets select of an object type, for one answer to their conditions.</summary>
/// <param name="operation">The operation.</param>
/// <param name="type">The object's type.</param>
/// <param name="conditions">The request's variables of conditions, a bit each.</param>
/// <param name="isDeferring">True to take notice of <c>@defer</c> and <c>@stream</c>.</param>
internal sealed class FieldCollector(OperationPlan operation, ObjectType type, ulong conditions, bool isDeferring)
{
    // A fragment counts once, and once more for every directive that defers it, however often it is met.
    private readonly HashSet<(string Fragment, Directive? Deferral)> _visited = [];

    public ObjectType Type { get; } = type;

    public OrderedDictionary<string, List<SelectedField>> Fields { get; } = [];

    /// <summary>Deferrals that begin in these selection sets, outer ones first.</summary>
    public List<DeferUsage> Usages { get; } = [];

    /// <summary>The conditions that were looked at.</summary>
    public ulong Mask { get; private set; }

    public void Collect(SelectionSet set, DeferUsage? usage)
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection.Directives))
                continue;
            switch (selection)
            {
                case Field field:
                    if (!Fields.TryGetValue(field.ResponseName, out var fields))
                        Fields.Add(field.ResponseName, fields = []);
                    fields.Add(new SelectedField(field, usage));
                    break;
                case InlineFragment fragment when Applies(fragment.TypeCondition):
                    Collect(fragment.SelectionSet, Defer(DeferralOf(fragment), usage) ?? usage);
                    break;
                case FragmentSpread spread:
                    Collect(spread, usage);
                    break;
            }
        }
    }

    /// <summary>The <c>@stream</c> of a field, if it is not turned off.</summary>
    public Directive? StreamOf(Field field) => Active(field.Directives, "stream");

    private void Collect(FragmentSpread spread, DeferUsage? usage)
    {
        var name = spread.Name.Value;
        if (operation.FindFragment(name) is not { } definition || !Applies(definition.TypeCondition))
            return;
        var deferral = DeferralOf(spread);

        // What comes at once need not come again later.
        if (!_visited.Contains((name, null)) && _visited.Add((name, deferral ?? usage?.Directive)))
            Collect(definition.SelectionSet, Defer(deferral, usage) ?? usage);
    }

    private Directive? DeferralOf(Selection selection) => isDeferring ? Active(selection.Directives, "defer") : null;

    private DeferUsage? Defer(Directive? directive, DeferUsage? parent)
    {
        if (directive is null)
            return null;
        var usage = new DeferUsage(directive, parent);
        Usages.Add(usage);
        return usage;
    }

    private Directive? Active(ImmutableArray<Directive> directives, string name)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == name)
                return directive.Find("if") is not { } condition || Evaluate(condition) ? directive : null;
        }

        return null;
    }

    private bool IsIncluded(ImmutableArray<Directive> directives)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (name is not ("skip" or "include"))
                continue;
            if (Evaluate(directive.Find("if")) == (name == "skip"))
                return false;
        }

        return true;
    }

    private bool Evaluate(Value? condition)
    {
        switch (condition)
        {
            case BooleanValue literal:
                return literal.Value;
            case Variable variable:
                var bit = 1UL << operation.ConditionOf(variable.Name.Value);
                Mask |= bit;
                return (conditions & bit) != 0;
            default:
                throw new InvalidOperationException("A condition without a value: the document was not validated.");
        }
    }

    private bool Applies(NamedTypeReference? condition)
    {
        if (condition is null || condition.Name.Value == Type.Name)
            return true;
        return operation.Schema.FindType(condition.Name.Value) is { } named and not ObjectType && operation.Schema.IsPossibleType(named, Type);
    }
}
