namespace GraphQL.Types;

/// <summary>
/// The value is a global id: sent out as an opaque <c>ID</c> made of a type's name and the value, and taken in as one, decoded. A parameter
/// or input field of type <see cref="NodeId"/> takes both parts, and any type.
/// </summary>
/// <param name="typeName">Whose id it is; null: the type it is a field of, and for input any type.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>Whose id it is; null: the type it is a field of, and for input any type.</summary>
    public string? TypeName { get; } = typeName;

    /// <summary>The C# type whose id it is; null when that is said by name or not at all.</summary>
    public virtual Type? Type => null;
}

/// <summary>
/// The value is the global id of a type. Ids of other types are refused; an interface or union takes those of all its types.
/// </summary>
/// <typeparam name="T">Whose id it is.</typeparam>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class IDAttribute<T> : IDAttribute
{
    /// <inheritdoc/>
    public override Type Type => typeof(T);
}

/// <summary>
/// The type implements <c>Node</c>: <c>node(id:)</c> fetches it. On an interface it holds for all implementations. The resolver is the
/// method marked <see cref="NodeResolverAttribute"/>, or else the static method <c>Get</c>, <c>GetAsync</c>, <c>Get{Type}</c> or
/// <c>Get{Type}Async</c> of the class or of one that extends it; its first argument is the id.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class NodeAttribute : Attribute
{
    /// <summary>The member that gives the raw id, when it is not called <c>Id</c>.</summary>
    public string? IdField { get; set; }

    /// <summary>The class that holds the resolver; null: this class or one that extends it.</summary>
    public Type? NodeResolverType { get; set; }

    /// <summary>The resolver's name; null: by convention.</summary>
    public string? NodeResolver { get; set; }
}

/// <summary>
/// The method fetches an object by its id; it need not be public, because it is no field. In a class of the query type it makes the
/// result's type a node, and is a field as well when it is public.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;
