using GraphQL.Execution;

namespace GraphQL.Data;

/// <summary>
/// Which page is asked for; checked against the rules of Relay and the bounds of the field. A resolver's parameter of this type takes it.
/// </summary>
[PagingArgumentsSource]
public sealed class PagingArguments
{
    /// <summary>Checks what a request gave; throws <see cref="GraphQLException"/> for what no page can have.</summary>
    /// <param name="first">Rows from the front; null when not given.</param>
    /// <param name="after">Only rows behind this cursor; null when not given.</param>
    /// <param name="last">Rows from the back; null when not given.</param>
    /// <param name="before">Only rows in front of this cursor; null when not given.</param>
    /// <param name="options">Page sizes.</param>
    public PagingArguments(int? first = null, string? after = null, int? last = null, string? before = null, DataOptions? options = null)
    {
        options ??= DataOptions.Default;
        if (first is not null && last is not null)
            throw DataErrors.BothDirections();
        if (first is null && last is null && options.RequirePagingBoundaries)
            throw DataErrors.NoPageSize("first last");
        IsBackward = last is not null;
        var argument = IsBackward ? "last" : "first";
        Size = last ?? first ?? Math.Min(options.DefaultPageSize, options.MaxPageSize);
        if (Size < 0)
            throw DataErrors.NegativePageSize(argument);
        if (Size > options.MaxPageSize)
            throw DataErrors.PageTooLarge(argument, Size, options.MaxPageSize);
        After = after;
        Before = before;
    }

    /// <summary>Rows of the page, 0 to the maximum.</summary>
    public int Size { get; }

    /// <summary>True when the page is counted from the back, by <c>last</c>.</summary>
    public bool IsBackward { get; }

    /// <summary>Only rows behind this cursor; null when not given.</summary>
    public string? After { get; }

    /// <summary>Only rows in front of this cursor; null when not given.</summary>
    public string? Before { get; }

    /// <summary>What is needed of it.</summary>
    public PageSelection Selection { get; init; } = PageSelection.All;

    /// <summary>From the arguments <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c> of a field.</summary>
    public static PagingArguments From(ResolverContext context, DataOptions options)
    {
        var hasBackward = context.Field.FindArgument("last") is not null;
        return new PagingArguments(
            (int?)context.Argument("first"),
            (string?)context.Argument("after"),
            hasBackward ? (int?)context.Argument("last") : null,
            hasBackward ? (string?)context.Argument("before") : null,
            options)
        {
            Selection = PageSelection.From(context),
        };
    }
}

/// <summary>Which parts of a connection or segment are needed; what is not selected costs no query.</summary>
/// <param name="Rows">The page itself, or a cursor of it.</param>
/// <param name="TotalCount">The number of rows of all pages.</param>
/// <param name="HasNextPage">Whether rows follow.</param>
/// <param name="HasPreviousPage">Whether rows precede.</param>
public readonly record struct PageSelection(bool Rows, bool TotalCount, bool HasNextPage, bool HasPreviousPage)
{
    /// <summary>Everything.</summary>
    public static PageSelection All { get; } = new(Rows: true, TotalCount: true, HasNextPage: true, HasPreviousPage: true);

    /// <summary>As the operation selects below a field.</summary>
    public static PageSelection From(ResolverContext context)
    {
        var hasPageInfo = context.IsSelected("pageInfo");
        return new PageSelection(
            Rows: hasPageInfo || context.IsSelected("edges") || context.IsSelected("nodes") || context.IsSelected("items"),
            TotalCount: context.IsSelected("totalCount"),
            HasNextPage: hasPageInfo && context.IsSelected("pageInfo.hasNextPage"),
            HasPreviousPage: hasPageInfo && context.IsSelected("pageInfo.hasPreviousPage"));
    }
}
