namespace GraphQL.Types;

/// <summary>
/// Projections fetch this property with every row, selected or not, because resolvers that cannot say so need it. With <c>false</c> they
/// never fetch it: another resolver gives the field.
/// </summary>
/// <param name="isProjected">False: never.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsProjectedAttribute(bool isProjected = true) : Attribute
{
    /// <summary>True: always; false: never.</summary>
    public bool IsProjected { get; } = isProjected;
}

/// <summary>
/// The computed property, or the object's own method, reads these properties of its object and nothing else, so that a projection fetches
/// them in place of the whole row.
/// </summary>
/// <param name="properties">Their names, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class RequiresAttribute(params string[] properties) : Attribute
{
    /// <summary>Names of stored properties.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;
}
