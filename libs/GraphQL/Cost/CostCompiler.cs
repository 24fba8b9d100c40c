using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Cost;

/// <summary>
/// Makes the <see cref="CostProgram"/> of an operation: its fields, merged as execution merges them, for every type that they may meet.
/// A field that several places select alike, through a fragment that they share, is made once.
/// </summary>
internal sealed class CostCompiler
{
    private readonly OperationPlan _plan;
    private readonly ulong _conditions;
    private readonly CostRules _rules;
    private readonly List<CostNode> _nodes = [];
    private readonly Dictionary<Selected, int> _known = [];
    private ulong _mask;
    private int _steps;

    private CostCompiler(OperationPlan plan, ulong conditions, CostRules rules)
    {
        _plan = plan;
        _conditions = conditions;
        _rules = rules;
    }

    /// <summary>Makes it; a <see cref="GraphQLException"/> when that takes too many steps.</summary>
    /// <param name="plan">The operation.</param>
    /// <param name="conditions">The request's variables of conditions, a bit each.</param>
    /// <param name="rules">What things cost.</param>
    /// <param name="mask">Those of them that the program depends on.</param>
    public static CostProgram Compile(OperationPlan plan, ulong conditions, CostRules rules, out ulong mask)
    {
        var compiler = new CostCompiler(plan, conditions, rules);
        var root = compiler.Alternative(plan.RootType, [plan.Operation.SelectionSet], sizing: null);
        compiler._nodes.Add(new CostNode(plan.RootType.Name, Weight: 0, Arguments: [], Sizing: null, Size: 1, [root]));
        mask = compiler._mask;
        return new CostProgram([.. compiler._nodes]);
    }

    private CostAlternative Alternative(ObjectType type, ImmutableArray<SelectionSet> sets, ListSizing? sizing)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var collector = new FieldCollector(_plan, type, _conditions, isDeferring: false);
        foreach (var set in sets)
            collector.Collect(set, usage: null);
        _mask |= collector.Mask;

        var children = new List<int>(collector.Fields.Count);
        foreach (var selected in collector.Fields.Values)
        {
            var nodes = selected.ConvertAll(static item => item.Node);
            Count(nodes.Count);
            var name = nodes[0].Name.Value;
            // the name of the type is part of the text, and costs nothing
            if (_plan.Schema.FindField(type, name) is { } field && !ReferenceEquals(field, MetaFields.TypeName))
                children.Add(Add(new Selected(type, field, [.. nodes], sizing?.SizedFields.Contains(name) == true ? sizing : null)));
        }

        return new CostAlternative(CostRules.WeightOf(type), [.. children]);
    }

    private int Add(Selected selected)
    {
        if (_known.TryGetValue(selected, out var known))
            return known;
        var (type, field, nodes, inherited) = selected;
        var coordinate = $"{type.Name}.{field.Name}";
        var own = ListSizing.For(coordinate, field, nodes[0], _rules.Options.DefaultListSize);
        var depth = DepthOf(field.Type);
        var isSizedBelow = own is { SizedFields.Length: > 0 } && depth == 0;
        var sizing = depth == 0 ? null : inherited ?? own;

        // what a list in a list holds is said nowhere
        var size = Math.Pow(_rules.Options.DefaultListSize, sizing is null ? depth : depth - 1);
        var alternatives = Alternatives(field, nodes, isSizedBelow ? own : null);
        var (weight, arguments) = WeightOf(field, nodes[0]);
        _nodes.Add(new CostNode(coordinate, weight, arguments, sizing, Math.Min(size, OperationCost.Most), alternatives));
        _known.Add(selected, _nodes.Count - 1);
        return _nodes.Count - 1;
    }

    private CostAlternative[] Alternatives(OutputField field, ImmutableArray<Field> nodes, ListSizing? sizing)
    {
        var type = field.Type.Named;
        // introspection reads what lies in memory, and has bounds of its own
        if (!type.IsComposite || ReferenceEquals(field, MetaFields.Schema) || ReferenceEquals(field, MetaFields.Type))
            return CostRules.WeightOf(type) is > 0 and var weight && type.IsLeaf ? [new CostAlternative(weight, [])] : [];
        ImmutableArray<SelectionSet> sets = [.. nodes.Where(static node => node.SelectionSet is not null).Select(static node => node.SelectionSet!)];
        return [.. _plan.Schema.PossibleTypes(type).Select(possible => Alternative(possible, sets, sizing))];
    }

    private (double Constant, (InputValue Definition, Value Given)[] Others) WeightOf(OutputField field, Field node)
    {
        var weight = _rules.WeightOf(field);
        List<(InputValue, Value)>? others = null;
        foreach (var definition in field.Arguments)
        {
            if (!CostRules.IsWeighted(definition))
                continue;
            var given = node.Arguments.FirstOrDefault(argument => argument.Name.Value == definition.Name)?.Value;
            if (given is not null && LiteralCoercion.HasVariables(given))
                (others ??= []).Add((definition, given));
            else
                weight += CostNode.WeightOf(definition, given, VariableValues.None);
        }

        return (weight, others?.ToArray() ?? []);
    }

    private void Count(int steps)
    {
        _steps += steps;
        if (_steps > _rules.Options.MaxPricingSteps)
            throw CostErrors.TooComplicated(_rules.Options.MaxPricingSteps);
    }

    private static int DepthOf(SchemaType type) => type.NullableType is ListType list ? 1 + DepthOf(list.ElementType) : 0;

    /// <summary>A field with the nodes that are merged in it, which tell its arguments and everything below.</summary>
    private sealed record Selected(ObjectType Type, OutputField Field, ImmutableArray<Field> Nodes, ListSizing? Inherited)
    {
        public bool Equals(Selected? other) =>
            other is not null
            && ReferenceEquals(Type, other.Type)
            && ReferenceEquals(Field, other.Field)
            && ReferenceEquals(Inherited, other.Inherited)
            && Nodes.AsSpan().SequenceEqual(other.Nodes.AsSpan());

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(RuntimeHelpers.GetHashCode(Field));
            foreach (var node in Nodes)
                hash.Add(RuntimeHelpers.GetHashCode(node));
            return hash.ToHashCode();
        }
    }
}
