using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>Reads what a resolver returned as the arguments of its field ask.</summary>
internal abstract class DataResolver
{
    /// <summary>For rows of a type.</summary>
    public static DataResolver Create(Type row, DataPlan plan) =>
        (DataResolver)Activator.CreateInstance(typeof(DataResolver<>).MakeGenericType(row), plan)!;

    /// <summary>The resolver with its rows read; inside, it can ask for what the request wants.</summary>
    public FieldResolver Around(FieldResolver resolver)
    {
        var invoke = ResolverChain.Invoker(resolver);
        return new FieldResolver.Asynchronous(async context =>
        {
            var request = new DataRequest(context, Plan);
            context.Data = request;
            var source = await invoke(context);
            return source is null || Plan.IsAnswered ? source : await ReadAsync(context, request, source);
        })
        {
            IsBatched = resolver is FieldResolver.Asynchronous { IsBatched: true },
            Reads = resolver.Reads,
        };
    }

    /// <summary>What the field's attributes say.</summary>
    protected abstract DataPlan Plan { get; }

    /// <summary>The connection, segment, list or row.</summary>
    protected abstract ValueTask<object?> ReadAsync(ResolverContext context, DataRequest request, object source);
}

/// <summary>Reads what a resolver returned as the arguments of its field ask.</summary>
/// <param name="plan">What the field's attributes say.</param>
/// <typeparam name="T">Of a row.</typeparam>
internal sealed class DataResolver<T>(DataPlan plan) : DataResolver
{
    /// <inheritdoc/>
    protected override DataPlan Plan => plan;

    /// <inheritdoc/>
    protected override async ValueTask<object?> ReadAsync(ResolverContext context, DataRequest request, object source)
    {
        var cancellationToken = context.CancellationToken;
        switch (plan.Shape)
        {
            case DataShape.Connection:
                var page = new PageQuery(request.Filter, request.Ordering!, request.Paging);
                return await page.ReadAsync(Queryable(source), request.Projection<T>(), request.Execution, cancellationToken);

            case DataShape.Segment:
                var segment = new SegmentQuery(request.Filter, request.Ordering!, request.OffsetPaging);
                return await segment.ReadAsync(Queryable(source), request.Projection<T>(), request.Execution, cancellationToken);

            case DataShape.First:
                return (await ReadAsync(request, source, count: 1, cancellationToken)).FirstOrDefault();

            case DataShape.Single:
                var rows = await ReadAsync(request, source, count: 2, cancellationToken);
                return rows.Count < 2 ? rows.FirstOrDefault() : throw DataErrors.NotUnique();
        }

        // A list that nobody filters or orders is the answer already; a query still has to be read.
        if (source is not IQueryable<T> && request is { Filter: Predicate.And { Operands.Length: 0 }, Order.Count: 0 } && plan.Sort.DefaultOrder.Count == 0)
            return source;
        var maximum = request.Options.MaxListSize;
        var list = await ReadAsync(request, source, maximum + 1, cancellationToken);
        return list.Count <= maximum ? list : throw DataErrors.TooManyRows(maximum);
    }

    private static ValueTask<List<T>> ReadAsync(DataRequest request, object source, int count, CancellationToken cancellationToken)
    {
        var query = Queryable(source).Matching(request.Filter);
        if (request.Ordering is { } ordering)
            query = query.InOrder(ordering);
        return request.Execution.ToListAsync(request.Projection<T>().Apply(query.Take(count)), cancellationToken);
    }

    private static IQueryable<T> Queryable(object source) => source as IQueryable<T> ?? ((IEnumerable<T>)source).AsQueryable();
}
