namespace GraphQL.Validation;

/// <summary>Bounds of validation. Going over one ends it with an error whose code is <see cref="ErrorCodes.LimitExceeded"/>.</summary>
public sealed record ValidationOptions
{
    /// <summary>The bounds that hold when none are given.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>The most errors reported; validation stops behind the last. At least 1.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>The most places that one error names, also those of execution.</summary>
    public int MaxLocations { get; init; } = 40;

    /// <summary>The deepest nesting of selection sets and values, as written.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>The most steps of following fragment spreads and the variables behind them, over all rules that do.</summary>
    public int MaxFragmentVisits { get; init; } = 50_000;

    /// <summary>The most comparisons of fields, their arguments and their fragments to find out whether they can be merged.</summary>
    public int MaxFieldComparisons { get; init; } = 250_000;

    /// <summary>
    /// How many of introspection's lists <c>fields</c>, <c>interfaces</c>, <c>possibleTypes</c> and <c>inputFields</c> may be nested.
    /// </summary>
    public int MaxIntrospectionListDepth { get; init; } = 2;

    /// <summary>How many <c>ofType</c> of introspection may be nested.</summary>
    public int MaxIntrospectionTypeDepth { get; init; } = 16;

    /// <summary>
    /// True to name what may have been meant. They tell a stranger names of the schema, so servers that hide it turn them off.
    /// </summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>False to refuse every field that gives a type of introspection, <c>__schema</c> and <c>__type</c> first of all.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>False to refuse deprecated fields, arguments, input fields and enum values: to check documents of one's own.</summary>
    public bool AllowDeprecated { get; init; } = true;
}
