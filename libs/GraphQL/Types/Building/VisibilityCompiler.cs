using System.Reflection;
using GraphQL.Authorization;

namespace GraphQL.Types;

/// <summary>Makes the predicate over events that <see cref="VisibleToAttribute{TVisibility}"/> names.</summary>
internal static class VisibilityCompiler
{
    /// <summary>The predicate for one subscriber, made of its services; null when everybody may see all events.</summary>
    /// <param name="method">The field's method.</param>
    /// <param name="event">What the stream gives.</param>
    /// <param name="isService">Which types are services.</param>
    /// <exception cref="SchemaBuildException">The class does not decide about such events, or cannot be instantiated.</exception>
    public static Func<IServiceProvider, EventVisibility>? Compile(MethodInfo method, Type @event, Func<Type, bool> isService)
    {
        if (method.GetCustomAttribute<VisibleToAttribute>()?.Visibility is not { } type)
            return null;
        var decided = Array.Find(type.GetInterfaces(), item => Decides(item) && item.GetGenericArguments()[0].IsAssignableFrom(@event))
            ?? throw new SchemaBuildException($"[VisibleTo] names {TypeText.Of(type)}, which is no IEventVisibility<{TypeText.Of(@event)}>; implement it.");
        var make = typeof(VisibilityCompiler).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(decided.GetGenericArguments())
            .CreateDelegate<Func<object, EventVisibility>>();
        var instance = ResolverInstance.For(type, isService);
        return services => make(instance(services));
    }

    private static bool Decides(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEventVisibility<>);

    private static EventVisibility Typed<TEvent>(object instance)
    {
        var visibility = (IEventVisibility<TEvent>)instance;
        return (viewer, @event) => visibility.MaySee(viewer, (TEvent)@event!);
    }
}
