using System.Collections.Immutable;

namespace GraphQL.Data;

/// <summary>Makes pages of the rows that were read for them.</summary>
/// <param name="Fingerprint">Of the question, for cursors.</param>
/// <param name="Arguments">Which page.</param>
internal readonly record struct PageRows(byte[] Fingerprint, PagingArguments Arguments)
{
    /// <summary>The page.</summary>
    /// <param name="rows">Those of the page and perhaps one more, as they were read; used up.</param>
    /// <param name="hasBeyond">True when rows stand on the far side of the cursor from which the page goes.</param>
    /// <param name="totalCount">Null when nobody asked.</param>
    public Connection<T> Create<T>(List<PlacedRow<T>> rows, (bool After, bool Before) hasBeyond, int? totalCount)
    {
        var hasMore = rows.Count > Arguments.Size;
        if (hasMore)
            rows.RemoveAt(Arguments.Size);
        if (Arguments.IsBackward)
            rows.Reverse();

        var edges = ImmutableArray.CreateBuilder<Edge<T>>(rows.Count);
        foreach (var row in rows)
            edges.Add(new Edge<T>(Cursor.Encode(Fingerprint, row.Place), row.Row));

        var pageInfo = new PageInfo(
            (!Arguments.IsBackward && hasMore) || hasBeyond.After,
            (Arguments.IsBackward && hasMore) || hasBeyond.Before,
            edges.Count == 0 ? null : edges[0].Cursor,
            edges.Count == 0 ? null : edges[^1].Cursor);
        return new Connection<T>(edges.MoveToImmutable(), pageInfo, totalCount);
    }
}
