using System.Collections.Immutable;

namespace GraphQL;

/// <summary>Ends what it is thrown in with errors that the client may see, word for word.</summary>
public sealed class GraphQLException : Exception
{
    /// <summary>With one error.</summary>
    public GraphQLException(GraphQLError error)
        : base(error.Message) => Errors = [error];

    /// <summary>With several errors, at least one.</summary>
    public GraphQLException(ImmutableArray<GraphQLError> errors)
        : base(errors[0].Message) => Errors = errors;

    /// <summary>What the client is told.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }
}
