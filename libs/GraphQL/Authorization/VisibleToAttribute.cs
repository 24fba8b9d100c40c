using System.Security.Claims;

namespace GraphQL.Authorization;

/// <summary>
/// Not every subscriber may see every event of the subscription: <typeparamref name="TVisibility"/> is asked about each before it is put into
/// that subscriber's buffer. Subscribers share executions all the same; what one may not see does not reach it, is not counted as delivered
/// to it, and not as dropped.
/// </summary>
/// <typeparam name="TVisibility">
/// Implements <see cref="IEventVisibility{TEvent}"/> for the events of the stream, or for a type that they have in common. A service, or
/// made of services; each subscriber has an instance from its own services, unless the service is a singleton.
/// </typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VisibleToAttribute<TVisibility>() : VisibleToAttribute(typeof(TVisibility))
    where TVisibility : class;

/// <summary>Written as <see cref="VisibleToAttribute{TVisibility}"/>.</summary>
public abstract class VisibleToAttribute : Attribute
{
    private protected VisibleToAttribute(Type visibility) => Visibility = visibility;

    internal Type Visibility { get; }
}

/// <summary>
/// Says who may see an event: the row rights of a subscription. Asked for each event and subscriber, by one thread at a time for the
/// subscribers that share, so it answers from memory and waits for nothing. A right that is taken away ends with the next event.
/// </summary>
/// <typeparam name="TEvent">A message of the topic, or an element of the stream, before anything is resolved.</typeparam>
public interface IEventVisibility<in TEvent>
{
    /// <summary>True when the subscriber may see the event. What it throws hides the event, and is told to the host.</summary>
    /// <param name="viewer">Who subscribes.</param>
    /// <param name="event">The event.</param>
    bool MaySee(ClaimsPrincipal viewer, TEvent @event);
}

/// <summary>Says whether a subscriber may see an event; see <see cref="IEventVisibility{TEvent}"/>.</summary>
/// <param name="viewer">Who subscribes.</param>
/// <param name="event">The event.</param>
public delegate bool EventVisibility(ClaimsPrincipal viewer, object? @event);
