using System.Diagnostics.CodeAnalysis;

namespace GraphQL.Types;

/// <summary>The class is an object type; its public members are fields.</summary>
/// <param name="name">The type's name; null: the class's.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ObjectTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null: the class's.</summary>
    public string? Name { get; } = name;
}

/// <summary>
/// The class, often static, defines the object type that <typeparamref name="T"/> becomes: name and description on it are the type's,
/// its public members are fields beside those of <typeparamref name="T"/>. A member of the name of a field replaces the field.
/// </summary>
/// <typeparam name="T">The class behind the type, which may know nothing of GraphQL.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ObjectTypeAttribute<T> : TypeExtensionAttribute
{
    /// <inheritdoc/>
    public override Type? ExtendedType => typeof(T);
}

/// <summary>
/// The class or interface is an interface type; its public members are fields, and classes that derive from it implement it.
/// </summary>
/// <param name="name">The type's name; null: that of the class, or of the interface without its leading <c>I</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class InterfaceTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null: that of the class, or of the interface without its leading <c>I</c>.</summary>
    public string? Name { get; } = name;
}

/// <summary>
/// The class, often static, defines the interface type that <typeparamref name="T"/> becomes; every type that implements it has the
/// fields that the class adds.
/// </summary>
/// <typeparam name="T">A class or interface, which may know nothing of GraphQL.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InterfaceTypeAttribute<T> : TypeExtensionAttribute
{
    /// <inheritdoc/>
    public override Type? ExtendedType => typeof(T);
}

/// <summary>The class or interface is a union type; its members are the object types of the classes that derive from it.</summary>
/// <param name="name">The type's name; null: that of the class, or of the interface without its leading <c>I</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class UnionTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null: that of the class, or of the interface without its leading <c>I</c>.</summary>
    public string? Name { get; } = name;
}

/// <summary>The class's public members are fields of another type.</summary>
public abstract class TypeExtensionAttribute : Attribute
{
    /// <summary>The class behind the other type; null when it is called by name.</summary>
    public abstract Type? ExtendedType { get; }

    /// <summary>Members of the other class that are not to be fields.</summary>
    [SuppressMessage("Performance", "CA1819", Justification = "Arguments of attributes can only be arrays.")]
    public string[] IgnoreProperties { get; set; } = [];
}

/// <summary>
/// The class, often static, adds its public members as fields to a type; to all implementations when that is an interface.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class ExtendObjectTypeAttribute : TypeExtensionAttribute
{
    /// <summary>Extends the type that a class becomes.</summary>
    public ExtendObjectTypeAttribute(Type extendedType) => ExtendedType = extendedType;

    /// <summary>Extends the type of that name, such as <c>Query</c>.</summary>
    public ExtendObjectTypeAttribute(string name) => Name = name;

    /// <inheritdoc/>
    public override Type? ExtendedType { get; }

    /// <summary>The other type's name; null when it is called by its class.</summary>
    public string? Name { get; }
}

/// <summary>
/// The class, often static, adds its public members as fields to a type; to all implementations when that is an interface.
/// </summary>
/// <typeparam name="T">The class behind that type.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class ExtendObjectTypeAttribute<T> : TypeExtensionAttribute
{
    /// <inheritdoc/>
    public override Type? ExtendedType => typeof(T);
}

/// <summary>The field takes the place of a member of the extended class, whatever the two are called.</summary>
/// <param name="name">The member's name in C#.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class BindMemberAttribute(string name) : Attribute
{
    /// <summary>The member's name in C#.</summary>
    public string Name { get; } = name;
}
