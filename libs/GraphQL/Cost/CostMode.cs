namespace GraphQL.Cost;

/// <summary>What a request wants to know of its cost; it is bounded in any case.</summary>
public enum CostMode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is executed, and <c>extensions.operationCost</c> tells its cost.</summary>
    Report,

    /// <summary>It is not executed; the answer tells its cost alone.</summary>
    Validate,
}
