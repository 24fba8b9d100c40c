using System.Runtime.CompilerServices;

namespace GraphQL.Data;

/// <summary>
/// The field gives segments of a list by number: arguments <c>skip</c> and <c>take</c>, and a <c>{Type}CollectionSegment</c>. For lists
/// that are short or seldom change, where pages have numbers; rows that come or go move all behind them, and a database walks over what is
/// skipped, which is why <c>skip</c> is bounded. <see cref="UsePagingAttribute"/> has neither weakness. Stands where that would.
/// </summary>
/// <param name="order">Decides the order of attributes in place of the line.</param>
public sealed class UseOffsetPagingAttribute([CallerLineNumber] int order = 0) : DataFieldAttribute(order)
{
    private bool? _requiresBoundaries;

    /// <summary>Rows of a segment when a request does not say; 0: as <see cref="DataOptions"/> say.</summary>
    public int DefaultPageSize { get; set; }

    /// <summary>Rows that a segment may have; 0: as <see cref="DataOptions"/> say.</summary>
    public int MaxPageSize { get; set; }

    /// <summary>Rows that may be skipped; 0: as <see cref="DataOptions"/> say.</summary>
    public int MaxSkip { get; set; }

    /// <summary>False: the segment has no <c>totalCount</c>. With it, rows are counted only when it is selected.</summary>
    public bool IncludeTotalCount { get; set; } = true;

    /// <summary>True: <c>take</c> must be given; unset: as <see cref="DataOptions"/> say.</summary>
    public bool RequirePagingBoundaries
    {
        get => _requiresBoundaries ?? false;
        set => _requiresBoundaries = value;
    }

    /// <summary>
    /// Names the type: <c>Members</c> makes <c>MembersCollectionSegment</c>. Null: as the type of the rows is called.
    /// </summary>
    public string? CollectionSegmentName { get; set; }

    /// <summary>A <see cref="SortDefinition{T}"/> whose default order and key segments follow where there is no
    /// <see cref="UseSortingAttribute"/>.</summary>
    public Type? SortedBy { get; set; }

    internal override DataStage Stage => DataStage.Result;

    internal bool? RequiresBoundaries => _requiresBoundaries;
}
