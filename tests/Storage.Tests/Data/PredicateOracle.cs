using System.Collections;
using GraphQL.Data;

namespace Guildhall.Storage.Tests.Data;

/// <summary>What predicates and orders mean, written down a second time and as plainly as possible: null is "unknown".</summary>
internal static class PredicateOracle
{
    public static List<Hero> Answer(IEnumerable<Hero> heroes, Predicate predicate, Ordering ordering) =>
        [.. heroes.Where(hero => Evaluate(predicate, hero) == true).Order(Comparer<Hero>.Create((x, y) => Compare(ordering, x, y)))];

    public static bool? Evaluate(Predicate predicate, object row)
    {
        switch (predicate)
        {
            case Predicate.And conjunction:
                var all = conjunction.Operands.Select(operand => Evaluate(operand, row)).ToList();
                return all.Contains(false) ? false : all.Contains(null) ? null : true;
            case Predicate.Or disjunction:
                var any = disjunction.Operands.Select(operand => Evaluate(operand, row)).ToList();
                return any.Contains(true) ? true : any.Contains(null) ? null : false;
            case Predicate.Not negation:
                return !Evaluate(negation.Operand, row);
            case Predicate.Comparison comparison:
                return Compare(Read(comparison.Path, row), comparison.Operator, comparison.Value);
            case Predicate.In { Values.IsEmpty: true }:
                return false;
            case Predicate.In membership:
                var value = Read(membership.Path, row);
                return value is null && !membership.Values.Contains(null) ? null : membership.Values.Contains(value);
            case Predicate.Text text:
                return Read(text.Path, row) is not string whole ? null : text.Operator switch
                {
                    TextOperator.Contains => whole.Contains(text.Value, StringComparison.Ordinal),
                    TextOperator.StartsWith => whole.StartsWith(text.Value, StringComparison.Ordinal),
                    _ => whole.EndsWith(text.Value, StringComparison.Ordinal),
                };
            case Predicate.Quantified quantified:
                var elements = ((IEnumerable)Read(quantified.Path, row)!).Cast<object?>().Select(element => Evaluate(quantified.Element, element!) == true);
                return quantified.Quantifier switch
                {
                    Quantifier.All => elements.All(matches => matches),
                    Quantifier.None => !elements.Any(matches => matches),
                    _ => elements.Any(matches => matches),
                };
            default:
                throw new NotSupportedException();
        }
    }

    public static int Compare(Ordering ordering, Hero x, Hero y)
    {
        foreach (var term in ordering.Terms)
        {
            var (left, right) = (Read(term.Path, x), Read(term.Path, y));
            if (left is null || right is null)
            {
                if (left is null != right is null)
                    return left is null ? 1 : -1;
                continue;
            }

            var order = Compare(left, right);
            if (order != 0)
                return term.IsDescending ? -order : order;
        }

        return 0;
    }

    private static bool? Compare(object? value, ComparisonOperator @operator, object? constant)
    {
        if (constant is null)
            return @operator == ComparisonOperator.Equal ? value is null : @operator == ComparisonOperator.NotEqual ? value is not null : null;
        if (value is null)
            return null;
        var order = Compare(value, constant);
        return @operator switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            ComparisonOperator.GreaterThan => order > 0,
            ComparisonOperator.GreaterThanOrEqual => order >= 0,
            ComparisonOperator.LessThan => order < 0,
            _ => order <= 0,
        };
    }

    // UTF-8 bytes order as code points do.
    private static int Compare(object x, object y) => x is string left && y is string right
        ? System.Text.Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(right))
        : Comparer.Default.Compare(x, y);

    private static object? Read(FieldPath path, object row)
    {
        var value = (object?)row;
        foreach (var field in path.Fields)
        {
            if (value is null && field.Name.Length > 0)
                return null;
            value = Readers.GetOrAdd(field, static key => key.Accessor.Compile()).DynamicInvoke(value);
        }

        return value;
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<DataField, Delegate> Readers = [];
}
