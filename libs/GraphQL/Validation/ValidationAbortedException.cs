namespace GraphQL.Validation;

/// <summary>Ends validation from any depth when a bound is exceeded; never leaves <see cref="DocumentValidator"/>.</summary>
internal sealed class ValidationAbortedException(GraphQLError error) : Exception(error.Message)
{
    /// <summary>What the client is told.</summary>
    public GraphQLError Error { get; } = error;
}
