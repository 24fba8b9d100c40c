using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Tests.Types;

/// <summary>What a resolver sees when it is called without an executor.</summary>
internal sealed class FixedContext(object? parent, Schema? schema = null, ObjectType? parentType = null) : ResolverContext
{
    public Dictionary<string, object?> Arguments { get; init; } = [];

    public override object? Parent => parent;

    public override Schema Schema => schema ?? throw new NotSupportedException();

    public override ObjectType ParentType => parentType ?? throw new NotSupportedException();

    public override OutputField Field => throw new NotSupportedException();

    public override IServiceProvider Services => throw new NotSupportedException();

    public override CancellationToken CancellationToken => CancellationToken.None;

    public override IReadOnlyList<object> Path => [];

    public override object? Argument(string name) => Arguments.GetValueOrDefault(name);

    public override bool HasArgument(string name) => Arguments.ContainsKey(name);

    public override bool IsSelected(string path) => false;

    public override TLoader Loader<TLoader>() => throw new NotSupportedException();

    public override void Report(GraphQLError error) => throw new NotSupportedException();
}
