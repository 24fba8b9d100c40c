using System.Collections.Immutable;

namespace GraphQL.Data;

/// <summary>Brings predicates into a form without negation above a comparison, so that no store has to know three-valued logic.</summary>
public static class PredicateNormalization
{
    /// <summary>
    /// An equivalent predicate whose negations stand only directly around <see cref="Predicate.In"/> and <see cref="Predicate.Text"/>
    /// and, for quantifiers over all elements, around <see cref="Predicate.Quantified"/>.
    /// </summary>
    /// <remarks>And, or and the leaves only ever add truth, so a store may then treat unknown as false.</remarks>
    public static Predicate Normalize(this Predicate predicate) => Normalize(predicate, negated: false);

    private static Predicate Normalize(Predicate predicate, bool negated) => predicate switch
    {
        Predicate.Not negation => Normalize(negation.Operand, !negated),
        Predicate.And conjunction when negated => AnyOf(Normalize(conjunction.Operands, negated: true)),
        Predicate.And conjunction => AllOf(Normalize(conjunction.Operands, negated: false)),
        Predicate.Or disjunction when negated => AllOf(Normalize(disjunction.Operands, negated: true)),
        Predicate.Or disjunction => AnyOf(Normalize(disjunction.Operands, negated: false)),
        Predicate.Comparison comparison when negated =>
            new Predicate.Comparison(comparison.Path, Opposite(comparison.Operator), comparison.Value),
        Predicate.Quantified quantified => Normalize(quantified, negated),
        _ when negated => new Predicate.Not(predicate),
        _ => predicate,
    };

    private static Predicate Normalize(Predicate.Quantified quantified, bool negated)
    {
        var element = Normalize(quantified.Element, negated: false);
        return (quantified.Quantifier, negated) switch
        {
            (Quantifier.Some, true) => new Predicate.Quantified(quantified.Path, Quantifier.None, element),
            (Quantifier.None, true) => new Predicate.Quantified(quantified.Path, Quantifier.Some, element),
            // Not "some element fails": of an element that is unknown, both the condition and its opposite are not true.
            (Quantifier.All, true) => new Predicate.Not(new Predicate.Quantified(quantified.Path, Quantifier.All, element)),
            _ => new Predicate.Quantified(quantified.Path, quantified.Quantifier, element),
        };
    }

    private static IEnumerable<Predicate> Normalize(ImmutableArray<Predicate> operands, bool negated)
    {
        foreach (var operand in operands)
            yield return Normalize(operand, negated);
    }

    /// <summary>All of them, nested ones flattened and constants folded.</summary>
    public static Predicate AllOf(IEnumerable<Predicate> operands)
    {
        var flat = ImmutableArray.CreateBuilder<Predicate>();
        foreach (var operand in operands)
        {
            if (operand is Predicate.And inner)
                flat.AddRange(inner.Operands);
            else if (operand is Predicate.Or { Operands.Length: 0 })
                return Predicate.False;
            else
                flat.Add(operand);
        }

        return flat.Count switch { 0 => Predicate.True, 1 => flat[0], _ => new Predicate.And(flat.ToImmutable()) };
    }

    /// <summary>Any of them, nested ones flattened and constants folded.</summary>
    public static Predicate AnyOf(IEnumerable<Predicate> operands)
    {
        var flat = ImmutableArray.CreateBuilder<Predicate>();
        foreach (var operand in operands)
        {
            if (operand is Predicate.Or inner)
                flat.AddRange(inner.Operands);
            else if (operand is Predicate.And { Operands.Length: 0 })
                return Predicate.True;
            else
                flat.Add(operand);
        }

        return flat.Count switch { 0 => Predicate.False, 1 => flat[0], _ => new Predicate.Or(flat.ToImmutable()) };
    }

    private static ComparisonOperator Opposite(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        ComparisonOperator.NotEqual => ComparisonOperator.Equal,
        ComparisonOperator.GreaterThan => ComparisonOperator.LessThanOrEqual,
        ComparisonOperator.GreaterThanOrEqual => ComparisonOperator.LessThan,
        ComparisonOperator.LessThan => ComparisonOperator.GreaterThanOrEqual,
        ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThan,
        _ => throw new ArgumentOutOfRangeException(nameof(@operator)),
    };
}
