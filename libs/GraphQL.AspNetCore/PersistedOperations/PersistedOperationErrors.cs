namespace GraphQL.AspNetCore.PersistedOperations;

/// <summary>Everything that is said about documents that are named, in one place. Older clients know the first two by their message.</summary>
internal static class PersistedOperationErrors
{
    public static GraphQLError NotFound() => new("PersistedQueryNotFound") { Code = ErrorCodes.PersistedQueryNotFound };

    public static GraphQLError NotSupported() => new("PersistedQueryNotSupported") { Code = ErrorCodes.PersistedQueryNotSupported };

    public static GraphQLError Mismatch() =>
        new("The document is not the one that its id or hash stands for.") { Code = ErrorCodes.PersistedQueryMismatch };

    public static GraphQLError Only() =>
        new("Only documents that this server knows are executed; send the \"documentId\" of one.") { Code = ErrorCodes.PersistedQueryOnly };

    public static GraphQLError IllFormedExtension() =>
        new("\"extensions.persistedQuery\" must be an object with \"version\": 1 and \"sha256Hash\" of 64 hexadecimal digits.")
        {
            Code = ErrorCodes.BadRequest,
        };

    public static GraphQLError IllFormedId(int maxLength) =>
        new($"\"documentId\" must have between 1 and {maxLength} characters.") { Code = ErrorCodes.BadRequest };

    public static GraphQLError StoreFailed() => new("Something unexpected failed.") { Code = ErrorCodes.Internal };
}
