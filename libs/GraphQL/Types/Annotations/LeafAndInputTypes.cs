namespace GraphQL.Types;

/// <summary>The enum is an enum type, also where no field leads to it.</summary>
/// <param name="name">The type's name; null: the enum's.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class EnumTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null: the enum's.</summary>
    public string? Name { get; } = name;
}

/// <summary>The class is an input object type, also where no argument leads to it.</summary>
/// <param name="name">The type's name; null: the class's, with <c>Input</c> behind it unless it ends so.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class InputObjectTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null: the class's, with <c>Input</c> behind it unless it ends so.</summary>
    public string? Name { get; } = name;
}

/// <summary>Exactly one field of the input object must be given, and not be null; all of them are nullable in C#.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class OneOfAttribute : Attribute;

/// <summary>The default of an argument or input field whose C# default cannot say it.</summary>
/// <param name="value">A C# value that fits the type; arrays for lists.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    /// <summary>A C# value that fits the type; arrays for lists.</summary>
    public object? Value { get; } = value;
}
