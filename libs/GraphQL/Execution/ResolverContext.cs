using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>What a resolver can reach while it runs. Valid during its call, and until the task it returned has ended.</summary>
public abstract class ResolverContext
{
    /// <summary>The value that the enclosing field gave; null for fields of a root type.</summary>
    public abstract object? Parent { get; }

    /// <summary>The schema that the operation runs on, as its viewer sees it.</summary>
    public abstract Schema Schema { get; }

    /// <summary>The object type whose field is being resolved; never an interface.</summary>
    public abstract ObjectType ParentType { get; }

    /// <summary>The field being resolved.</summary>
    public abstract OutputField Field { get; }

    /// <summary>Services of the request.</summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>Fires when the client has gone or the request has run for too long.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>A coerced argument, its default filled in; null also when it was not given.</summary>
    public abstract object? Argument(string name);

    /// <summary>True when the argument was given or has a default.</summary>
    public abstract bool HasArgument(string name);

    /// <summary>True when a field below this one is selected, such as <c>totalCount</c> or <c>edges.node.name</c>; false costs nothing.</summary>
    public abstract bool IsSelected(string path);

    /// <summary>The data loader of that type for this request, made at first use.</summary>
    public abstract TLoader Loader<TLoader>()
        where TLoader : class;

    /// <summary>The response position: names as <see cref="string"/>, indices as <see cref="int"/>.</summary>
    public abstract IReadOnlyList<object> Path { get; }

    /// <summary>Adds an error at this field without ending it.</summary>
    public abstract void Report(GraphQLError error);
}
