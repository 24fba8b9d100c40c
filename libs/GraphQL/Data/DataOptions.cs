namespace GraphQL.Data;

/// <summary>Bounds of paging, filtering and sorting, registered as a service. A field's attributes may set their own page sizes.</summary>
public sealed record DataOptions
{
    /// <summary>The bounds when an application registers none.</summary>
    public static DataOptions Default { get; } = new();

    /// <summary>Rows of a page when a request does not say, 1 to <see cref="MaxPageSize"/>.</summary>
    public int DefaultPageSize { get; init; } = 50;

    /// <summary>Rows that a page may have.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>True: a page's <c>first</c> or <c>last</c>, a segment's <c>take</c>, must be given.</summary>
    public bool RequirePagingBoundaries { get; init; }

    /// <summary>Rows that a segment may skip: a database walks over each of them.</summary>
    public int MaxSkip { get; init; } = 10_000;

    /// <summary>Rows that a list without pages may have; beyond it the field fails rather than cuts.</summary>
    public int MaxListSize { get; init; } = 1000;

    /// <summary>Levels of a filter: objects inside objects, of <c>and</c>, <c>or</c>, relations and lists.</summary>
    public int MaxFilterDepth { get; init; } = 12;

    /// <summary>Conditions of a filter, each operation of a field counted.</summary>
    public int MaxConditions { get; init; } = 100;

    /// <summary>Values of one <c>in</c> or <c>nin</c>.</summary>
    public int MaxListValues { get; init; } = 500;

    /// <summary>UTF-16 units of a text that a filter compares with.</summary>
    public int MaxTextLength { get; init; } = 1000;

    /// <summary>Elements of an order.</summary>
    public int MaxOrderTerms { get; init; } = 8;

    /// <summary>
    /// False: only fields with <see cref="UseProjectionAttribute"/> fetch selected columns alone, all others whole rows.
    /// </summary>
    public bool ProjectAutomatically { get; init; } = true;
}
