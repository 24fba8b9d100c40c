using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>What the executor tells clients, in one place.</summary>
internal static class ExecutionErrors
{
    public static GraphQLError Limit(string message) => new(message) { Code = ErrorCodes.LimitExceeded };

    public static GraphQLError IntrospectionDisabled() =>
        new("This server does not tell its schema by introspection.") { Code = ErrorCodes.IntrospectionDisabled };

    public static GraphQLError Timeout(TimeSpan after) =>
        new($"The request was stopped after {after.TotalSeconds:0.###} seconds; ask for less at a time.") { Code = ErrorCodes.Timeout };

    public static GraphQLError Unexpected(
        Exception exception, bool withDetail) => new(withDetail ? exception.ToString() : "Something unexpected failed.")
    {
        Code = ErrorCodes.Internal,
        Exception = exception,
    };

    public static GraphQLError NonNull(FieldPlan field) =>
        new($"The field \"{field.ParentType.Name}.{field.Field.Name}\" of type \"{field.Field.Type}\" came out null.") { Code = ErrorCodes.NonNull };

    public static GraphQLError BadResult(FieldPlan field, string reason) =>
        new($"The field \"{field.ParentType.Name}.{field.Field.Name}\" has a value that does not fit \"{field.Field.Type}\": {reason}")
        {
            Code = ErrorCodes.BadResult,
        };

    public static GraphQLError Omitted(int count) =>
        new($"{count} further {(count == 1 ? "error was" : "errors were")} left out.") { Code = ErrorCodes.LimitExceeded };

    public static GraphQLError BadInitialCount() =>
        new("The \"initialCount\" of @stream must be a whole number, not negative.") { Code = ErrorCodes.BadArgument };

    public static GraphQLError OperationNotFound(string? name, ImmutableArray<OperationDefinition> operations) => new(
        name is not null ? $"The document has no operation \"{LiteralText.Cut(name)}\"."
        : operations.IsEmpty ? "The document has no operation."
        : "The document has several operations; \"operationName\" must say which one to run.")
    {
        Code = ErrorCodes.OperationNotFound,
    };

    public static GraphQLError MissingCondition(string variable) =>
        new($"The variable \"${variable}\" decides what is executed and must be true or false.") { Code = ErrorCodes.BadVariable };

    public static GraphQLError NotAllowed(OperationType operation) =>
        new($"A {operation.ToString().ToLowerInvariant()} cannot be run this way.") { Code = ErrorCodes.OperationNotFound };
}
