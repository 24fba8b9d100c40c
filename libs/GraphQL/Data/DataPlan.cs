namespace GraphQL.Data;

/// <summary>What the attributes of one field say, read once at start-up.</summary>
internal sealed class DataPlan
{
    /// <summary>Null when the field takes no filter.</summary>
    public required FilterType? Filter { get; init; }

    /// <summary>How rows are ordered, also when requests cannot say.</summary>
    public required SortType Sort { get; init; }

    /// <summary>True when requests can say the order.</summary>
    public required bool TakesOrder { get; init; }

    /// <summary>True for connections, false for lists.</summary>
    public required bool IsPaged { get; init; }

    /// <summary>0: as the options say.</summary>
    public required int DefaultPageSize { get; init; }

    /// <summary>0: as the options say.</summary>
    public required int MaxPageSize { get; init; }

    /// <summary>The options with the field's own page sizes.</summary>
    public DataOptions Apply(DataOptions options) => DefaultPageSize == 0 && MaxPageSize == 0
        ? options
        : options with
        {
            DefaultPageSize = DefaultPageSize == 0 ? options.DefaultPageSize : DefaultPageSize,
            MaxPageSize = MaxPageSize == 0 ? options.MaxPageSize : MaxPageSize,
        };
}
