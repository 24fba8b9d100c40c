using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>
/// What one or several merged selection sets select, for each concrete type and each answer to their <c>@skip</c> and <c>@include</c>;
/// September 2025, section "Field Collection".
/// </summary>
/// <param name="operation">The operation it belongs to.</param>
/// <param name="sets">The selection sets that are merged.</param>
internal sealed class SelectionPlan(OperationPlan operation, ImmutableArray<SelectionSet> sets)
{
    /// <summary>Most variants that are kept; a client could ask for every combination of its conditions.</summary>
    private const int MaxVariants = 64;

    // Replaced as a whole, so that readers need no lock; two threads may make the same variant once each, which costs only time.
    private volatile Variant[] _variants = [];

    /// <summary>The fields of an object, in the order of the response.</summary>
    /// <param name="type">The object's type.</param>
    /// <param name="conditions">The request's variables of conditions, a bit each.</param>
    public FieldPlan[] For(ObjectType type, ulong conditions)
    {
        var variants = _variants;
        foreach (var variant in variants)
        {
            if (ReferenceEquals(variant.Type, type) && (conditions & variant.Mask) == variant.Conditions)
                return variant.Fields;
        }

        var made = Make(type, conditions);
        if (variants.Length < MaxVariants)
            _variants = [.. variants, made];
        return made.Fields;
    }

    private Variant Make(ObjectType type, ulong conditions)
    {
        var collector = new Collector(operation, type, conditions);
        foreach (var set in sets)
            collector.Collect(set);

        var fields = new FieldPlan[collector.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var (_, nodes) = collector.Fields.GetAt(i);
            var name = nodes[0].Name.Value;
            var field = type.FindField(name) ?? MetaFields.Find(operation.Schema, type, name)
                ?? throw new InvalidOperationException($"The type {type.Name} has no field {name}: the document was not validated.");
            fields[i] = new FieldPlan(operation, type, field, [.. nodes], isFirst: i == 0);
        }

        return new Variant(type, collector.Mask, conditions & collector.Mask, fields);
    }

    /// <summary>Fields for a type and for values of the conditions that were looked at when they were collected.</summary>
    private sealed record Variant(ObjectType Type, ulong Mask, ulong Conditions, FieldPlan[] Fields);

    /// <summary>The specification's CollectFields, for one object type.</summary>
    internal sealed class Collector(OperationPlan operation, ObjectType type, ulong conditions)
    {
        private readonly HashSet<string> _visited = [];

        public OrderedDictionary<string, List<Field>> Fields { get; } = [];

        public ulong Mask { get; private set; }

        public void Collect(SelectionSet set)
        {
            foreach (var selection in set.Selections)
            {
                if (!IsIncluded(selection.Directives))
                    continue;
                switch (selection)
                {
                    case Field field:
                        if (!Fields.TryGetValue(field.ResponseName, out var nodes))
                            Fields.Add(field.ResponseName, nodes = []);
                        nodes.Add(field);
                        break;
                    case InlineFragment fragment when Applies(fragment.TypeCondition):
                        Collect(fragment.SelectionSet);
                        break;
                    case FragmentSpread spread when _visited.Add(spread.Name.Value):
                        if (operation.FindFragment(spread.Name.Value) is { } definition && Applies(definition.TypeCondition))
                            Collect(definition.SelectionSet);
                        break;
                }
            }
        }

        private bool IsIncluded(ImmutableArray<Directive> directives)
        {
            foreach (var directive in directives)
            {
                var name = directive.Name.Value;
                if (name is not ("skip" or "include"))
                    continue;
                if (Evaluate(directive) == (name == "skip"))
                    return false;
            }

            return true;
        }

        private bool Evaluate(Directive directive)
        {
            switch (directive.Arguments.FirstOrDefault(static argument => argument.Name.Value == "if")?.Value)
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
            if (condition is null || condition.Name.Value == type.Name)
                return true;
            return operation.Schema.FindType(condition.Name.Value) is { } named and not ObjectType && operation.Schema.IsPossibleType(named, type);
        }
    }
}
