using System.Reflection;

namespace GraphQL.Types;

/// <summary>
/// Makes a <see cref="Schema"/> of annotated classes. Types that a field or argument leads to need no mention; everything is read once,
/// and resolvers are compiled.
/// </summary>
public sealed class SchemaBuilder
{
    private readonly HashSet<Type> _types = [];
    private readonly HashSet<Assembly> _assemblies = [];
    private readonly List<(ScalarType Scalar, Type Type)> _scalars = [];
    private readonly List<DirectiveType> _directives = [.. SpecifiedDirectives.All];
    private Func<Type, bool> _isService = static _ => false;
    private Func<Type, bool> _isSingleton = static _ => false;
    private string? _description;
    private int _maximumNodes = 50;

    /// <summary>Adds every annotated class of an assembly.</summary>
    public SchemaBuilder AddTypes(Assembly assembly)
    {
        _assemblies.Add(assembly);
        foreach (var type in assembly.GetTypes())
        {
            if (TypeCatalog.IsAnnotated(type) || TypeCatalog.HoldsLoaders(type))
                _types.Add(type);
        }

        return this;
    }

    /// <summary>Adds a class: what it is its attributes say; without any it is an object type.</summary>
    public SchemaBuilder AddType<T>() => AddType(typeof(T));

    /// <summary>Adds a class, which may be static: what it is its attributes say; without any it is an object type.</summary>
    public SchemaBuilder AddType(Type type)
    {
        _types.Add(type);
        _assemblies.Add(type.Assembly);
        return this;
    }

    /// <summary>Uses a scalar for its <see cref="NamedType.RuntimeType"/>, in place of one that is there by default.</summary>
    /// <exception cref="ArgumentException">The scalar has no runtime type.</exception>
    public SchemaBuilder AddScalar(ScalarType scalar) =>
        AddScalar(scalar, scalar.RuntimeType ?? throw new ArgumentException($"Scalar {scalar.Name} has no RuntimeType; name the C# type.", nameof(scalar)));

    /// <summary>Uses a scalar for a C# type, in place of one that is there by default.</summary>
    public SchemaBuilder AddScalar(ScalarType scalar, Type type)
    {
        _scalars.Add((scalar, type));
        return this;
    }

    /// <summary>Adds a directive that documents may use.</summary>
    public SchemaBuilder AddDirective(DirectiveType directive)
    {
        _directives.Add(directive);
        return this;
    }

    /// <summary>
    /// Lets documents use <c>@defer</c> and <c>@stream</c>, which the September 2025 specification does not have; see
    /// <see cref="IncrementalDirectives"/>.
    /// </summary>
    public SchemaBuilder AddIncrementalDelivery()
    {
        _directives.AddRange(IncrementalDirectives.All.Where(directive => !_directives.Contains(directive)));
        return this;
    }

    /// <summary>Tells which types are services, so that parameters of these types need no <see cref="ServiceAttribute"/>.</summary>
    public SchemaBuilder InferServices(Func<Type, bool> isService)
    {
        _isService = isService;
        return this;
    }

    /// <summary>
    /// Tells which services are the same for everybody. Subscribers can share what is resolved with these alone; without it every service
    /// counts as one that may know its caller.
    /// </summary>
    public SchemaBuilder InferSingletons(Func<Type, bool> isSingleton)
    {
        _isSingleton = isSingleton;
        return this;
    }

    /// <summary>Lets <c>nodes(ids:)</c> take that many ids at most, at least 1; 50 unless it is set.</summary>
    public SchemaBuilder WithMaxNodes(int maximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        _maximumNodes = maximum;
        return this;
    }

    /// <summary>Describes the schema as a whole, in Markdown.</summary>
    public SchemaBuilder WithDescription(string description)
    {
        _description = description;
        return this;
    }

    /// <summary>Builds the schema.</summary>
    /// <exception cref="SchemaBuildException">The classes make no valid schema; everything that is wrong is told at once.</exception>
    public Schema Build()
    {
        var catalog = new TypeCatalog(_types.OrderBy(static type => type.FullName, StringComparer.Ordinal), _assemblies);
        var registry = new TypeRegistry(catalog, _scalars, _isService, _isSingleton, _maximumNodes);
        return registry.Build(_directives, _description);
    }
}
