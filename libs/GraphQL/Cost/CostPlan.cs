using System.Collections.Immutable;
using GraphQL.Execution;

namespace GraphQL.Cost;

/// <summary>
/// What an operation costs and whether that is too much. What does not depend on the request is found out once and kept with the plan.
/// </summary>
/// <param name="plan">The operation.</param>
/// <param name="rules">What things cost.</param>
internal sealed class CostPlan(OperationPlan plan, CostRules rules)
{
    /// <summary>Most programs that are kept; a client could ask for every combination of its conditions.</summary>
    private const int MaxVariants = 16;

    // replaced as a whole, so that readers need no lock
    private volatile Variant[] _variants = [];

    /// <summary>What a request costs.</summary>
    /// <param name="variables">Its variables.</param>
    /// <param name="conditions">Those of them that decide about <c>@skip</c> and <c>@include</c>, a bit each.</param>
    /// <param name="errors">Why it may not run; empty when it may.</param>
    /// <exception cref="GraphQLException">It cannot be priced.</exception>
    public OperationCost Price(VariableValues variables, ulong conditions, out ImmutableArray<GraphQLError> errors)
    {
        var program = For(conditions);
        var cost = program.Evaluate(variables);
        var options = rules.Options;
        errors = options.Enforce && (cost.FieldCost > options.MaxFieldCost || cost.TypeCost > options.MaxTypeCost)
            ? Refuse(program, variables, cost)
            : [];
        return cost;
    }

    private ImmutableArray<GraphQLError> Refuse(CostProgram program, VariableValues variables, OperationCost cost)
    {
        var options = rules.Options;
        return cost.FieldCost > options.MaxFieldCost
            ? [CostErrors.Exceeded("field", cost.FieldCost, options.MaxFieldCost, cost, program.Dearest(variables, byType: false))]
            : [CostErrors.Exceeded("type", cost.TypeCost, options.MaxTypeCost, cost, program.Dearest(variables, byType: true))];
    }

    private CostProgram For(ulong conditions)
    {
        var variants = _variants;
        foreach (var variant in variants)
        {
            if ((conditions & variant.Mask) == variant.Conditions)
                return variant.Program;
        }

        var program = CostCompiler.Compile(plan, conditions, rules, out var mask);
        if (variants.Length < MaxVariants)
            _variants = [.. variants, new Variant(mask, conditions & mask, program)];
        return program;
    }

    /// <summary>A program for values of the conditions that were looked at when it was made.</summary>
    private sealed record Variant(ulong Mask, ulong Conditions, CostProgram Program);
}
