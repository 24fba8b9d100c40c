using System.Runtime.CompilerServices;

namespace GraphQL.Data;

/// <summary>
/// The field gives pages, as Relay's cursor connections have them: arguments <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c>, and
/// a <c>{Type}Connection</c>. The resolver returns an <see cref="IQueryable{T}"/>, of which only the page is read, or a list; one that
/// makes its own pages takes <see cref="PagingArguments"/> and returns a <see cref="Connection{T}"/>. Stands before
/// <see cref="UseProjectionAttribute"/>, <see cref="UseFilteringAttribute"/> and <see cref="UseSortingAttribute"/>.
/// </summary>
/// <param name="order">Decides the order of attributes in place of the line.</param>
public sealed class UsePagingAttribute([CallerLineNumber] int order = 0) : DataFieldAttribute(order)
{
    private bool? _requiresBoundaries;

    /// <summary>Rows of a page when a request does not say; 0: as <see cref="DataOptions"/> say.</summary>
    public int DefaultPageSize { get; set; }

    /// <summary>Rows that a page may have; 0: as <see cref="DataOptions"/> say.</summary>
    public int MaxPageSize { get; set; }

    /// <summary>False: the connection has no <c>totalCount</c>. With it, rows are counted only when it is selected.</summary>
    public bool IncludeTotalCount { get; set; } = true;

    /// <summary>False: there is neither <c>last</c> nor <c>before</c>.</summary>
    public bool AllowBackwardPagination { get; set; } = true;

    /// <summary>True: <c>first</c> or <c>last</c> must be given; unset: as <see cref="DataOptions"/> say.</summary>
    public bool RequirePagingBoundaries
    {
        get => _requiresBoundaries ?? false;
        set => _requiresBoundaries = value;
    }

    /// <summary>
    /// Names the types: <c>Members</c> makes <c>MembersConnection</c> and <c>MembersEdge</c>. Null: as the type of the rows is called.
    /// Needed where two fields have connections of the same rows that differ in <see cref="IncludeTotalCount"/>.
    /// </summary>
    public string? ConnectionName { get; set; }

    /// <summary>
    /// A <see cref="SortDefinition{T}"/> whose default order and key pages follow where there is no <see cref="UseSortingAttribute"/>.
    /// </summary>
    public Type? SortedBy { get; set; }

    internal override DataStage Stage => DataStage.Result;

    internal bool? RequiresBoundaries => _requiresBoundaries;
}
