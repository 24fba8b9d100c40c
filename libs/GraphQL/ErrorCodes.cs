namespace GraphQL;

/// <summary>Every value of <c>extensions.code</c> that this library sends. Applications add their own.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>The document breaks a validation rule; <c>extensions.rule</c> names it.</summary>
    public const string ValidationFailed = "VALIDATION_FAILED";

    /// <summary>A variable's value does not fit its type.</summary>
    public const string BadVariable = "BAD_VARIABLE";

    /// <summary>An argument's value does not fit its type.</summary>
    public const string BadArgument = "BAD_ARGUMENT";

    /// <summary>A value fits its type and breaks a rule of the schema; <c>extensions.inputPath</c> says where it stands.</summary>
    public const string InvalidInput = "INVALID_INPUT";

    /// <summary>A page's cursor is malformed, or belongs to another filter or order.</summary>
    public const string BadCursor = "BAD_CURSOR";

    /// <summary>Several rows match where one is wanted.</summary>
    public const string NotUnique = "NOT_UNIQUE";

    /// <summary>A global id is none of this server, or of another type than is wanted.</summary>
    public const string BadId = "BAD_ID";

    /// <summary>No operation, or not exactly one, fits the request.</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>The request is not of the form GraphQL over HTTP asks for.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>A field that may not be null came out null.</summary>
    public const string NonNull = "NON_NULL_VIOLATION";

    /// <summary>A value cannot be written as its type.</summary>
    public const string BadResult = "BAD_RESULT";

    /// <summary>A subscription was ended because its events were not read in time.</summary>
    public const string SlowConsumer = "SLOW_CONSUMER";

    /// <summary>The server takes no further subscriptions because it is about to end.</summary>
    public const string ShuttingDown = "SHUTTING_DOWN";

    /// <summary>Whoever asks must sign in first.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>Whoever asks is known, and may not.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>Something unexpected failed; the details are in the server's log.</summary>
    public const string Internal = "INTERNAL_SERVER_ERROR";

    /// <summary>The request took longer than it may.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>The request costs more than it may; <c>extensions</c> has the cost, the limit and the field that adds most.</summary>
    public const string CostExceeded = "COST_EXCEEDED";

    /// <summary>The request must give exactly one of a list's slicing arguments; <c>extensions.coordinate</c> names the field.</summary>
    public const string SlicingArgument = "SLICING_ARGUMENT";

    /// <summary><c>__schema</c> and <c>__type</c> may not be asked for here.</summary>
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";

    /// <summary>The server executes as many requests as it can; the same request may succeed in a moment.</summary>
    public const string Overloaded = "OVERLOADED";

    /// <summary>A bound of the server is exceeded; the message names it.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>No document of that id or hash is known; a client of automatic persisted queries sends it whole then.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Automatic persisted queries are switched off.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The document is not the one that its id or hash stands for.</summary>
    public const string PersistedQueryMismatch = "PERSISTED_QUERY_MISMATCH";

    /// <summary>Only documents that the server knows by their id are executed here.</summary>
    public const string PersistedQueryOnly = "PERSISTED_QUERY_ONLY";

    /// <summary>A page of this origin may not open sockets here.</summary>
    public const string OriginNotAllowed = "ORIGIN_NOT_ALLOWED";
}
