namespace GraphQL.Data;

/// <summary>What a field makes of its rows.</summary>
internal enum DataShape
{
    /// <summary>A list of all.</summary>
    List,

    /// <summary>A page, as <see cref="Connection{T}"/>.</summary>
    Connection,

    /// <summary>A <see cref="CollectionSegment{T}"/>.</summary>
    Segment,

    /// <summary>The first.</summary>
    First,

    /// <summary>The only one.</summary>
    Single,
}

/// <summary>What the attributes of one field say, read once at start-up.</summary>
internal sealed record DataPlan
{
    /// <summary>What becomes of the rows.</summary>
    public required DataShape Shape { get; init; }

    /// <summary>Null when the field takes no filter.</summary>
    public FilterType? Filter { get; init; }

    /// <summary>How rows are ordered, also when requests cannot say.</summary>
    public required SortType Sort { get; init; }

    /// <summary>True when requests can say the order.</summary>
    public bool TakesOrder { get; init; }

    /// <summary>True when the field asks for a projection, lists of related objects included.</summary>
    public bool IsProjected { get; init; }

    /// <summary>True when the resolver takes the filter and the order and answers them itself.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>0: as the options say.</summary>
    public int DefaultPageSize { get; init; }

    /// <summary>0: as the options say.</summary>
    public int MaxPageSize { get; init; }

    /// <summary>0: as the options say.</summary>
    public int MaxSkip { get; init; }

    /// <summary>Null: as the options say.</summary>
    public bool? RequiresBoundaries { get; init; }

    /// <summary>The options with what the field itself says.</summary>
    public DataOptions Apply(DataOptions options) => this is { DefaultPageSize: 0, MaxPageSize: 0, MaxSkip: 0, RequiresBoundaries: null }
        ? options
        : options with
        {
            DefaultPageSize = DefaultPageSize == 0 ? options.DefaultPageSize : DefaultPageSize,
            MaxPageSize = MaxPageSize == 0 ? options.MaxPageSize : MaxPageSize,
            MaxSkip = MaxSkip == 0 ? options.MaxSkip : MaxSkip,
            RequirePagingBoundaries = RequiresBoundaries ?? options.RequirePagingBoundaries,
        };
}
