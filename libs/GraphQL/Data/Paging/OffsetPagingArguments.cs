using GraphQL.Execution;

namespace GraphQL.Data;

/// <summary>Which segment of a list is asked for, within the bounds of the field. A resolver's parameter of this type takes it.</summary>
[OffsetPagingArgumentsSource]
public sealed class OffsetPagingArguments
{
    /// <summary>Checks what a request gave; throws <see cref="GraphQLException"/> for what no segment can have.</summary>
    /// <param name="skip">Rows in front of it; null when not given.</param>
    /// <param name="take">Rows of it; null when not given.</param>
    /// <param name="options">Bounds.</param>
    public OffsetPagingArguments(int? skip = null, int? take = null, DataOptions? options = null)
    {
        options ??= DataOptions.Default;
        if (take is null && options.RequirePagingBoundaries)
            throw DataErrors.NoPageSize("take");
        Skip = skip ?? 0;
        Take = take ?? Math.Min(options.DefaultPageSize, options.MaxPageSize);
        if (Skip < 0)
            throw DataErrors.NegativePageSize("skip");
        if (Skip > options.MaxSkip)
            throw DataErrors.SkipTooLarge(Skip, options.MaxSkip);
        if (Take < 0)
            throw DataErrors.NegativePageSize("take");
        if (Take > options.MaxPageSize)
            throw DataErrors.PageTooLarge("take", Take, options.MaxPageSize);
    }

    /// <summary>Rows in front of the segment, from 0.</summary>
    public int Skip { get; }

    /// <summary>Rows of the segment, 0 to the maximum.</summary>
    public int Take { get; }

    /// <summary>What is needed of it.</summary>
    public PageSelection Selection { get; init; } = PageSelection.All;

    /// <summary>From the arguments <c>skip</c> and <c>take</c> of a field.</summary>
    public static OffsetPagingArguments From(ResolverContext context, DataOptions options) =>
        new((int?)context.Argument("skip"), (int?)context.Argument("take"), options) { Selection = PageSelection.From(context) };
}
