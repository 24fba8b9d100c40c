using System.Reflection;
using GraphQL.Authorization;

namespace GraphQL.Execution;

/// <summary>How a field's value is obtained. The executor treats each kind in its own way, the cheapest first.</summary>
public abstract class FieldResolver
{
    private FieldResolver()
    {
    }

    /// <summary>What it reads of the parent; everything, unless it says.</summary>
    internal ParentAccess Reads { get; init; } = ParentAccess.Whole;

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

        /// <summary>
        /// True when it only waits for a data loader: however many objects ask, the wait is one, so that it costs no more than a field that
        /// is there at once.
        /// </summary>
        public bool IsBatched { get; init; }
    }

    /// <summary>A root field of the subscription type: opens a stream whose elements each become one response.</summary>
    /// <param name="subscribe">Opens the stream.</param>
    public sealed class Stream(Func<ResolverContext, IAsyncEnumerable<object?>> subscribe) : FieldResolver
    {
        /// <summary>Opens the stream.</summary>
        public Func<ResolverContext, IAsyncEnumerable<object?>> Subscribe { get; } = subscribe;

        /// <summary>
        /// Makes the field's value of an element, as part of the execution of its event: with loaders, a time limit, and errors that leave
        /// the stream as it is. Null: the element is the value.
        /// </summary>
        public Func<ResolverContext, object?, ValueTask<object?>>? Resolve { get; init; }

        /// <summary>Whether subscribers may share one stream and one execution per event.</summary>
        public StreamSharing Sharing { get; init; }

        /// <summary>
        /// Arguments that only say where a subscription begins: subscriptions that differ in them alone give equal payloads.
        /// </summary>
        public IReadOnlyCollection<string> PositionArguments { get; init; } = [];

        /// <summary>Whether the stream is a <see cref="Subscriptions.ReplayableStream"/>, whose live part subscribers can share.</summary>
        public bool IsReplayable { get; init; }

        /// <summary>
        /// Makes, with the services of a subscriber, what says which events that subscriber may see; null when everybody may see all.
        /// </summary>
        public Func<IServiceProvider, EventVisibility>? Visibility { get; init; }

        /// <summary>The same field with another stream.</summary>
        internal Stream With(Func<ResolverContext, IAsyncEnumerable<object?>> otherSubscribe) => new(otherSubscribe)
        {
            Resolve = Resolve,
            Sharing = Sharing,
            PositionArguments = PositionArguments,
            IsReplayable = IsReplayable,
            Visibility = Visibility,
        };

        /// <summary>The same field with events that not everybody may see.</summary>
        internal Stream VisibleTo(Func<IServiceProvider, EventVisibility>? visibility) => new(Subscribe)
        {
            Resolve = Resolve,
            Sharing = Sharing,
            PositionArguments = PositionArguments,
            IsReplayable = IsReplayable,
            Visibility = visibility,
        };

        /// <summary>The same field with a further step behind each element.</summary>
        internal Stream Then(Func<ResolverContext, object?, ValueTask<object?>> map) => new(Subscribe)
        {
            Resolve = Resolve is not { } resolve ? map : async (context, element) => await map(context, await resolve(context, element)),
            Sharing = Sharing,
            PositionArguments = PositionArguments,
            IsReplayable = IsReplayable,
            Visibility = Visibility,
        };
    }
}

/// <summary>Whether subscribers whose payloads are equal may share a stream and its executions.</summary>
public enum StreamSharing
{
    /// <summary>Never: what the stream gives may depend on who asks.</summary>
    Private,

    /// <summary>
    /// When nothing that is selected can depend on who asks: every field's <see cref="Types.OutputField.Dependence"/> is
    /// <see cref="Types.ViewerDependence.None"/>.
    /// </summary>
    Automatic,

    /// <summary>
    /// Unless a field that is selected is marked <see cref="Types.ViewerDependence.PerViewer"/>: the author says that nothing else depends
    /// on who asks.
    /// </summary>
    Shared,
}
