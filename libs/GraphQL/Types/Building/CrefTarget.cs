using System.Reflection;

namespace GraphQL.Types;

/// <summary>What a reference in a documentation comment points to.</summary>
internal static class CrefTarget
{
    /// <summary>The type or member that an id such as <c>P:Game.Log.Name</c> means; null when it is not found.</summary>
    /// <param name="cref">As the compiler writes it.</param>
    /// <param name="context">The member whose comment this is; its assembly and those it refers to are searched.</param>
    public static MemberInfo? Find(string cref, MemberInfo context)
    {
        if (cref.Length < 3 || cref[1] != ':')
            return null;
        var name = WithoutParameters(cref[2..]);
        if (cref[0] == 'T')
            return FindType(name, context);
        var dot = name.LastIndexOf('.');
        return dot < 0 || FindType(name[..dot], context) is not { } owner
            ? null
            : owner.GetMember(name[(dot + 1)..], BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
                .FirstOrDefault(item => cref[0] != 'M' || DocumentationId.Of(item) == cref);
    }

    /// <summary>The last name in an id, without its parameters and arity.</summary>
    public static string SimpleName(string cref)
    {
        var name = WithoutParameters(cref);
        name = name[(name.LastIndexOfAny(['.', ':']) + 1)..];
        var tick = name.IndexOf('`');
        return tick < 0 ? name : name[..tick];
    }

    private static string WithoutParameters(string name)
    {
        var open = name.IndexOf('(');
        return open < 0 ? name : name[..open];
    }

    private static Type? FindType(string name, MemberInfo context)
    {
        var home = context.Module.Assembly;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(item => !item.IsDynamic).OrderByDescending(item => item == home))
        {
            // An id writes nested types with a dot, reflection with a plus.
            for (var candidate = name; ;)
            {
                if (assembly.GetType(candidate) is { } type)
                    return type;
                var dot = candidate.LastIndexOf('.');
                if (dot < 0)
                    break;
                candidate = $"{candidate[..dot]}+{candidate[(dot + 1)..]}";
            }
        }

        return null;
    }
}
