using System.Reflection;
using System.Text;
using System.Text.Json;

namespace GraphQL.Types;

/// <summary>Names of the schema, made from names of C#; <see cref="GraphQLNameAttribute"/> has the last word.</summary>
internal static class NamingConventions
{
    /// <summary>In camelCase; a method without its leading <c>Get</c> and its trailing <c>Async</c>.</summary>
    public static string Field(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLNameAttribute>() is { } attribute)
            return attribute.Name;
        var name = member.Name;
        if (member is MethodInfo)
        {
            name = WithoutPrefix(name, "Get");
            if (name.Length > "Async".Length && name.EndsWith("Async", StringComparison.Ordinal))
                name = name[..^"Async".Length];
        }

        return Camel(name);
    }

    /// <summary>As <see cref="Field"/>, also without a leading <c>On</c>.</summary>
    public static string SubscriptionField(MethodInfo method)
    {
        var name = Field(method);
        return method.IsDefined(typeof(GraphQLNameAttribute)) || name.Length < 3 || !name.StartsWith("on", StringComparison.Ordinal) || !char.IsUpper(name[2])
            ? name
            : Camel(name[2..]);
    }

    /// <summary>In camelCase.</summary>
    public static string Argument(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name
        ?? parameter.GetCustomAttribute<ArgumentAttribute>()?.Name
        ?? Camel(parameter.Name ?? "");

    /// <summary>In UPPER_SNAKE_CASE: <c>Classic10Heroic</c> becomes <c>CLASSIC_10_HEROIC</c>.</summary>
    public static string EnumValue(FieldInfo value) =>
        value.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? UpperSnake(value.Name);

    /// <summary>The name of an object, interface, union, enum or scalar type.</summary>
    public static string OutputType(Type type)
    {
        var name = type.GetCustomAttribute<GraphQLNameAttribute>()?.Name
            ?? type.GetCustomAttribute<ObjectTypeAttribute>()?.Name
            ?? type.GetCustomAttribute<InterfaceTypeAttribute>()?.Name
            ?? type.GetCustomAttribute<UnionTypeAttribute>()?.Name
            ?? type.GetCustomAttribute<EnumTypeAttribute>()?.Name;
        return name ?? (type.IsInterface ? WithoutPrefix(Plain(type), "I") : Plain(type));
    }

    /// <summary>The name of an input object type: that of the class, with <c>Input</c> behind it.</summary>
    public static string InputType(Type type)
    {
        var name = type.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? type.GetCustomAttribute<InputObjectTypeAttribute>()?.Name;
        if (name is not null)
            return name;
        name = Plain(type);
        return name.EndsWith("Input", StringComparison.Ordinal) ? name : $"{name}Input";
    }

    /// <summary><c>importLog</c> becomes <c>ImportLog</c>.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary><c>ImportLog</c> becomes <c>importLog</c>, <c>URLValue</c> becomes <c>urlValue</c>.</summary>
    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    internal static string UpperSnake(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && StartsWord(name, i) && result[^1] != '_')
                result.Append('_');
            result.Append(char.ToUpperInvariant(name[i]));
        }

        return result.ToString();
    }

    private static bool StartsWord(string name, int index)
    {
        var (before, here) = (name[index - 1], name[index]);
        if (char.IsDigit(before) != char.IsDigit(here))
            return true;

        // The last capital of a row starts the next word: HTTPServer is HTTP and Server.
        return char.IsUpper(here) && (!char.IsUpper(before) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
    }

    private static string Plain(Type type)
    {
        if (!type.IsGenericType)
            return type.Name;
        var tick = type.Name.IndexOf('`');
        var name = tick < 0 ? type.Name : type.Name[..tick];
        return $"{name}Of{string.Join("And", type.GetGenericArguments().Select(OutputType))}";
    }

    private static string WithoutPrefix(string name, string prefix) =>
        name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && char.IsUpper(name[prefix.Length])
            ? name[prefix.Length..]
            : name;
}
