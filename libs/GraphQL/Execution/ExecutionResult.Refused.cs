using System.Collections.Immutable;

namespace GraphQL.Execution;

/// <content>Answers to requests that never reach the executor.</content>
public sealed partial class ExecutionResult
{
    /// <summary>A response with errors and no data.</summary>
    /// <param name="outcome">How far the request came.</param>
    /// <param name="errors">At least one.</param>
    public static ExecutionResult Refused(ExecutionOutcome outcome, params ImmutableArray<GraphQLError> errors) =>
        new(outcome, operationType: null, errors, new ResultWriter(long.MaxValue), data: null);
}
