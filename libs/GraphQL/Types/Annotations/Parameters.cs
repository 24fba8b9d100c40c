namespace GraphQL.Types;

/// <summary>The parameter takes the value that the enclosing field gave.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>The parameter takes a service of the request.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;

/// <summary>The parameter is an argument, also where its type would make it something else.</summary>
/// <param name="name">The argument's name; null: the parameter's.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ArgumentAttribute(string? name = null) : Attribute
{
    /// <summary>The argument's name; null: the parameter's.</summary>
    public string? Name { get; } = name;
}
