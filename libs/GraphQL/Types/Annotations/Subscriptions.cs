namespace GraphQL.Types;

/// <summary>
/// The field of a subscription is resolved for each element of a stream that another method opens. The parameter marked
/// <see cref="EventMessageAttribute"/> takes the element. Not needed on a method that itself gives an <see cref="IAsyncEnumerable{T}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>The method of the same class that opens the stream; its arguments are the field's too.</summary>
    public string? With { get; set; }
}

/// <summary>The parameter takes the element of the stream that this field is resolved for.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
