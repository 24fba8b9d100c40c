using System.Buffers;
using GraphQL.Execution;

namespace GraphQL.Cost;

/// <summary>
/// An operation's cost as a list of sums, each made of earlier ones, so that a request is priced in one pass whose length is that of the
/// document, however often its fragments are spread. Immutable.
/// </summary>
/// <param name="nodes">What a node is made of stands before it; the operation itself is the last.</param>
internal sealed class CostProgram(CostNode[] nodes)
{
    private readonly bool _isConstant = !nodes.Any(static node => node.DependsOnVariables);

    // many threads may find it out at once; all find the same
    private OperationCost? _constant;

    /// <summary>The cost for the values of a request's variables; a <see cref="GraphQLException"/> when they leave out what they must say.</summary>
    public OperationCost Evaluate(VariableValues variables)
    {
        if (!_isConstant)
            return Sum(variables);
        return _constant ??= Sum(variables);
    }

    /// <summary>The coordinate of the field that adds most by itself; null when none adds anything.</summary>
    /// <param name="variables">Of the request.</param>
    /// <param name="byType">Whether to go by type cost, in the stead of field cost.</param>
    public string? Dearest(VariableValues variables, bool byType)
    {
        var field = new double[nodes.Length];
        var type = new double[nodes.Length];
        Sum(variables, field, type);
        var times = new double[nodes.Length];
        var added = new Dictionary<string, double>();
        times[^1] = 1;
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            var node = nodes[i];
            var below = Capped(times[i] * node.SizeFor(variables));
            var dearest = node.Alternatives.MaxBy(alternative => Total(alternative, byType ? type : field) + (byType ? alternative.TypeWeight : 0));
            var own = byType ? below * (dearest?.TypeWeight ?? 0) : times[i] * node.WeightFor(variables);
            added[node.Coordinate] = Capped(added.GetValueOrDefault(node.Coordinate) + own);
            foreach (var child in dearest?.Children ?? [])
                times[child] = Capped(times[child] + below);
        }

        var (coordinate, cost) = added.MaxBy(static item => item.Value);
        return cost > 0 ? coordinate : null;
    }

    private OperationCost Sum(VariableValues variables)
    {
        var field = ArrayPool<double>.Shared.Rent(nodes.Length);
        var type = ArrayPool<double>.Shared.Rent(nodes.Length);
        try
        {
            Sum(variables, field, type);
            return new OperationCost(field[nodes.Length - 1], type[nodes.Length - 1]);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(field);
            ArrayPool<double>.Shared.Return(type);
        }
    }

    private void Sum(VariableValues variables, double[] field, double[] type)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            var size = node.SizeFor(variables);
            var (mostFields, mostTypes) = (0.0, 0.0);
            foreach (var alternative in node.Alternatives)
            {
                mostFields = Math.Max(mostFields, Total(alternative, field));
                mostTypes = Math.Max(mostTypes, alternative.TypeWeight + Total(alternative, type));
            }

            field[i] = Capped(node.WeightFor(variables) + (size * mostFields));
            type[i] = Capped(size * mostTypes);
        }
    }

    private static double Total(CostAlternative alternative, double[] costs)
    {
        var sum = 0.0;
        foreach (var child in alternative.Children)
            sum += costs[child];
        return Capped(sum);
    }

    private static double Capped(double cost) => Math.Min(cost, OperationCost.Most);
}
