using System.Reflection;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    private readonly NodeCatalog _nodes;
    private readonly Dictionary<string, Func<ResolverContext, object?, ValueTask<object?>>> _nodeResolvers = [];

    private InterfaceType NodeInterface() => GetOrAdd("Node", () => new InterfaceType
    {
        Name = "Node",
        Description = "Anything that `node` can fetch by its global id.",
        Fields = [new OutputField { Name = "id", Description = "Unique among everything, and opaque.", Type = new NonNullType(SpecifiedId()) }],
    });

    /// <summary><c>node</c> and <c>nodes</c>; nothing where there are no nodes.</summary>
    private IEnumerable<OutputField> NodeFields()
    {
        if (_nodes.IsEmpty)
            yield break;
        yield return new OutputField
        {
            Name = "node",
            Description = "Null when it does not exist or the viewer may not see it.",
            Type = NodeInterface(),
            Arguments = [new InputValue { Name = "id", Description = "A global id.", Type = new NonNullType(SpecifiedId()) }],
            Resolver = new FieldResolver.Asynchronous(context => FetchNode(context, (string)context.Argument("id")!, "id")),
        };
        yield return new OutputField
        {
            Name = "nodes",
            Description = $"At most {_maximumNodes} ids; answers stand in the order asked, null for each that is not there.",
            Type = new NonNullType(new ListType(NodeInterface())),
            Arguments =
            [
                new InputValue { Name = "ids", Description = "Global ids.", Type = new NonNullType(new ListType(new NonNullType(SpecifiedId()))) },
            ],
            AppliedDirectives = [CostDirectives.ListSizeOf(_maximumNodes, ["ids"], slicingArgumentDefaultValue: null, [], requireOneSlicingArgument: false)],
            Resolver = new FieldResolver.Asynchronous(FetchNodes),
        };
    }

    private async ValueTask<object?> FetchNodes(ResolverContext context)
    {
        var ids = ((System.Collections.IEnumerable)context.Argument("ids")!).Cast<string>().ToList();
        if (ids.Count > _maximumNodes)
            throw new GraphQLException(new GraphQLError($"The argument \"ids\" takes at most {_maximumNodes} ids, not {ids.Count}.") { Code = ErrorCodes.LimitExceeded });

        // All are asked for before the first is awaited, so that data loaders fetch them together.
        var fetches = ids.ConvertAll(id => FetchNode(context, id, "ids").AsTask());
        var nodes = new object?[ids.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            try
            {
                nodes[i] = await fetches[i];
            }
            catch (GraphQLException exception)
            {
                foreach (var error in exception.Errors)
                    context.Report(error with { Path = [.. context.Path, i] });
            }
        }

        return nodes;
    }

    private async ValueTask<object?> FetchNode(ResolverContext context, string text, string argument)
    {
        // a type that the caller does not see is no type at all
        if (!NodeId.TryParse(text, out var id) || !_nodeResolvers.TryGetValue(id.TypeName, out var resolve)
            || context.Schema.FindType(id.TypeName) is not ObjectType)
        {
            throw new GraphQLException(new GraphQLError($"The argument \"{argument}\" does not fit: \"{LiteralText.Cut(text)}\" is no id that this server has given.")
            {
                Code = ErrorCodes.BadId,
            });
        }

        try
        {
            return await resolve(context, id);
        }
        catch (CoercionException exception)
        {
            throw new GraphQLException(
                new GraphQLError($"The argument \"{argument}\" does not fit: {exception.Message}.") { Code = exception.Code });
        }
    }

    /// <summary>Compiles a resolver for every type that is a node.</summary>
    private void CompleteNodes()
    {
        foreach (var type in _outputs.Values.OfType<ObjectType>().Where(item => _nodes.IsNode(item.RuntimeType!)))
        {
            var resolver = _nodes.ResolverOf(type.RuntimeType!);
            if (type.FindField("id") is null)
                Report($"{TypeText.Of(type.RuntimeType!)}: a [Node] needs an id; add a property Id, or name another by IdField and [GraphQLName(\"id\")].");
            if (resolver is null)
            {
                Report($"{TypeText.Of(type.RuntimeType!)}: nothing fetches this [Node]; add a static method GetAsync that takes its id, or mark one "
                    + "[NodeResolver]: in that class, in one that extends it by [ObjectType<T>] or the like, or in one marked [QueryType].");
            }
            else
            {
                Try(resolver, () => _nodeResolvers.Add(type.Name, NodeResolver(resolver)));
            }
        }
    }

    private Func<ResolverContext, object?, ValueTask<object?>> NodeResolver(MethodInfo method)
    {
        var bindings = method.GetParameters().Select(parameter => new ParameterBinding(parameter, KindOf(parameter))
        {
            Loader = KindOf(parameter) is ParameterKind.Loader ? _loaders.Find(parameter) : null,
        }).ToList();
        var id = bindings.FindIndex(static item => item.Kind is ParameterKind.Argument);
        if (id < 0 || bindings.FindLastIndex(static item => item.Kind is ParameterKind.Argument) != id)
            throw new SchemaBuildException("A node resolver takes one argument, the id; mark the others [Service].");
        bindings[id] = bindings[id] with { Kind = ParameterKind.Value };
        var type = bindings[id].Parameter.ParameterType;
        if (type != typeof(NodeId) && !NodeId.IsSupported(type))
            throw new SchemaBuildException($"{TypeText.Of(type)} cannot be an id; use string, Guid, int, long, short or NodeId.");

        var resolve = ResolverCompiler.CompileWithValue(method, bindings, ResolverInstance.For(method, _isService));
        return (context, value) =>
        {
            var raw = value;
            if (type != typeof(NodeId) && !((NodeId)value!).TryRead(type, out raw))
                throw new CoercionException("it takes an id that this server has given, unchanged", ErrorCodes.BadId);
            return resolve(context, raw);
        };
    }

    private ParameterKind KindOf(ParameterInfo parameter) => ParameterBinding.KindOf(parameter, _isService);
}
