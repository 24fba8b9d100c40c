using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>What of a row is fetched.</summary>
/// <typeparam name="T">Of a row.</typeparam>
internal sealed class Projection<T>
{
    private Projection(Expression<Func<T, T>>? selector, bool isEmpty)
    {
        Selector = selector;
        IsEmpty = isEmpty;
    }

    /// <summary>All of it.</summary>
    public static Projection<T> Whole { get; } = new(selector: null, isEmpty: false);

    /// <summary>Nothing: only its place is of interest.</summary>
    public static Projection<T> Nothing { get; } = new(selector: null, isEmpty: true);

    /// <summary>Makes a row of the fetched columns; null: the row is fetched as it is, or not at all.</summary>
    public Expression<Func<T, T>>? Selector { get; }

    /// <summary>True when the row is not fetched.</summary>
    public bool IsEmpty { get; }

    /// <summary>What a selector makes.</summary>
    public static Projection<T> By(Expression<Func<T, T>> selector) => new(selector, isEmpty: false);

    /// <summary>The rows with what is fetched of them; rows that are in memory stay as they are.</summary>
    public IQueryable<T> Apply(IQueryable<T> rows) =>
        Selector is null || QueryDialects.Of(rows) == QueryDialect.Memory ? rows : rows.Select(Selector);

    /// <summary>The expression of a row with what is fetched of it.</summary>
    public Expression Of(ParameterExpression row, QueryDialect dialect) =>
        dialect == QueryDialect.Memory ? row
        : IsEmpty ? Expression.Constant(null, typeof(T))
        : Selector is null ? row
        : FieldAccess.Inline(Selector, row);
}
