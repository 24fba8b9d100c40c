namespace GraphQL.Types;

/// <summary>The name in the schema, in place of the one that conventions make.</summary>
/// <param name="name">Letters, digits and underscores, not a digit first.</param>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>Letters, digits and underscores, not a digit first.</summary>
    public string Name { get; } = name;
}

/// <summary>The description in the schema, in place of the documentation comment.</summary>
/// <param name="description">Markdown.</param>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>Markdown.</summary>
    public string Description { get; } = description;
}

/// <summary>Deprecates it in the schema while C# may go on using it; <see cref="ObsoleteAttribute"/> does both.</summary>
/// <param name="reason">Why, and what to use instead.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>Why, and what to use instead.</summary>
    public string DeprecationReason { get; } = reason;
}

/// <summary>Keeps it out of the schema.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class GraphQLIgnoreAttribute : Attribute;
