using System.Linq.Expressions;
using System.Text;

namespace GraphQL.Data;

/// <content>
/// Parts of texts. Nothing here becomes a LIKE pattern on SQLite, where LIKE ignores the case of ASCII letters and no index serves it:
/// a prefix is a range of the ordinal order, a suffix is a substring.
/// </content>
internal static partial class PredicateTranslator
{
    private static Expression Write(Predicate.Text text, bool isNegated, Scope scope)
    {
        var value = FieldAccess.Read(scope.Row, text.Path, scope.Dialect);
        if (text.Value.Length == 0)
            return isNegated ? Expression.Constant(false) : WhenThere(value, Expression.Constant(true), text.Path);

        var test = scope.Dialect == QueryDialect.Memory ? InMemory(value, text) : InDatabase(value, text);
        return isNegated || scope.IsStrict || scope.Dialect == QueryDialect.Memory
            ? WhenThere(value, isNegated ? Expression.Not(test) : test, text.Path)
            : test;
    }

    private static MethodCallExpression InMemory(Expression value, Predicate.Text text)
    {
        var method = text.Operator switch
        {
            TextOperator.Contains => nameof(string.Contains),
            TextOperator.StartsWith => nameof(string.StartsWith),
            _ => nameof(string.EndsWith),
        };
        return Expression.Call(
            value, method, null, FieldAccess.Constant(text.Value, typeof(string)), Expression.Constant(StringComparison.Ordinal));
    }

    private static Expression InDatabase(Expression value, Predicate.Text text)
    {
        var part = FieldAccess.Constant(text.Value, typeof(string));
        switch (text.Operator)
        {
            case TextOperator.Contains:
                return Expression.Call(value, nameof(string.Contains), null, part);

            case TextOperator.StartsWith:
                var fromPart = CompareText(value, ComparisonOperator.GreaterThanOrEqual, part, QueryDialect.Provider);
                return Successor(text.Value) is { } successor
                    ? Expression.AndAlso(
                        fromPart,
                        CompareText(value, ComparisonOperator.LessThan, FieldAccess.Constant(successor, typeof(string)), QueryDialect.Provider))
                    : fromPart;

            default:
                // Databases count code points. Of a text that is too short something shorter than the part is left, which differs from it.
                var length = FieldAccess.Constant(CountCodePoints(text.Value), typeof(int));
                var start = Expression.Subtract(Expression.Property(value, nameof(string.Length)), length);
                return Expression.Equal(Expression.Call(value, nameof(string.Substring), null, start), part);
        }
    }

    /// <summary>The smallest text above all that start with a prefix; null when there is none.</summary>
    internal static string? Successor(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToArray();
        for (var last = runes.Length - 1; last >= 0; last--)
        {
            if (runes[last].Value == 0x10FFFF)
                continue;
            var next = new Rune(runes[last].Value == 0xD7FF ? 0xE000 : runes[last].Value + 1);
            var result = new StringBuilder(prefix.Length);
            foreach (var rune in runes.AsSpan(0, last))
                result.Append(rune.ToString());
            return result.Append(next.ToString()).ToString();
        }

        return null;
    }

    private static int CountCodePoints(string text) => text.EnumerateRunes().Count();
}
