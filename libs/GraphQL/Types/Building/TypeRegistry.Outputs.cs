using System.Collections.Immutable;
using System.Reflection;

namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    /// <summary>The type that values of a C# type are sent out as.</summary>
    /// <exception cref="SchemaBuildException">There is none; the message says what to do.</exception>
    public SchemaType Output(AnnotatedType type)
    {
        SchemaType result = type.ElementType is { } element && !_scalars.ContainsKey(type.Type)
            ? new ListType(Output(element))
            : OutputNamed(type.Type);
        return type.IsNullable ? result : new NonNullType(result);
    }

    /// <summary>The type, never null, that values of a C# type are sent out as.</summary>
    /// <exception cref="SchemaBuildException">There is none; the message says what to do.</exception>
    public SchemaType Output(Type type) => Output(AnnotatedType.Of(type));

    /// <summary>The shape of a C# type, its lists and nulls, around another named type.</summary>
    internal static SchemaType Shape(AnnotatedType type, NamedType named)
    {
        SchemaType result = type.ElementType is { } element ? new ListType(Shape(element, named)) : named;
        return type.IsNullable ? result : new NonNullType(result);
    }

    private NamedType OutputNamed(Type type)
    {
        if (Leaf(type) is { } leaf)
            return leaf;
        if (_outputs.TryGetValue(type, out var existing))
            return existing;
        if (_catalog.IsInterface(type))
            return AddInterface(type);
        if (type.IsDefined(typeof(UnionTypeAttribute), inherit: false))
            return AddUnion(type);
        if (WhyNoObject(type) is { } problem)
            throw new SchemaBuildException(problem);
        return AddObject(type);
    }

    /// <summary>The scalar or enum of a C# type; null when it is neither.</summary>
    private NamedType? Leaf(Type type)
    {
        if (_scalars.TryGetValue(type, out var scalar))
            return GetOrAdd(scalar.Name, () => scalar);
        return type.IsEnum ? EnumOf(type) : null;
    }

    private EnumType EnumOf(Type type)
    {
        if (_outputs.TryGetValue(type, out var existing))
            return (EnumType)existing;
        var members = ImmutableArray.CreateBuilder<EnumMember>();
        foreach (var value in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            if (value.IsDefined(typeof(GraphQLIgnoreAttribute)))
                continue;
            members.Add(new EnumMember
            {
                Name = NamingConventions.EnumValue(value),
                Description = DescriptionOf(value),
                RuntimeValue = value.GetValue(null)!,
                DeprecationReason = DeprecationOf(value),
            });
        }

        var @enum = new EnumType
        {
            Name = NameOf(type),
            Description = DescriptionOf(type),
            RuntimeType = type,
            Values = members.ToImmutable(),
            AppliedDirectives = CostAnnotations.Of(type),
        };
        Register(@enum, type);
        return @enum;
    }

    private ObjectType AddObject(Type type)
    {
        var definition = _catalog.DefinitionOf(type);
        var @object = new ObjectType
        {
            Name = NameOfError(type) ?? NameOf(type),
            Description = DescriptionOf(definition),
            RuntimeType = type,
            AppliedDirectives = CostAnnotations.Of(definition),
        };
        Register(@object, type);
        _incomplete.Enqueue(() =>
        {
            SetInterfaces(@object, type);
            Fill(@object, type);
        });
        return @object;
    }

    private InterfaceType AddInterface(Type type)
    {
        var @interface = new InterfaceType { Name = NameOf(type), Description = DescriptionOf(_catalog.DefinitionOf(type)), RuntimeType = type };
        Register(@interface, type);
        _incomplete.Enqueue(() =>
        {
            SetInterfaces(@interface, type);
            Fill(@interface, type);
            foreach (var implementation in Implementations(type))
                OutputNamed(implementation);
        });
        return @interface;
    }

    private UnionType AddUnion(Type type)
    {
        var union = new UnionType { Name = NameOf(type), Description = DescriptionOf(type), RuntimeType = type };
        Register(union, type);
        _incomplete.Enqueue(() =>
        {
            var members = Implementations(type).Select(OutputNamed).OfType<ObjectType>().OrderBy(static item => item.Name, StringComparer.Ordinal);
            union.Types = [.. members];
            if (union.Types.IsEmpty)
                Report($"{TypeText.Of(type)}: no class derives from this union; let at least one do so, in its assembly or in one that is added.");
        });
        return union;
    }

    private IEnumerable<Type> Implementations(Type type)
    {
        foreach (var implementation in _catalog.ImplementationsOf(type))
        {
            if (WhyNoObject(implementation) is null && !implementation.IsDefined(typeof(InputObjectTypeAttribute)))
                yield return implementation;
        }
    }

    private void SetInterfaces(ComplexType type, Type clrType)
    {
        var interfaces = _catalog.InterfacesOf(clrType).Select(item => OutputNamed(item)).OfType<InterfaceType>().ToList();
        if (_nodes.IsNode(clrType))
            interfaces.Add(NodeInterface());
        type.Interfaces = [.. interfaces.Distinct()];
    }

    private void Register(NamedType type, Type clrType)
    {
        _outputs.Add(clrType, type);
        if (!_byName.TryAdd(type.Name, type))
        {
            Report($"{TypeText.Of(clrType)}: another type is called {type.Name} already"
                + $"{(_byName[type.Name].RuntimeType is { } other ? $", that of {TypeText.Of(other)}" : "")}; give one of them another [GraphQLName].");
        }
    }

    /// <summary>Why a C# type cannot be an object type, and what to do; null when it can.</summary>
    private static string? WhyNoObject(Type type)
    {
        var name = TypeText.Of(type);
        if (type == typeof(object))
            return "object says nothing of its fields; use a class, or JsonElement for any JSON value.";
        if (type == typeof(DateTime))
            return "DateTime does not say which instant it is; use DateTimeOffset.";
        if (type.IsInterface)
            return $"{name} is a C# interface; mark it [InterfaceType] or [UnionType], or name its class by [GraphQLType(typeof(…))].";
        if (type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)) && !typeof(Exception).IsAssignableFrom(type))
            return $"{name} has no type in a schema; use another, or add a scalar for it by SchemaBuilder.AddScalar.";
        if (type.IsAbstract)
            return $"{name} is abstract; mark it [InterfaceType] or [UnionType], or name a class that derives from it by [GraphQLType(typeof(…))].";
        if (type.ContainsGenericParameters || type.IsPointer || type.IsByRef)
            return $"{name} is not a type that values can have; use a closed class.";
        return null;
    }
}
