using System.Collections.Immutable;

namespace GraphQL.Data;

/// <summary>One criterion of an order; missing values come last in both directions.</summary>
/// <param name="Path">What is compared.</param>
/// <param name="IsDescending">True for the greatest first.</param>
public sealed record OrderTerm(FieldPath Path, bool IsDescending);

/// <summary>
/// A total order of rows: its last term is a unique key, so no two rows are equal in it and a place in it can be found again.
/// Text compares by code points, enums by their numbers, false before true.
/// </summary>
public sealed class Ordering
{
    /// <summary>By these terms, then by a key that no two rows share and that is never missing.</summary>
    public Ordering(IEnumerable<OrderTerm> terms, OrderTerm key)
    {
        if (key.Path.IsNullable)
            throw new ArgumentException($"The key {key.Path} can be null; an order ends in a value that every row has.", nameof(key));
        var distinct = ImmutableArray.CreateBuilder<OrderTerm>();
        var seen = new HashSet<string>();
        // What follows the key, or repeats an earlier criterion, decides nothing.
        foreach (var term in terms.Append(key))
        {
            if (seen.Contains(key.Path.Name) || !seen.Add(term.Path.Name))
                continue;
            distinct.Add(term);
        }

        Terms = distinct.ToImmutable();
    }

    /// <summary>The most significant first; the last one is unique.</summary>
    public ImmutableArray<OrderTerm> Terms { get; }

    /// <summary>The rows on one side of a place.</summary>
    /// <param name="place">The values of <see cref="Terms"/> at the place, null for a missing one.</param>
    /// <param name="side">Which side.</param>
    /// <param name="inclusive">True to take in a row that stands at the very place.</param>
    public Predicate Beyond(ReadOnlySpan<object?> place, OrderSide side, bool inclusive)
    {
        if (place.Length != Terms.Length)
            throw new ArgumentException($"A place in this order has {Terms.Length} values.", nameof(place));

        // From the least significant term outwards: beyond here or (as far as here and beyond further on). The bound
        // "as far as here" stands in front, so that a database can start reading its index at the place.
        var result = Predicate.True;
        for (var i = Terms.Length - 1; i >= 0; i--)
        {
            var strictly = Side(Terms[i], place[i], side, orEqual: false);
            var atLeast = Side(Terms[i], place[i], side, orEqual: true);
            result = i == Terms.Length - 1
                ? inclusive ? atLeast : strictly
                : PredicateNormalization.AllOf([atLeast, PredicateNormalization.AnyOf([strictly, result])]);
        }

        return result;
    }

    private static Predicate Side(OrderTerm term, object? value, OrderSide side, bool orEqual)
    {
        var isMissing = new Predicate.Comparison(term.Path, ComparisonOperator.Equal, null);
        if (value is null)
        {
            // Missing values are the last group: nothing follows it, everything that is there precedes it.
            if (side == OrderSide.After)
                return orEqual ? isMissing : Predicate.False;
            return orEqual ? Predicate.True : new Predicate.Comparison(term.Path, ComparisonOperator.NotEqual, null);
        }

        var isAbove = (side == OrderSide.After) != term.IsDescending;
        var @operator = (isAbove, orEqual) switch
        {
            (true, false) => ComparisonOperator.GreaterThan,
            (true, true) => ComparisonOperator.GreaterThanOrEqual,
            (false, false) => ComparisonOperator.LessThan,
            (false, true) => ComparisonOperator.LessThanOrEqual,
        };
        var comparison = new Predicate.Comparison(term.Path, @operator, value);
        return side == OrderSide.After && term.Path.IsNullable ? PredicateNormalization.AnyOf([comparison, isMissing]) : comparison;
    }
}

/// <summary>A side of a place in an order.</summary>
public enum OrderSide
{
    /// <summary>Towards the first row.</summary>
    Before,

    /// <summary>Towards the last row.</summary>
    After,
}
