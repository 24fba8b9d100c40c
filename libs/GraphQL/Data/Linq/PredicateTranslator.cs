using System.Collections.Immutable;
using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>Turns predicates into expressions that LINQ to objects and database providers answer alike.</summary>
internal static partial class PredicateTranslator
{
    /// <summary>A normalized predicate as a lambda.</summary>
    public static Expression<Func<T, bool>> Translate<T>(Predicate predicate, QueryDialect dialect)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, bool>>(Write(predicate, new Scope(row, dialect, IsStrict: false)), row);
    }

    /// <summary>What a part of a predicate is written against.</summary>
    /// <param name="Row">The row, or the element of a list.</param>
    /// <param name="Dialect">Where it will run.</param>
    /// <param name="IsStrict">
    /// True under a negation that stays one, where unknown must already have become false; elsewhere unknown is as good as false.
    /// </param>
    private readonly record struct Scope(Expression Row, QueryDialect Dialect, bool IsStrict);

    private static Expression Write(Predicate predicate, Scope scope) => predicate switch
    {
        Predicate.And conjunction => Join(conjunction.Operands, scope, Expression.AndAlso, whenEmpty: true),
        Predicate.Or disjunction => Join(disjunction.Operands, scope, Expression.OrElse, whenEmpty: false),
        Predicate.Comparison comparison => Write(comparison, scope),
        Predicate.In membership => Write(membership, scope),
        Predicate.Text text => Write(text, isNegated: false, scope),
        Predicate.Quantified quantified => Write(quantified, scope),
        Predicate.Not { Operand: Predicate.In membership } => WriteNotIn(membership, scope),
        Predicate.Not { Operand: Predicate.Text text } => Write(text, isNegated: true, scope),
        Predicate.Not { Operand: Predicate.Quantified quantified } => Expression.Not(Write(quantified, scope)),
        _ => throw new NotSupportedException($"{predicate.GetType().Name} is not normalized."),
    };

    private static Expression Join(
        ImmutableArray<Predicate> operands, Scope scope, Func<Expression, Expression, Expression> join, bool whenEmpty)
    {
        if (operands.IsEmpty)
            return Expression.Constant(whenEmpty);
        var result = Write(operands[0], scope);
        for (var i = 1; i < operands.Length; i++)
            result = join(result, Write(operands[i], scope));
        return result;
    }

    private static Expression Write(Predicate.Comparison comparison, Scope scope)
    {
        var value = FieldAccess.Read(scope.Row, comparison.Path, scope.Dialect);
        if (comparison.Value is null)
        {
            return comparison.Operator switch
            {
                ComparisonOperator.Equal when comparison.Path.IsNullable => FieldAccess.IsNull(value),
                ComparisonOperator.NotEqual when comparison.Path.IsNullable => FieldAccess.IsNotNull(value),
                ComparisonOperator.NotEqual => Expression.Constant(true),
                _ => Expression.Constant(false),
            };
        }

        var test = Compare(value, comparison.Operator, comparison.Value, scope.Dialect);
        // C# says that null differs from everything; here it is unknown whether it does.
        return comparison.Operator == ComparisonOperator.NotEqual
            ? WhenThere(value, test, comparison.Path)
            : Guard(value, test, comparison.Path, scope);
    }

    private static Expression Compare(Expression value, ComparisonOperator @operator, object constant, QueryDialect dialect)
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (@operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            var other = FieldAccess.Constant(constant, value.Type);
            return @operator == ComparisonOperator.Equal ? Expression.Equal(value, other) : Expression.NotEqual(value, other);
        }

        if (type == typeof(bool))
            return CompareBoolean(value, @operator, (bool)constant);
        if (type == typeof(string))
            return CompareText(value, @operator, FieldAccess.Constant(constant, type), dialect);
        if (type.IsEnum)
        {
            // Enums have no order in expressions; their numbers have.
            var number = Enum.GetUnderlyingType(type);
            constant = Convert.ChangeType(constant, number);
            value = Expression.Convert(value, value.Type == type ? number : typeof(Nullable<>).MakeGenericType(number));
        }

        return Order(@operator, value, FieldAccess.Constant(constant, value.Type));
    }

    private static BinaryExpression CompareText(Expression value, ComparisonOperator @operator, Expression constant, QueryDialect dialect)
    {
        if (dialect == QueryDialect.Provider)
            return Order(@operator, Expression.Call(typeof(string), nameof(string.Compare), null, value, constant), Expression.Constant(0));
        // Null would come first here, but it is unknown where it comes.
        var order = Expression.Call(typeof(CodePointComparer), nameof(CodePointComparer.CompareText), null, value, constant);
        return Expression.AndAlso(FieldAccess.IsNotNull(value), Order(@operator, order, Expression.Constant(0)));
    }

    /// <summary>Neither expressions nor databases order booleans, but there are only two.</summary>
    private static Expression CompareBoolean(Expression value, ComparisonOperator @operator, bool constant)
    {
        var matchesFalse = @operator switch
        {
            ComparisonOperator.LessThan => constant,
            ComparisonOperator.LessThanOrEqual => true,
            ComparisonOperator.GreaterThanOrEqual => !constant,
            _ => false,
        };
        var matchesTrue = @operator switch
        {
            ComparisonOperator.GreaterThan => !constant,
            ComparisonOperator.GreaterThanOrEqual => true,
            ComparisonOperator.LessThanOrEqual => constant,
            _ => false,
        };
        if (matchesFalse != matchesTrue)
            return Expression.Equal(value, Expression.Constant(matchesTrue, value.Type));
        if (!matchesTrue)
            return Expression.Constant(false);
        return FieldAccess.HasNull(value.Type) ? FieldAccess.IsNotNull(value) : Expression.Constant(true);
    }

    private static BinaryExpression Order(ComparisonOperator @operator, Expression left, Expression right) => @operator switch
    {
        ComparisonOperator.GreaterThan => Expression.GreaterThan(left, right),
        ComparisonOperator.GreaterThanOrEqual => Expression.GreaterThanOrEqual(left, right),
        ComparisonOperator.LessThan => Expression.LessThan(left, right),
        _ => Expression.LessThanOrEqual(left, right),
    };

    private static Expression Guard(Expression value, Expression test, FieldPath path, Scope scope) =>
        scope.IsStrict ? WhenThere(value, test, path) : test;

    private static Expression WhenThere(Expression value, Expression test, FieldPath path) =>
        path.IsNullable ? Expression.AndAlso(FieldAccess.IsNotNull(value), test) : test;
}
