using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>Writes the expression that reads a path from a row, and constants as what providers take for parameters.</summary>
internal static class FieldAccess
{
    /// <summary>The value at the end of a path, made nullable when it or anything on the way can be missing.</summary>
    public static Expression Read(Expression row, FieldPath path, QueryDialect dialect)
    {
        var value = Read(row, path, 0, dialect);
        return path.IsNullable ? Lift(value) : value;
    }

    /// <summary>A constant that providers send as a parameter, so that they translate a shape of query once.</summary>
    public static Expression Constant(object? value, Type type) =>
        Expression.Convert(Expression.Property(Expression.Constant(new Captured(value)), nameof(Captured.Value)), type);

    /// <summary>True when the expression's type has a null.</summary>
    public static bool HasNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>The same value, of a type with a null.</summary>
    public static Expression Lift(Expression value) =>
        HasNull(value.Type) ? value : Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type));

    /// <summary>A test for null.</summary>
    public static Expression IsNull(Expression value) => Expression.Equal(value, Expression.Constant(null, value.Type));

    /// <summary>The opposite test.</summary>
    public static Expression IsNotNull(Expression value) => Expression.NotEqual(value, Expression.Constant(null, value.Type));

    /// <summary>The body of an accessor, read from an owner.</summary>
    public static Expression Inline(LambdaExpression accessor, Expression owner)
    {
        var parameter = accessor.Parameters[0];
        var argument = parameter.Type == owner.Type ? owner : Expression.Convert(owner, parameter.Type);
        return new Substitution(parameter, argument).Visit(accessor.Body);
    }

    private static Expression Read(Expression owner, FieldPath path, int index, QueryDialect dialect)
    {
        var field = path.Fields[index];
        var value = Inline(field.Accessor, owner);
        if (index == path.Fields.Length - 1)
            return value;
        var rest = Read(value, path, index + 1, dialect);
        if (dialect == QueryDialect.Provider || !field.IsNullable || !HasNull(value.Type))
            return rest;
        rest = Lift(rest);
        return Expression.Condition(IsNull(value), Expression.Constant(null, rest.Type), rest);
    }

    private sealed class Substitution(ParameterExpression parameter, Expression argument) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? argument : node;
    }

    /// <summary>What the compiler makes of a captured variable: providers read it anew for each execution.</summary>
    private sealed class Captured(object? value)
    {
        public object? Value { get; } = value;
    }
}
