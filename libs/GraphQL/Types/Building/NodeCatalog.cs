using System.Reflection;

namespace GraphQL.Types;

/// <summary>Which classes are nodes, and the methods that fetch them.</summary>
internal sealed class NodeCatalog
{
    private readonly Dictionary<Type, NodeAttribute> _marked = [];
    private readonly Dictionary<Type, MethodInfo> _resolvers = [];
    private readonly TypeCatalog _catalog;

    public NodeCatalog(TypeCatalog catalog)
    {
        _catalog = catalog;
        foreach (var type in catalog.OutputTypes)
            Mark(type, type);
        foreach (var extension in catalog.Extensions.Where(static item => item.Extended is not null))
            Mark(extension.Extended!, extension.Class);
        foreach (var method in catalog.QueryClasses.SelectMany(MethodsOf).Where(IsMarked))
            _resolvers.TryAdd(ResultOf(method), method);
        foreach (var type in _resolvers.Keys)
            _marked.TryAdd(type, new NodeAttribute());
    }

    public bool IsEmpty => _marked.Count == 0;

    /// <summary>True for a class that is marked, or derives from one that is.</summary>
    public bool IsNode(Type type) => Marked(type).Any();

    /// <summary>True for the member that gives a node's raw id.</summary>
    public bool IsIdMember(FieldMember member)
    {
        if (member.ParentType is not { } parent)
            return false;
        var name = NamingConventions.Field(member.Member);
        return Marked(parent).Any(type => name == NamingConventions.Camel(_marked[type].IdField ?? "Id"));
    }

    /// <summary>
    /// The method that fetches objects of a class: its own, or that of the nearest class it derives from; null when there is none.
    /// </summary>
    public MethodInfo? ResolverOf(Type type)
    {
        foreach (var candidate in Marked(type))
        {
            if (_resolvers.TryGetValue(candidate, out var resolver) || (resolver = FindResolver(candidate)) is not null)
                return resolver;
        }

        return null;
    }

    /// <summary>Resolvers that are no fields, although they stand in classes whose members are.</summary>
    public IEnumerable<MethodInfo> NotFields() => _marked.Keys.Select(FindResolver).OfType<MethodInfo>();

    private void Mark(Type type, Type holder)
    {
        if (holder.GetCustomAttribute<NodeAttribute>(inherit: false) is { } attribute)
            _marked.TryAdd(type, attribute);
    }

    /// <summary>Marked classes that a class is or derives from, the nearest first.</summary>
    private IEnumerable<Type> Marked(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (!_marked.ContainsKey(current) && current.IsDefined(typeof(NodeAttribute), inherit: false))
                Mark(current, current);
            if (_marked.ContainsKey(current))
                yield return current;
        }

        foreach (var item in type.GetInterfaces())
        {
            if (_marked.ContainsKey(item))
                yield return item;
        }
    }

    private MethodInfo? FindResolver(Type type)
    {
        var attribute = _marked[type];
        var holders = _catalog.Extensions.Where(item => item.Extended == type).Select(static item => item.Class)
            .OrderBy(static item => item.FullName, StringComparer.Ordinal).Prepend(type);
        if (attribute.NodeResolverType is { } holder)
            holders = [holder];
        var methods = holders.SelectMany(MethodsOf).ToList();
        string[] names = attribute.NodeResolver is { } name ? [name] : ["Get", "GetAsync", $"Get{type.Name}", $"Get{type.Name}Async"];
        return methods.Find(IsMarked)
            ?? methods.Find(item => (item.IsStatic || attribute.NodeResolver is not null) && names.Contains(item.Name)
                && type.IsAssignableFrom(ResultOf(item)));
    }

    /// <summary>Resolvers need not be public, because they are no fields.</summary>
    private static IEnumerable<MethodInfo> MethodsOf(Type holder) => holder.GetMethods(ClrMembers.Everything);

    private static bool IsMarked(MethodInfo method) => method.IsDefined(typeof(NodeResolverAttribute));

    private static Type ResultOf(MethodInfo method)
    {
        var type = method.ReturnType;
        return type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
    }
}
