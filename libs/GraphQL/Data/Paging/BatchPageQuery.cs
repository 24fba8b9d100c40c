using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>The same page of the rows of each of several owners.</summary>
/// <param name="owner">Whose a row is.</param>
/// <param name="query">What is wanted of rows.</param>
/// <param name="ordering">The order of each owner's rows.</param>
/// <param name="arguments">Which page.</param>
/// <typeparam name="T">Of a row.</typeparam>
/// <typeparam name="TKey">Of an owner.</typeparam>
internal sealed class BatchPageQuery<T, TKey>(
    Expression<Func<T, TKey>> owner, QueryContext<T> query, Ordering ordering, PagingArguments arguments)
    where TKey : notnull
{
    /// <summary>Reads the pages; owners without rows are missing.</summary>
    public async ValueTask<IReadOnlyDictionary<TKey, Connection<T>>> ReadAsync(IQueryable<T> source, CancellationToken cancellationToken)
    {
        var places = PagePlaces.Decode(query.Filter, ordering, arguments);
        var selection = arguments.Selection;
        var matching = source.Matching(query.Filter);

        var rows = selection.Rows ? await ReadRowsAsync(places.Between(matching), cancellationToken) : [];
        var hasAfter = selection.HasNextPage ? await OwnersAsync(places.BeyondEnd(matching), cancellationToken) : [];
        var hasBefore = selection.HasPreviousPage ? await OwnersAsync(places.BeyondStart(matching), cancellationToken) : [];
        var counts = selection.TotalCount ? await CountAsync(matching, cancellationToken) : null;

        var pages = new Dictionary<TKey, Connection<T>>();
        var page = new PageRows(places.Fingerprint, arguments);
        foreach (var key in rows.Keys.Concat(hasAfter).Concat(hasBefore).Concat(counts?.Keys ?? Enumerable.Empty<TKey>()).Distinct())
        {
            var beyond = (hasAfter.Contains(key), hasBefore.Contains(key));
            pages.Add(key, page.Create(rows.GetValueOrDefault(key) ?? [], beyond, counts?.GetValueOrDefault(key)));
        }

        return pages;
    }

    private async ValueTask<Dictionary<TKey, List<PlacedRow<T>>>> ReadRowsAsync(IQueryable<T> rows, CancellationToken cancellationToken)
    {
        if (QueryDialects.Of(rows) == QueryDialect.Memory)
        {
            return rows.AsEnumerable().GroupBy(owner.Compile()).ToDictionary(
                static group => group.Key,
                group => group.AsQueryable().InOrder(ordering, arguments.IsBackward).Take(arguments.Size + 1)
                    .WithPlaces(ordering, query.Projection).ToList());
        }

        // Databases number the rows of each group and read those up to the page's size.
        var group = Expression.Parameter(typeof(IGrouping<TKey, T>), "group");
        var ordered = QueryableExtensions.Order<T>(
            Expression.Call(typeof(Queryable), nameof(Queryable.AsQueryable), [typeof(T)], group), ordering, QueryDialect.Provider, arguments.IsBackward);
        var taken = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], ordered, FieldAccess.Constant(arguments.Size + 1, typeof(int)));
        var placed = Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [typeof(T), typeof(PlacedRow<T>)],
            taken, Expression.Quote(PlacedRows.Selector(ordering, query.Projection, QueryDialect.Provider)));
        var list = Expression.Call(typeof(Enumerable), nameof(Enumerable.ToList), [typeof(PlacedRow<T>)], placed);
        var result = Expression.MemberInit(
            Expression.New(typeof(PageGroup)),
            Expression.Bind(typeof(PageGroup).GetProperty(nameof(PageGroup.Owner))!, Expression.Property(group, "Key")),
            Expression.Bind(typeof(PageGroup).GetProperty(nameof(PageGroup.Rows))!, list));
        var groups = rows.GroupBy(owner).Select(Expression.Lambda<Func<IGrouping<TKey, T>, PageGroup>>(result, group));
        return (await query.Execution.ToListAsync(groups, cancellationToken)).ToDictionary(static item => item.Owner, static item => item.Rows);
    }

    private async ValueTask<HashSet<TKey>> OwnersAsync(IQueryable<T>? rows, CancellationToken cancellationToken) =>
        rows is null ? [] : [.. await query.Execution.ToListAsync(rows.Select(owner).Distinct(), cancellationToken)];

    private async ValueTask<Dictionary<TKey, int>> CountAsync(IQueryable<T> rows, CancellationToken cancellationToken)
    {
        var counts = rows.GroupBy(owner).Select(static group => new GroupCount { Owner = group.Key, Count = group.Count() });
        return (await query.Execution.ToListAsync(counts, cancellationToken)).ToDictionary(static item => item.Owner, static item => item.Count);
    }

    private sealed class PageGroup
    {
        public required TKey Owner { get; init; }

        public required List<PlacedRow<T>> Rows { get; init; }
    }

    private sealed class GroupCount
    {
        public required TKey Owner { get; init; }

        public required int Count { get; init; }
    }
}
