using System.Collections.Immutable;
using System.Reflection;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>A data loader that is a method.</summary>
/// <param name="method">The method.</param>
/// <param name="type">What parameters take it as.</param>
/// <param name="create">Makes a loader of services and the values of <see cref="MadeParameters"/>.</param>
internal sealed class MethodLoader(MethodInfo method, Type type, Func<IServiceProvider, object?[], DataLoader> create)
{
    public MethodInfo Method { get; } = method;

    public Type Type { get; } = type;

    /// <summary>Parameters that take what a field asks for, so that the loader serves that field alone.</summary>
    public static ImmutableArray<ParameterInfo> MadeParameters(MethodInfo method) =>
        [.. method.GetParameters().Where(static parameter => ParameterAttribute.Of(parameter) is not null)];

    /// <summary>Gives the loader of a request to resolvers of a field.</summary>
    /// <exception cref="SchemaBuildException">The field cannot give what the loader takes.</exception>
    public Func<ResolverContext, DataLoader> Bind(MemberInfo field)
    {
        var makers = MadeParameters(Method).Select(parameter => ParameterAttribute.Of(parameter)!.Bind(parameter, field)).ToArray();
        if (makers.Length == 0)
            return context => context.Loader(Method, services => create(services, []));
        return context => context.Loader(
            new FieldKey(Method, context.Plan.Nodes),
            services => create(services, [.. makers.Select(make => make(context))]));
    }

    /// <summary>
    /// The loader of one field of an operation. By its nodes rather than its plan, because a field of an interface has a plan for each
    /// object type, and the rows of all of them come in one batch.
    /// </summary>
    private readonly record struct FieldKey(MethodInfo Method, ImmutableArray<Field> Nodes)
    {
        public bool Equals(FieldKey other) => Method == other.Method && Nodes.AsSpan().SequenceEqual(other.Nodes.AsSpan(), ReferenceEqualityComparer.Instance);

        public override int GetHashCode() => HashCode.Combine(Method, Nodes[0]);
    }
}
