using GraphQL.Execution;

namespace GraphQL.Data;

/// <summary>Reads what a resolver returned as the arguments of its field ask.</summary>
internal abstract class DataResolver
{
    /// <summary>For rows of a type.</summary>
    public static DataResolver Create(Type row, DataPlan plan) =>
        (DataResolver)Activator.CreateInstance(typeof(DataResolver<>).MakeGenericType(row), plan)!;

    /// <summary>The connection or list; null for null.</summary>
    public abstract ValueTask<object?> ResolveAsync(ResolverContext context, object? source);
}

/// <summary>Reads what a resolver returned as the arguments of its field ask.</summary>
/// <param name="plan">What the field's attributes say.</param>
/// <typeparam name="T">Of a row.</typeparam>
internal sealed class DataResolver<T>(DataPlan plan) : DataResolver
{
    /// <inheritdoc/>
    public override async ValueTask<object?> ResolveAsync(ResolverContext context, object? source)
    {
        if (source is null)
            return null;
        var options = plan.Apply(context.Services.GetService(typeof(DataOptions)) as DataOptions ?? DataOptions.Default);
        var execution = context.Services.GetService(typeof(QueryExecution)) as QueryExecution ?? QueryExecution.Default;
        var filter = plan.Filter is null ? Predicate.True : FilterReader.Read(plan.Filter, context.Argument("where"), options);
        var wanted = plan.TakesOrder ? SortReader.Read(plan.Sort, context.Argument("order"), options) : [];

        if (plan.IsPaged)
        {
            var page = new PageQuery(filter, plan.Sort.ToOrdering(wanted), PagingArguments.From(context, options), PageSelection.From(context));
            return await page.ReadAsync(Queryable(source), execution, context.CancellationToken);
        }

        // A list that nobody filters or orders is the answer already; a query still has to be read.
        if (source is not IQueryable<T> && filter is Predicate.And { Operands.Length: 0 } && wanted.Count == 0 && plan.Sort.DefaultOrder.Count == 0)
            return source;
        var query = Queryable(source).Matching(filter);
        if (plan.Sort.Key is not null)
            query = query.InOrder(plan.Sort.ToOrdering(wanted));
        var rows = await execution.ToListAsync(query.Take(options.MaxListSize + 1), context.CancellationToken);
        return rows.Count <= options.MaxListSize ? rows : throw DataErrors.TooManyRows(options.MaxListSize);
    }

    private static IQueryable<T> Queryable(object source) => source as IQueryable<T> ?? ((IEnumerable<T>)source).AsQueryable();
}
