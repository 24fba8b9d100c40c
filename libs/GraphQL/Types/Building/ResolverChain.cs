using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>Resolvers made of other resolvers.</summary>
internal static class ResolverChain
{
    /// <summary>Passes every value through a function.</summary>
    public static FieldResolver Map(FieldResolver resolver, Func<ResolverContext, object?, object?> map)
    {
        switch (resolver)
        {
            case FieldResolver.Property property:
                return new FieldResolver.Synchronous(context => map(context, property.Read(context.Parent!))) { Reads = property.Reads };
            case FieldResolver.Synchronous synchronous:
                return new FieldResolver.Synchronous(context => map(context, synchronous.Invoke(context))) { Reads = synchronous.Reads };
            default:
                return MapAsync(resolver, (context, value) => ValueTask.FromResult(map(context, value)));
        }
    }

    /// <summary>Passes every value through an asynchronous function.</summary>
    public static FieldResolver MapAsync(FieldResolver resolver, Func<ResolverContext, object?, ValueTask<object?>> map)
    {
        if (resolver is FieldResolver.Stream stream)
            return stream.Then(map);
        var invoke = Invoker(resolver);
        return new FieldResolver.Asynchronous(async context => await map(context, await invoke(context)))
        {
            IsBatched = resolver is FieldResolver.Asynchronous { IsBatched: true },
            Reads = resolver.Reads,
        };
    }

    /// <summary>Calls a resolver of any kind but a stream.</summary>
    public static Func<ResolverContext, ValueTask<object?>> Invoker(FieldResolver resolver)
    {
        switch (resolver)
        {
            case FieldResolver.Property property:
                return context => ValueTask.FromResult(property.Read(context.Parent!));
            case FieldResolver.Synchronous synchronous:
                return context => ValueTask.FromResult(synchronous.Invoke(context));
            case FieldResolver.Asynchronous asynchronous:
                return asynchronous.Invoke;
            default:
                throw new ArgumentException("A stream has no single value.", nameof(resolver));
        }
    }
}
