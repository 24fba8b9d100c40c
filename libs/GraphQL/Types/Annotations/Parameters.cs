using System.Reflection;
using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>The parameter takes the value that the enclosing field gave.</summary>
/// <param name="requires">
/// Names of the properties that the resolver reads of it, by <c>nameof</c>. A projection then fetches these alone; without any, the whole
/// row is fetched wherever the field is selected.
/// </param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute(params string[] requires) : Attribute
{
    /// <summary>Names of the properties that the resolver reads of it; empty: any.</summary>
    public IReadOnlyList<string> Requires { get; } = requires;
}

/// <summary>The parameter, a <see cref="bool"/>, is true when a field below the resolver's own is selected.</summary>
/// <param name="path">Names of fields, not aliases, such as <c>author</c> or <c>nodes.author.name</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IsSelectedAttribute(string path) : ParameterAttribute
{
    /// <summary>Names of fields, not aliases.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public override Func<ResolverContext, object?> Bind(ParameterInfo parameter, MemberInfo field)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.ParameterType == typeof(bool) && parameter.Member == field
            ? context => context.IsSelected(Path)
            : throw new SchemaBuildException($"Parameter {parameter.Name}: [IsSelected] is for a bool of a resolver; change its type.");
    }
}

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
