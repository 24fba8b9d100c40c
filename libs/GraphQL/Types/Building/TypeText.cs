using System.Reflection;

namespace GraphQL.Types;

/// <summary>C# types and members as errors at start-up name them.</summary>
internal static class TypeText
{
    /// <summary>Such as <c>List&lt;string&gt;</c>; without its namespace.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return $"{Of(inner)}?";
        if (!type.IsGenericType)
            return type.Name;
        var tick = type.Name.IndexOf('`');
        var name = tick < 0 ? type.Name : type.Name[..tick];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    /// <summary>Such as <c>Game.Queries.GetLogs</c>; with its namespace, so that it can be found.</summary>
    public static string Of(MemberInfo member) => member switch
    {
        Type type => type.FullName ?? type.Name,
        _ => $"{member.DeclaringType?.FullName}.{member.Name}",
    };
}
