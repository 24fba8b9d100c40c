using GraphQL.Execution;

namespace GraphQL.Data;

/// <summary>What one call of a field asks for: the arguments of its attributes, read when somebody wants them.</summary>
/// <param name="context">Of the call.</param>
/// <param name="plan">What the field's attributes say.</param>
internal sealed class DataRequest(ResolverContext context, DataPlan plan)
{
    /// <summary>What the field's attributes say.</summary>
    public DataPlan Plan { get; } = plan;

    /// <summary>The bounds, with the field's own.</summary>
    public DataOptions Options { get; } =
        plan.Apply(context.Services.GetService(typeof(DataOptions)) as DataOptions ?? DataOptions.Default);

    /// <summary>Runs queries.</summary>
    public QueryExecution Execution { get; } =
        context.Services.GetService(typeof(QueryExecution)) as QueryExecution ?? QueryExecution.Default;

    /// <summary>The page.</summary>
    public PagingArguments Paging => field ??= PagingArguments.From(context, Options);

    /// <summary>The segment.</summary>
    public OffsetPagingArguments OffsetPaging => field ??= OffsetPagingArguments.From(context, Options);

    /// <summary>The argument <c>where</c>.</summary>
    public Predicate Filter => field ??= Plan.Filter is null ? Predicate.True : FilterReader.Read(Plan.Filter, context.Argument("where"), Options);

    /// <summary>The argument <c>order</c>.</summary>
    public IReadOnlyList<OrderTerm> Order => field ??= Plan.TakesOrder ? SortReader.Read(Plan.Sort, context.Argument("order"), Options) : [];

    /// <summary>The whole order, key included; null when rows have no key.</summary>
    public Ordering? Ordering => Plan.Sort.Key is null ? null : Plan.Sort.ToOrdering(Order);

    /// <summary>What the selection needs of a row.</summary>
    public Projection<T> Projection<T>()
    {
        var projection = Projections.Of<T>(context, Plan, Options);
        if (context.Recorder is { } recorder && ProjectedColumns.Of(projection) is { } columns)
            recorder.AddColumns(context.Plan, columns);
        return projection;
    }

    /// <summary>That of a field that is being resolved.</summary>
    public static DataRequest Of(ResolverContext context) => context.Data as DataRequest
        ?? throw new InvalidOperationException($"{context.ParentType.Name}.{context.Field.Name} has no data attributes; give it [UsePaging], [UseFiltering] or others.");
}
