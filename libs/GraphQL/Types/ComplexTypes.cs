using System.Collections.Immutable;

namespace GraphQL.Types;

/// <summary>An object or interface type.</summary>
public abstract class ComplexType : NamedType
{
    private Dictionary<string, OutputField> _byName = [];

    /// <summary>In the order of definition.</summary>
    public ImmutableArray<OutputField> Fields
    {
        get;
        set
        {
            field = value;
            _byName = [];
            foreach (var item in value)
                _byName.TryAdd(item.Name, item);
        }
    } = [];

    /// <summary>Interfaces it implements, those of interfaces included.</summary>
    public ImmutableArray<InterfaceType> Interfaces { get; set; } = [];

    /// <summary>The field of that name; null when there is none.</summary>
    public OutputField? FindField(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>An object type.</summary>
public sealed class ObjectType : ComplexType
{
    /// <summary>Tells whether a value of an abstract type is of this one; null: by <see cref="NamedType.RuntimeType"/>.</summary>
    public Func<object, bool>? IsTypeOf { get; set; }
}

/// <summary>An interface type.</summary>
public sealed class InterfaceType : ComplexType;

/// <summary>A union type.</summary>
public sealed class UnionType : NamedType
{
    /// <summary>In the order of definition.</summary>
    public ImmutableArray<ObjectType> Types { get; set; } = [];
}

/// <summary>An enum type.</summary>
public sealed class EnumType : NamedType
{
    private Dictionary<string, EnumMember> _byName = [];
    private Dictionary<object, EnumMember> _byValue = [];

    /// <summary>In the order of definition.</summary>
    public ImmutableArray<EnumMember> Values
    {
        get;
        set
        {
            field = value;
            _byName = [];
            _byValue = [];
            foreach (var member in value)
            {
                _byName.TryAdd(member.Name, member);
                _byValue.TryAdd(member.RuntimeValue, member);
            }
        }
    } = [];

    /// <summary>The value of that name; null when there is none.</summary>
    public EnumMember? FindByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The value that stands for a C# value; null when there is none.</summary>
    public EnumMember? FindByValue(object value) => _byValue.GetValueOrDefault(value);
}

/// <summary>An input object type.</summary>
public sealed class InputObjectType : NamedType
{
    private Dictionary<string, InputValue> _byName = [];

    /// <summary>In the order of definition.</summary>
    public ImmutableArray<InputValue> Fields
    {
        get;
        set
        {
            field = value;
            _byName = [];
            foreach (var item in value)
                _byName.TryAdd(item.Name, item);
        }
    } = [];

    /// <summary>True when exactly one field must be given.</summary>
    public bool IsOneOf { get; set; }

    /// <summary>Makes the C# value from coerced fields, absent ones missing; null: the dictionary itself is the value.</summary>
    public Func<IReadOnlyDictionary<string, object?>, object>? Construct { get; set; }

    /// <summary>The field of that name; null when there is none.</summary>
    public InputValue? FindField(string name) => _byName.GetValueOrDefault(name);
}
