namespace GraphQL.Cost;

/// <summary>What requests may cost, and what things cost of which the schema says nothing.</summary>
public sealed record CostOptions
{
    /// <summary>What holds when nothing else is said.</summary>
    public static CostOptions Default { get; } = new();

    /// <summary>True to refuse requests beyond <see cref="MaxFieldCost"/> or <see cref="MaxTypeCost"/>; false only to tell what they cost.</summary>
    public bool Enforce { get; init; } = true;

    /// <summary>The highest field cost: the work of resolving, each field as often as it is resolved.</summary>
    public double MaxFieldCost { get; init; } = 10_000;

    /// <summary>The highest type cost: the objects in the response.</summary>
    public double MaxTypeCost { get; init; } = 20_000;

    /// <summary>Elements of a list of which neither the schema nor the request says how many it has.</summary>
    public int DefaultListSize { get; init; } = 10;

    /// <summary>
    /// Of a field whose resolver is asynchronous and waits for more than a data loader: in all likelihood it reads from a store.
    /// </summary>
    public double AsynchronousWeight { get; init; } = 10;

    /// <summary>Of any other field that gives objects or a list; one that gives a single leaf costs nothing.</summary>
    public double CompositeWeight { get; init; } = 1;

    /// <summary>Of <c>__schema</c>, with all that is selected below; <c>__type</c> costs a tenth, and <c>__typename</c> nothing.</summary>
    public double IntrospectionWeight { get; init; } = 100;

    /// <summary>
    /// Steps of finding out what an operation selects for each type it may meet; beyond them it is refused as too complicated to price.
    /// </summary>
    public int MaxPricingSteps { get; init; } = 100_000;
}
