using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Cost;

/// <summary>A field as an operation selects it, merged, with what it costs; shared by all places that select the same below.</summary>
/// <param name="Coordinate">Of the field, such as <c>Query.items</c>.</param>
/// <param name="Weight">Of resolving it, with arguments whose values are constants.</param>
/// <param name="Arguments">Those whose cost depends on the request.</param>
/// <param name="Sizing">How many elements its list, or the list in its stead, has; null when nothing says.</param>
/// <param name="Size">Values that it gives, times those that <paramref name="Sizing"/> tells.</param>
/// <param name="Alternatives">What each value of it may be; the dearest counts.</param>
internal sealed record CostNode(
    string Coordinate,
    double Weight,
    (InputValue Definition, Value Given)[] Arguments,
    ListSizing? Sizing,
    double Size,
    CostAlternative[] Alternatives)
{
    public bool DependsOnVariables => Arguments.Length > 0 || Sizing is { DependsOnVariables: true };

    /// <summary>Of resolving it once.</summary>
    public double WeightFor(VariableValues variables)
    {
        var weight = Weight;
        foreach (var (definition, given) in Arguments)
            weight += WeightOf(definition, given, variables);
        return weight;
    }

    /// <summary>How many values it gives.</summary>
    public double SizeFor(VariableValues variables) => Sizing is null ? Size : Size * Sizing.Evaluate(variables);

    /// <summary>Of giving an argument a value.</summary>
    public static double WeightOf(InputValue definition, Value? given, VariableValues variables)
    {
        var value = GivenValue.Of(definition, given, variables);
        if (!value.IsGiven)
            return 0;
        return CostRules.WeightOf(definition) + (definition.Type.Named is InputObjectType type ? value.WeightInside(type, variables) : 0);
    }
}

/// <summary>What a value of a field may be.</summary>
/// <param name="TypeWeight">Of its type.</param>
/// <param name="Children">Indices of the fields selected on it.</param>
internal sealed record CostAlternative(double TypeWeight, int[] Children);
