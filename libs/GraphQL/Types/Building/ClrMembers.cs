using System.Reflection;

namespace GraphQL.Types;

/// <summary>Public members of C# types that can be fields, those of base types first, each in the order of declaration.</summary>
internal static class ClrMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Public and not, static and not.</summary>
    public const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>What every class or record has, or what interfaces of .NET ask for.</summary>
    private static readonly HashSet<string> NotFields =
        ["Equals", "GetHashCode", "ToString", "CompareTo", "Deconstruct", "Dispose", "DisposeAsync", "GetEnumerator", "GetAsyncEnumerator", "PrintMembers"];

    /// <summary>Properties that can be read and methods that return something, of a class whose instances are values.</summary>
    public static List<MemberInfo> Of(Type type, bool methods) => Walk(type, member => member switch
    {
        PropertyInfo property => !property.GetMethod!.IsStatic,
        MethodInfo method => methods && !method.IsStatic && HasResult(method) && method.GetParameters().All(static item => !item.ParameterType.IsByRef),
        _ => false,
    });

    /// <summary>
    /// The same of a class that holds resolvers: static members too, and methods that return nothing, which somebody should be told.
    /// </summary>
    public static List<MemberInfo> OfResolvers(Type type) => Walk(type, static _ => true);

    /// <summary>True for a method that gives a value, now or later.</summary>
    public static bool HasResult(MethodInfo method) =>
        method.ReturnType != typeof(void) && method.ReturnType != typeof(Task) && method.ReturnType != typeof(ValueTask);

    private static List<MemberInfo> Walk(Type type, Func<MemberInfo, bool> isField)
    {
        var members = new List<MemberInfo>();
        foreach (var level in Levels(type))
        {
            foreach (var member in level.GetMembers(Declared).Where(IsCandidate).Where(isField).OrderBy(Position))
            {
                // An override stands where the overridden member stood.
                var overridden = members.FindIndex(other => Overrides(member, other));
                if (overridden < 0)
                    members.Add(member);
                else
                    members[overridden] = member;
            }
        }

        members.RemoveAll(static member => member.IsDefined(typeof(GraphQLIgnoreAttribute)));
        return members;
    }

    private static IEnumerable<Type> Levels(Type type)
    {
        if (type.IsInterface)
        {
            return type.GetInterfaces().Where(static item => !IsOfSystem(item)).OrderBy(static item => item.GetInterfaces().Length)
                .ThenBy(static item => item.FullName, StringComparer.Ordinal).Append(type);
        }

        var levels = new Stack<Type>();
        for (var level = type; level is not null && level != typeof(Exception) && !IsOfSystem(level); level = level.BaseType)
            levels.Push(level);
        return levels;
    }

    private static bool IsOfSystem(Type type) => type.Assembly == typeof(object).Assembly;

    private static bool IsCandidate(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0,
        MethodInfo method => !method.IsSpecialName && !method.IsGenericMethod && !NotFields.Contains(method.Name) && !method.Name.Contains('<'),
        _ => false,
    };

    private static bool Overrides(MemberInfo member, MemberInfo other) => (member, other) switch
    {
        (PropertyInfo, PropertyInfo) => member.Name == other.Name,
        (MethodInfo method, MethodInfo otherMethod) => member.Name == other.Name
            && method.GetParameters().Select(static item => item.ParameterType).SequenceEqual(otherMethod.GetParameters().Select(static item => item.ParameterType)),
        _ => false,
    };

    /// <summary>Compilers write methods in the order of the source; a property stands where its getter does.</summary>
    private static int Position(MemberInfo member) => (member as PropertyInfo)?.GetMethod?.MetadataToken ?? member.MetadataToken;
}
