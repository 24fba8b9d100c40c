using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>Adds properties to projections.</summary>
internal static class Including
{
    /// <summary>The projection with one more property; a projection that fetches the whole row has it already.</summary>
    public static Projection<T> Property<T, TValue>(Projection<T> projection, Expression<Func<T, TValue>> property)
    {
        if (property.Body is not MemberExpression { Member: PropertyInfo member } read || read.Expression != property.Parameters[0])
            throw new ArgumentException($"`{property}` is not a property of its parameter.", nameof(property));
        var declared = ParentReads.Declared(member);
        if (!declared.CanWrite)
            return Projection<T>.Whole;
        if (projection.IsEmpty && ProjectionBuilder.WhyNot(typeof(T)) is null)
            return Projection<T>.By(Expression.Lambda<Func<T, T>>(With(Expression.MemberInit(Expression.New(typeof(T)))), property.Parameters));
        if (projection.Selector is not { Body: MemberInitExpression init } selector)
            return Projection<T>.Whole;
        return init.Bindings.Any(binding => binding.Member.Name == declared.Name)
            ? projection
            : Projection<T>.By(selector.Update(With(init), selector.Parameters));

        MemberInitExpression With(MemberInitExpression row)
        {
            var owner = projection.Selector?.Parameters[0] ?? property.Parameters[0];
            return row.Update(row.NewExpression, [.. row.Bindings, Expression.Bind(declared, Expression.Property(owner, declared))]);
        }
    }
}
