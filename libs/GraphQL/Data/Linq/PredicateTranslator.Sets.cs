using System.Linq.Expressions;

namespace GraphQL.Data;

/// <content>Lists of constants, lists of elements.</content>
internal static partial class PredicateTranslator
{
    private static Expression Write(Predicate.In membership, Scope scope)
    {
        var value = FieldAccess.Read(scope.Row, membership.Path, scope.Dialect);
        var isMissing = membership.Path.IsNullable && membership.Values.Contains(null) ? FieldAccess.IsNull(value) : null;
        if (Contains(membership, value) is not { } contains)
            return isMissing ?? (Expression)Expression.Constant(false);
        var isListed = Guard(value, contains, membership.Path, scope);
        return isMissing is null ? isListed : Expression.OrElse(isMissing, isListed);
    }

    private static Expression WriteNotIn(Predicate.In membership, Scope scope)
    {
        // Of an empty list even a missing value is known not to be in it.
        if (membership.Values.IsEmpty)
            return Expression.Constant(true);
        var value = FieldAccess.Read(scope.Row, membership.Path, scope.Dialect);
        var test = Contains(membership, value) is { } isListed ? Expression.Not(isListed) : (Expression)Expression.Constant(true);
        return WhenThere(value, test, membership.Path);
    }

    private static MethodCallExpression? Contains(Predicate.In membership, Expression value)
    {
        var constants = membership.Values.Where(constant => constant is not null).ToArray();
        if (constants.Length == 0)
            return null;
        var typed = Array.CreateInstance(value.Type, constants.Length);
        for (var i = 0; i < constants.Length; i++)
            typed.SetValue(constants[i], i);
        var sequence = typeof(IEnumerable<>).MakeGenericType(value.Type);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [value.Type], FieldAccess.Constant(typed, sequence), value);
    }

    private static Expression Write(Predicate.Quantified quantified, Scope scope)
    {
        var list = FieldAccess.Read(scope.Row, quantified.Path, scope.Dialect);
        var elementType = ElementType(list.Type);
        if (scope.Dialect == QueryDialect.Memory)
        {
            var sequence = typeof(IEnumerable<>).MakeGenericType(elementType);
            list = Expression.Coalesce(Expression.Convert(list, sequence), Expression.Constant(Array.CreateInstance(elementType, 0), sequence));
        }

        if (quantified.Element is Predicate.And { Operands.Length: 0 })
        {
            if (quantified.Quantifier == Quantifier.All)
                return Expression.Constant(true);
            var any = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [elementType], list);
            return quantified.Quantifier == Quantifier.None ? Expression.Not(any) : any;
        }

        var element = Expression.Parameter(elementType, "element");
        // "Every" becomes "there is none that does not" in SQL, so the condition is negated there.
        var inner = new Scope(element, scope.Dialect, IsStrict: quantified.Quantifier == Quantifier.All);
        var condition = Expression.Lambda(Write(quantified.Element, inner), element);
        var method = quantified.Quantifier == Quantifier.All ? nameof(Enumerable.All) : nameof(Enumerable.Any);
        var call = Expression.Call(typeof(Enumerable), method, [elementType], list, condition);
        return quantified.Quantifier == Quantifier.None ? Expression.Not(call) : call;
    }

    private static Type ElementType(Type list) =>
        list.GetInterfaces().Append(list)
            .First(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .GetGenericArguments()[0];
}
