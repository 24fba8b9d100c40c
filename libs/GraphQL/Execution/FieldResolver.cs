using System.Reflection;

namespace GraphQL.Execution;

/// <summary>How a field's value is obtained. The executor treats each kind in its own way, the cheapest first.</summary>
public abstract class FieldResolver
{
    private FieldResolver()
    {
    }

    /// <summary>A property of the parent: no arguments, no services, no waiting.</summary>
    /// <param name="property">The property, so that the executor can compile a reader that writes leaves without boxing.</param>
    public sealed class Property(PropertyInfo property) : FieldResolver
    {
        private Func<object, object?>? _read;

        /// <summary>The property.</summary>
        public PropertyInfo Member { get; } = property;

        /// <summary>Reads it; compiled at first use, and kept as long as the schema.</summary>
        internal Func<object, object?> Read => _read ??= PropertyReader.Compile<object?>(Member);
    }

    /// <summary>A method that returns its value at once.</summary>
    /// <param name="invoke">Calls it.</param>
    public sealed class Synchronous(Func<ResolverContext, object?> invoke) : FieldResolver
    {
        /// <summary>Calls it.</summary>
        public Func<ResolverContext, object?> Invoke { get; } = invoke;
    }

    /// <summary>A method that returns a task: it reads from storage, or waits for a data loader.</summary>
    /// <param name="invoke">Calls it.</param>
    public sealed class Asynchronous(Func<ResolverContext, ValueTask<object?>> invoke) : FieldResolver
    {
        /// <summary>Calls it.</summary>
        public Func<ResolverContext, ValueTask<object?>> Invoke { get; } = invoke;

        /// <summary>Calls it in a cheaper way, if there is one.</summary>
        internal Func<ResolverContext, ResolverTask>? Begin { get; init; }
    }

    /// <summary>A root field of the subscription type: opens a stream whose elements each become one response.</summary>
    /// <param name="subscribe">Opens the stream.</param>
    public sealed class Stream(Func<ResolverContext, IAsyncEnumerable<object?>> subscribe) : FieldResolver
    {
        /// <summary>Opens the stream.</summary>
        public Func<ResolverContext, IAsyncEnumerable<object?>> Subscribe { get; } = subscribe;

        /// <summary>
        /// Arguments that only say where a subscription begins: subscriptions that differ in them alone give equal payloads.
        /// </summary>
        public IReadOnlyCollection<string> PositionArguments { get; init; } = [];
    }
}
