using System.Collections.Immutable;

namespace GraphQL.Data;

/// <summary>A page of rows, as Relay's cursor connections have it. Resolvers over other stores make their own.</summary>
/// <typeparam name="T">Of a row.</typeparam>
public sealed class Connection<T>
{
    private readonly int? _totalCount;

    /// <summary>Of rows with their cursors.</summary>
    /// <param name="edges">The page, always in the order of the connection, also when read backwards.</param>
    /// <param name="pageInfo">Where it stands.</param>
    /// <param name="totalCount">Rows of all pages; null when nobody asked.</param>
    public Connection(ImmutableArray<Edge<T>> edges, PageInfo pageInfo, int? totalCount = null)
    {
        Edges = edges;
        PageInfo = pageInfo;
        _totalCount = totalCount;
    }

    /// <summary>A page of no rows, of none at all.</summary>
    public static Connection<T> Empty { get; } = new([], new PageInfo(HasNextPage: false, HasPreviousPage: false, null, null), totalCount: 0);

    /// <summary>The rows with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<T> Nodes => field ??= [.. Edges.Select(static edge => edge.Node)];

    /// <summary>Where the page stands among its neighbours.</summary>
    public PageInfo PageInfo { get; }

    /// <summary>Rows of all pages, counted only when selected; throws when it was not.</summary>
    public int TotalCount => _totalCount ?? throw new InvalidOperationException("The total was not counted because it was not selected.");
}

/// <summary>One row of a page.</summary>
/// <param name="Cursor">The row's place, for <c>after</c> and <c>before</c>.</param>
/// <param name="Node">The row.</param>
/// <typeparam name="T">Of the row.</typeparam>
public sealed record Edge<T>(string Cursor, T Node);

/// <summary>Where a page stands among its neighbours.</summary>
/// <param name="HasNextPage">True when rows follow the page.</param>
/// <param name="HasPreviousPage">True when rows precede the page.</param>
/// <param name="StartCursor">Cursor of the first edge; null on an empty page.</param>
/// <param name="EndCursor">Cursor of the last edge; null on an empty page.</param>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
