using System.Reflection;

namespace GraphQL.Types;

/// <summary>What a member overrides or implements, and what a type derives from: where documentation is inherited from.</summary>
internal static class BaseMember
{
    /// <summary>The nearest; null when there is none.</summary>
    public static MemberInfo? Of(MemberInfo member)
    {
        if (member is Type type)
            return type.BaseType is { } parent && parent != typeof(object) ? parent : type.GetInterfaces().FirstOrDefault();
        if (member.DeclaringType is not { } owner)
            return null;
        for (var ancestor = owner.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Same(member, ancestor) is { } found)
                return found;
        }

        return owner.GetInterfaces().Select(item => Same(member, item)).FirstOrDefault(static found => found is not null);
    }

    private static MemberInfo? Same(MemberInfo member, Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return member switch
        {
            PropertyInfo => type.GetProperty(member.Name, Declared),
            MethodInfo method => type.GetMethod(method.Name, Declared, [.. method.GetParameters().Select(static item => item.ParameterType)]),
            _ => null,
        };
    }
}
