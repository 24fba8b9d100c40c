using System.Reflection;

namespace GraphQL.Types;

/// <summary>
/// The types of a schema that is being built, by C# type and by name. A type is here as soon as something leads to it, and is filled later,
/// so that types may lead to each other.
/// </summary>
public sealed partial class TypeRegistry
{
    private readonly TypeCatalog _catalog;
    private readonly Func<Type, bool> _isService;
    private readonly Func<Type, bool> _isSingleton;
    private readonly Dictionary<string, NamedType> _byName = [];
    private readonly Dictionary<Type, ScalarType> _scalars = [];
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, InputObjectType> _inputs = [];
    private readonly Queue<Action> _incomplete = [];
    private readonly Queue<Action> _whenComplete = [];
    private readonly List<Action<Schema>> _whenBuilt = [];
    private readonly List<string> _problems = [];
    private readonly HashSet<TypeExtension> _usedExtensions = [];
    private readonly HashSet<MemberInfo> _notFields;
    private readonly LoaderCatalog _loaders;
    private readonly Documentation _documentation;
    private readonly int _maximumNodes;

    internal TypeRegistry(
        TypeCatalog catalog, IEnumerable<(ScalarType Scalar, Type Type)> scalars, Func<Type, bool> isService, Func<Type, bool> isSingleton, int maximumNodes)
    {
        _maximumNodes = maximumNodes;
        _catalog = catalog;
        _isService = isService;
        _isSingleton = isSingleton;
        _nodes = new NodeCatalog(catalog);
        _loaders = new LoaderCatalog(catalog.Loaders, Report);
        _notFields = [.. catalog.Loaders, .. _nodes.NotFields(), .. SourceMethods(catalog.SubscriptionClasses)];
        _documentation = new Documentation(SchemaNameOf);
        foreach (var (scalar, type) in CommonScalars.Bindings.Concat(scalars))
            _scalars[type] = scalar;
    }

    /// <summary>The type of that name; null when nothing has led to it yet.</summary>
    public NamedType? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The type of that name, made when it is not there yet.</summary>
    /// <param name="name">Unique in the schema.</param>
    /// <param name="create">Makes it, of that name; its fields may be set later, by <see cref="WhenComplete"/>.</param>
    /// <exception cref="SchemaBuildException">The name is that of a type of another kind.</exception>
    public TType GetOrAdd<TType>(string name, Func<TType> create)
        where TType : NamedType
    {
        if (_byName.TryGetValue(name, out var existing))
            return existing as TType ?? throw new SchemaBuildException($"{name} is wanted as {Kind<TType>()}, but there is another type of that name.");
        var type = create();
        _byName.Add(name, type);
        return type;
    }

    /// <summary>Runs when every type known so far has its fields; what it adds is completed in turn.</summary>
    public void WhenComplete(Action action) => _whenComplete.Enqueue(action);

    /// <summary>The name that conventions and attributes give the field of a property or method.</summary>
    public static string NameOf(MemberInfo member) => NamingConventions.Field(member);

    /// <summary>The name that conventions and attributes give the object, interface, union or enum type of a C# type.</summary>
    public string NameOf(Type type) =>
        _catalog.DefinitionOf(type).GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? NamingConventions.OutputType(type);

    /// <summary>
    /// The description of a type, property, method or enum value, from its attribute or documentation comment; null when there is none.
    /// </summary>
    public string? DescriptionOf(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? _documentation.Of(member);

    /// <summary>The description of a parameter, from its attribute or documentation comment; null when there is none.</summary>
    public string? DescriptionOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? _documentation.Of(parameter);

    /// <summary>Tells what is wrong; building goes on, and fails in the end with all that was told.</summary>
    public void Report(string problem)
    {
        if (!_problems.Contains(problem))
            _problems.Add(problem);
    }

    internal void WhenBuilt(Action<Schema> action) => _whenBuilt.Add(action);

    /// <summary>Runs something that concerns a member, and tells its problems with the member's name.</summary>
    private void Try(MemberInfo member, Action action)
    {
        try
        {
            action();
        }
        catch (SchemaBuildException exception)
        {
            foreach (var problem in exception.Problems)
                Report($"{TypeText.Of(member)}: {problem}");
        }
    }

    private static string? DeprecationOf(ICustomAttributeProvider member)
    {
        foreach (var attribute in member.GetCustomAttributes(inherit: true))
        {
            if (attribute is GraphQLDeprecatedAttribute deprecated)
                return deprecated.DeprecationReason;
            if (attribute is ObsoleteAttribute obsolete)
                return obsolete.Message ?? SpecifiedDirectives.DefaultDeprecationReason;
        }

        return null;
    }

    private static string Kind<TType>() => typeof(TType).Name switch
    {
        nameof(ObjectType) => "an object type",
        nameof(InterfaceType) => "an interface type",
        nameof(UnionType) => "a union type",
        nameof(EnumType) => "an enum type",
        nameof(InputObjectType) => "an input object type",
        _ => "a scalar type",
    };

    private string? SchemaNameOf(MemberInfo member) => member switch
    {
        Type type when _scalars.TryGetValue(type, out var scalar) => scalar.Name,
        Type type => NameOf(type),
        FieldInfo { DeclaringType.IsEnum: true } value => NamingConventions.EnumValue(value),
        PropertyInfo or MethodInfo => NamingConventions.Field(member),
        _ => null,
    };
}
