using System.Runtime.CompilerServices;
using System.Text;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>Names of enum values as the response has them: in UTF-8, quoted.</summary>
internal static class EnumNames
{
    private static readonly ConditionalWeakTable<EnumType, Dictionary<object, byte[]>> Tables = [];

    /// <summary>Of an enum type's values, whatever their C# type.</summary>
    public static Dictionary<object, byte[]> Of(EnumType type) => Tables.GetValue(type, static type => Of<object>(type));

    /// <summary>Of those of an enum type's values that are of a C# type.</summary>
    public static Dictionary<T, byte[]> Of<T>(EnumType type)
        where T : notnull
    {
        var names = new Dictionary<T, byte[]>();
        foreach (var member in type.Values)
        {
            if (member.RuntimeValue is T value)
                names.TryAdd(value, Encoding.UTF8.GetBytes($"\"{member.Name}\""));
        }

        return names;
    }

    /// <summary>The name of a value; a <see cref="CoercionException"/> when it has none.</summary>
    public static byte[] Find<T>(Dictionary<T, byte[]> names, EnumType type, T value)
        where T : notnull =>
        names.TryGetValue(value, out var name)
            ? name
            : throw new CoercionException($"The enum \"{type.Name}\" has no value for \"{value}\".");
}
