namespace GraphQL.Execution;

/// <summary>
/// What becomes of a response in which a field fails: the request's <c>onError</c>, as the proposal graphql/graphql-spec#1163 has it.
/// </summary>
public enum ErrorBehavior
{
    /// <summary>
    /// <c>PROPAGATE</c>: null stands in the place of the field, or of the nearest thing around it that may be null, as the specification has it.
    /// </summary>
    Propagate,

    /// <summary><c>NULL</c>: null stands in the place of the field, even where the schema says that it is never null.</summary>
    Null,

    /// <summary><c>HALT</c>: the first error ends the execution, and the data as a whole is null.</summary>
    Halt,
}
