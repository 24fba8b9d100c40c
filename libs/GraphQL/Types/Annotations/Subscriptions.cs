namespace GraphQL.Types;

/// <summary>
/// The field of a subscription is resolved for each message of a topic, or, by <see cref="With"/>, for each element of a stream that another
/// method opens. The parameter marked <see cref="EventMessageAttribute"/> takes it. The topic is the method's name in C# unless
/// <see cref="TopicAttribute"/> says otherwise. Not needed on a method that itself gives an <see cref="IAsyncEnumerable{T}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>The method of the same class that opens the stream; its arguments are the field's too. Null: a topic.</summary>
    public string? With { get; set; }
}

/// <summary>
/// The topic whose messages a subscription's field is resolved for. Placeholders stand for arguments of the field: a sender that knows
/// values which are not only letters, digits and hyphens makes the same name by <see cref="Subscriptions.Topic.Name"/>.
/// </summary>
/// <param name="name">Such as <c>Order_{tenantId}</c>; null: the method's name in C#.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TopicAttribute(string? name = null) : Attribute
{
    /// <summary>Such as <c>Order_{tenantId}</c>; null: the method's name in C#.</summary>
    public string? Name { get; } = name;
}

/// <summary>The parameter takes the message, or element of the stream, that this field is resolved for.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;

/// <summary>
/// The argument only says where a subscription begins: subscribers that differ in such arguments alone can share what is live.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PositionAttribute : Attribute;

/// <summary>
/// Subscribers with equal operations and variables may share the stream of this subscription and everything selected below it, although
/// it uses services of a request: those of shared executions belong to no caller. Fields marked <see cref="PerViewerAttribute"/> stay out
/// of it. Topics need it only when resolvers use services that are not singletons.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedAttribute : Attribute;

/// <summary>The value depends on who asks, beyond roles: operations that select it are executed for each subscriber.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class PerViewerAttribute : Attribute;
