namespace GraphQL.Types;

/// <summary>The type in the schema, in place of the one that the C# type gives.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public class GraphQLTypeAttribute : Attribute
{
    /// <summary>The type as the schema writes it, such as <c>[ID!]!</c>.</summary>
    public GraphQLTypeAttribute(string typeSyntax) => TypeSyntax = typeSyntax;

    /// <summary>As though the member were of this type in C#; nullability stays the member's.</summary>
    public GraphQLTypeAttribute(Type type) => Type = type;

    /// <summary>The type as the schema writes it; null when <see cref="Type"/> is given.</summary>
    public string? TypeSyntax { get; }

    /// <summary>The C# type to use; null when <see cref="TypeSyntax"/> is given.</summary>
    public Type? Type { get; }
}

/// <summary>As though the member were of this type in C#; nullability stays the member's.</summary>
/// <typeparam name="T">The C# type to use.</typeparam>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLTypeAttribute<T>() : GraphQLTypeAttribute(typeof(T));

/// <summary>Never null in the schema, whatever C# says.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLNonNullTypeAttribute : Attribute;
