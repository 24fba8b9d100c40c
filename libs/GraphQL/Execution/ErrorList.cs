using System.Collections.Immutable;

namespace GraphQL.Execution;

/// <summary>Errors of a response, or of a part of it; whoever uses it holds the lock.</summary>
internal sealed class ErrorList
{
    private readonly List<GraphQLError> _errors = [];
    private int _omitted;

    public bool HasOmitted => _omitted > 0;

    public void Add(GraphQLError error) => _errors.Add(error);

    public void Omit() => _omitted++;

    public ImmutableArray<GraphQLError> ToArray() => _omitted == 0 ? [.. _errors] : [.. _errors, ExecutionErrors.Omitted(_omitted)];
}
