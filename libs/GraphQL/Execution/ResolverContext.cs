using System.Security.Claims;
using System.Text.Json;
using GraphQL.Authorization;
using GraphQL.Diagnostics;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>What a resolver can reach while it runs. Valid during its call, and until the task it returned has ended.</summary>
public sealed class ResolverContext
{
    private readonly OperationExecution _execution;
    private object?[] _arguments;
    private PathNode? _parentPath;
    private bool _hasPath;

    /// <summary>For a method that may outlive the writer's stack.</summary>
    internal ResolverContext(
        OperationExecution execution, FieldPlan plan, object? parent, object?[] arguments, PathNode? parentPath, DeferralScope? scope)
    {
        _execution = execution;
        Plan = plan;
        Parent = parent;
        _arguments = arguments;
        _parentPath = parentPath;
        _hasPath = true;
        Scope = scope;
    }

    /// <summary>The value that the enclosing field gave; null for fields of a root type.</summary>
    public object? Parent { get; private set; }

    /// <summary>The schema that the operation runs on, as its viewer sees it.</summary>
    public Schema Schema => _execution.Schema;

    /// <summary>The object type whose field is being resolved; never an interface.</summary>
    public ObjectType ParentType => Plan.ParentType;

    /// <summary>The field being resolved.</summary>
    public OutputField Field => Plan.Field;

    /// <summary>Services of the request.</summary>
    public IServiceProvider Services => _execution.Services;

    /// <summary>Who asks; without an authenticated identity nobody who is known.</summary>
    public ClaimsPrincipal User => _execution.User;

    /// <summary>
    /// The <c>extensions</c> of the request: an object, null or undefined, as large as the transport lets requests be, and readable as long
    /// as this context. Over server-sent events <c>lastEventId</c> is what the client has seen last. Executions that several subscribers
    /// share have none, for they are no single request's.
    /// </summary>
    public JsonElement RequestExtensions => _execution.RequestExtensions;

    /// <summary>Fires when the client has gone or the request has run for too long.</summary>
    public CancellationToken CancellationToken => _execution.Stopped;

    /// <summary>The response position: names as <see cref="string"/>, indices as <see cref="int"/>.</summary>
    public IReadOnlyList<object> Path
    {
        get
        {
            var path = PathNode.ToList(_hasPath ? _parentPath : _execution.CurrentPath());
            path.Add(Plan.ResponseName);
            return path;
        }
    }

    /// <summary>The request that it is part of.</summary>
    internal OperationExecution Execution => _execution;

    /// <summary>Where the parent stands, for a method that may outlive the writer's stack.</summary>
    internal PathNode? ParentPath => _parentPath;

    /// <summary>What policies have answered.</summary>
    internal PolicyVerdicts Policies => _execution.Policies;

    /// <summary>Notes what the request does; null when it does not want to be explained.</summary>
    internal PlanRecorder? Recorder => _execution.Observation?.Recorder;

    /// <summary>Which part of the response it is in, when there are several.</summary>
    internal DeferralScope? Scope { get; private set; }

    /// <summary>What is known of the field before any request.</summary>
    internal FieldPlan Plan { get; private set; }

    /// <summary>What the data layer reads of the field's arguments, for resolvers that take it; null when it has no part in the field.</summary>
    internal object? Data { get; set; }

    /// <summary>The request's variables of conditions, a bit each: what selections depend on besides the operation.</summary>
    internal ulong Conditions => _execution.Conditions;

    /// <summary>
    /// A coerced argument, its default filled in; null also when it was not given. Lists are of <c>object?[]</c>, enums their C# values,
    /// input objects what <see cref="InputObjectType.Construct"/> makes of them.
    /// </summary>
    public object? Argument(string name)
    {
        var value = _arguments[IndexOf(name)];
        return ReferenceEquals(value, VariableValues.Absent) ? null : value;
    }

    /// <summary>True when the argument was given or has a default.</summary>
    public bool HasArgument(string name) => !ReferenceEquals(_arguments[IndexOf(name)], VariableValues.Absent);

    /// <summary>True when a field below this one is selected, such as <c>totalCount</c> or <c>edges.node.name</c>.</summary>
    /// <param name="path">Names of fields, not aliases.</param>
    public bool IsSelected(string path) => Plan.Selection is { } selection && IsSelected(selection, Plan.Field.Type.Named, path);

    /// <summary>
    /// The data loader of that type for this request, made at first use with what its constructor asks of <see cref="Services"/>.
    /// </summary>
    public TLoader Loader<TLoader>()
        where TLoader : DataLoader => _execution.Loaders.Get(typeof(TLoader), LoaderFactory<TLoader>.Create);

    /// <summary>The data loader with that key for this request.</summary>
    /// <param name="key">What tells it from other loaders of its type.</param>
    /// <param name="create">Makes it at first use, from the services of the request.</param>
    public TLoader Loader<TLoader>(object key, Func<IServiceProvider, TLoader> create)
        where TLoader : DataLoader => _execution.Loaders.Get(key, create);

    /// <summary>Adds an error at this field without ending it.</summary>
    public void Report(GraphQLError error) => _execution.AddError(error.Path is null ? error with { Path = Path } : error, Plan, Scope);

    /// <summary>
    /// Adds a member to the <c>extensions</c> of the response, or replaces the one of that name; see
    /// <see cref="ExecutionResult.Extend"/>. Safe from any thread.
    /// </summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">A JSON-like value.</param>
    public void Extend(string name, object? value) => _execution.Extend(name, value);

    /// <summary>Turns it to another call of a method that returns at once.</summary>
    internal void Reuse(FieldPlan plan, object? parent, object?[] arguments, DeferralScope? scope)
    {
        Scope = scope;
        Plan = plan;
        Parent = parent;
        _arguments = arguments;
        _parentPath = null;
        _hasPath = false;
    }

    private int IndexOf(string name)
    {
        var definitions = Plan.Field.Arguments;
        for (var i = 0; i < definitions.Length; i++)
        {
            if (definitions[i].Name == name)
                return i;
        }

        throw new ArgumentException($"The field {ParentType.Name}.{Field.Name} has no argument {name}.", nameof(name));
    }

    private bool IsSelected(SelectionPlan selection, NamedType type, ReadOnlySpan<char> path)
    {
        var dot = path.IndexOf('.');
        var name = dot < 0 ? path : path[..dot];
        foreach (var possible in Schema.PossibleTypes(type))
        {
            foreach (var field in selection.For(possible, _execution.Conditions))
            {
                if (!name.SequenceEqual(field.Field.Name))
                    continue;
                if (dot < 0 || (field.Selection is { } below && IsSelected(below, field.Field.Type.Named, path[(dot + 1)..])))
                    return true;
            }
        }

        return false;
    }
}
