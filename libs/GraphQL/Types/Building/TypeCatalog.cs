using System.Reflection;

namespace GraphQL.Types;

/// <summary>What a class adds to another type.</summary>
/// <param name="Class">The class with the members.</param>
/// <param name="Extended">The class behind the other type; null when it is called by name.</param>
/// <param name="TypeName">The other type's name; null when it is called by its class.</param>
/// <param name="Ignored">Members of the other class that are not to be fields.</param>
internal sealed record TypeExtension(Type Class, Type? Extended, string? TypeName, IReadOnlySet<string> Ignored);

/// <summary>The classes that were added, by what their attributes say they are.</summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<Type, Type> _definitions = [];
    private readonly HashSet<Type> _interfaces = [];
    private readonly IReadOnlySet<Assembly> _assemblies;
    private readonly Dictionary<Assembly, Type[]> _concreteTypes = [];

    public TypeCatalog(IEnumerable<Type> types, IReadOnlySet<Assembly> assemblies)
    {
        _assemblies = assemblies;
        foreach (var type in types)
            Add(type);
    }

    public List<Type> QueryClasses { get; } = [];

    public List<Type> MutationClasses { get; } = [];

    public List<Type> SubscriptionClasses { get; } = [];

    /// <summary>Classes that become types for output, also where no field leads to them.</summary>
    public List<Type> OutputTypes { get; } = [];

    /// <summary>Classes that become input object types, also where no argument leads to them.</summary>
    public List<Type> InputTypes { get; } = [];

    public List<TypeExtension> Extensions { get; } = [];

    /// <summary>Methods that are data loaders.</summary>
    public List<MethodInfo> Loaders { get; } = [];

    /// <summary>True when an attribute says what the class is for the schema.</summary>
    public static bool IsAnnotated(Type type) => type.GetCustomAttributes(inherit: false).Any(static attribute =>
        attribute is QueryTypeAttribute or MutationTypeAttribute or SubscriptionTypeAttribute or ObjectTypeAttribute or InterfaceTypeAttribute
            or UnionTypeAttribute or EnumTypeAttribute or InputObjectTypeAttribute or TypeExtensionAttribute or NodeAttribute);

    /// <summary>True for a static class with data loaders.</summary>
    public static bool HoldsLoaders(Type type) => type is { IsAbstract: true, IsSealed: true } && LoadersOf(type).Count > 0;

    /// <summary>
    /// The class whose attributes and documentation describe the type that <paramref name="type"/> becomes: itself, or one that defines it.
    /// </summary>
    public Type DefinitionOf(Type type) => _definitions.GetValueOrDefault(type, type);

    public bool IsInterface(Type type) => _interfaces.Contains(type) || type.IsDefined(typeof(InterfaceTypeAttribute), inherit: false);

    /// <summary>True when public methods of a class are fields, as its properties are: when the class was made for a schema.</summary>
    public bool HasMethodFields(Type type) => _assemblies.Contains(type.Assembly) || IsAnnotated(type);

    /// <summary>Classes and interfaces that a class derives from and that are interface types, the nearest first.</summary>
    public IEnumerable<Type> InterfacesOf(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (IsInterface(ancestor))
                yield return ancestor;
        }

        foreach (var item in type.GetInterfaces().Where(IsInterface).OrderBy(static item => item.Name, StringComparer.Ordinal))
            yield return item;
    }

    /// <summary>Extensions of what a class derives from, the farthest first, and then of the class itself.</summary>
    public IEnumerable<TypeExtension> ExtensionsOf(Type type, string typeName) => Extensions
        .Where(extension => extension.Extended is { } extended ? extended.IsAssignableFrom(type) : extension.TypeName == typeName)
        .OrderBy(extension => Distance(type, extension.Extended))
        .ThenBy(static extension => extension.Class.FullName, StringComparer.Ordinal);

    /// <summary>Concrete classes that derive from a class or interface: in its assembly and in those that were added.</summary>
    public IEnumerable<Type> ImplementationsOf(Type type) => _assemblies.Append(type.Assembly).Distinct()
        .SelectMany(ConcreteTypes)
        .Where(candidate => candidate != type && type.IsAssignableFrom(candidate))
        .OrderBy(static candidate => candidate.FullName, StringComparer.Ordinal);

    private static List<MethodInfo> LoadersOf(Type type) =>
        [.. type.GetMethods(ClrMembers.Everything).Where(static item => item.IsDefined(typeof(DataLoaderAttribute))).OrderBy(static item => item.MetadataToken)];

    private static int Distance(Type type, Type? ancestor)
    {
        if (ancestor is null || ancestor == type)
            return int.MaxValue;
        var distance = 0;
        for (var current = type; current is not null && ancestor.IsAssignableFrom(current); current = current.BaseType)
            distance++;
        return -distance;
    }

    private void Add(Type type)
    {
        var loaders = LoadersOf(type);
        Loaders.AddRange(loaders);
        var isOutput = loaders.Count == 0 || !type.IsAbstract;
        foreach (var attribute in type.GetCustomAttributes(inherit: false))
        {
            switch (attribute)
            {
                case QueryTypeAttribute:
                    QueryClasses.Add(type);
                    isOutput = false;
                    break;
                case MutationTypeAttribute:
                    MutationClasses.Add(type);
                    isOutput = false;
                    break;
                case SubscriptionTypeAttribute:
                    SubscriptionClasses.Add(type);
                    isOutput = false;
                    break;
                case InputObjectTypeAttribute:
                    InputTypes.Add(type);
                    isOutput = false;
                    break;
                case TypeExtensionAttribute extension:
                    AddExtension(type, extension);
                    isOutput = false;
                    break;
            }
        }

        if (isOutput)
            OutputTypes.Add(type);
    }

    private void AddExtension(Type type, TypeExtensionAttribute attribute)
    {
        var name = (attribute as ExtendObjectTypeAttribute)?.Name;
        Extensions.Add(new TypeExtension(type, attribute.ExtendedType, name, attribute.IgnoreProperties.ToHashSet()));
        if (attribute is ExtendObjectTypeAttribute || attribute.ExtendedType is not { } extended)
            return;

        var kind = attribute.GetType().GetGenericTypeDefinition();
        if (kind == typeof(ExtendObjectTypeAttribute<>))
            return;
        _definitions.TryAdd(extended, type);
        OutputTypes.Add(extended);
        if (kind == typeof(InterfaceTypeAttribute<>))
            _interfaces.Add(extended);
    }

    private Type[] ConcreteTypes(Assembly assembly)
    {
        if (!_concreteTypes.TryGetValue(assembly, out var types))
        {
            types = [.. assembly.GetTypes().Where(static type => type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false }
                && !type.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: false))];
            _concreteTypes.Add(assembly, types);
        }

        return types;
    }
}
