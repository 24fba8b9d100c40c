using System.Diagnostics;
using System.Security.Claims;
using System.Text.Json;
using GraphQL.Authorization;
using GraphQL.Cost;
using GraphQL.Diagnostics;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>One request as a transport hands it over.</summary>
public sealed class OperationRequest
{
    /// <summary>The document, UTF-8. The memory may be reused by the transport once execution has ended.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>
    /// Of <see cref="Document"/>, when the caller knows it for certain; null to have it computed. By a wrong one another document runs.
    /// </summary>
    public DocumentHash? Hash { get; init; }

    /// <summary>
    /// The name under which the host has stored the document, which metrics tell; null when clients may bring any. Of a bounded number.
    /// </summary>
    public string? DocumentId { get; init; }

    /// <summary>
    /// The span of the connection that carries many operations, to which that of this one is linked; null when the request has its own.
    /// </summary>
    public Activity? Connection { get; init; }

    /// <summary>Which operation of the document; null when it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>An object, null or undefined.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>An object, null or undefined.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>Files of a multipart request, by the key that stands in their place among the variables.</summary>
    public IReadOnlyDictionary<string, UploadedFile> Files { get; init; } = CoercionContext.Empty.Files;

    /// <summary>Services of the request.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Who asks; without an authenticated identity nobody who is known.</summary>
    public ClaimsPrincipal User { get; init; } = Anonymous.User;

    /// <summary>Which kinds of operation the transport allows: GET allows no mutation, plain HTTP no subscription.</summary>
    public Func<OperationType, bool> Allows { get; init; } = static _ => true;

    /// <summary>
    /// Whether this request may ask for <c>__schema</c> and <c>__type</c>; null: as <see cref="RequestExecutorOptions.AllowIntrospection"/>
    /// says.
    /// </summary>
    public bool? AllowIntrospection { get; init; }

    /// <summary>What the client wants to know of the request's cost.</summary>
    public CostMode Cost { get; init; }

    /// <summary>Whether the response tells how it came about.</summary>
    public PlanMode Plan { get; init; }

    /// <summary>What becomes of fields that fail; null for <see cref="RequestExecutorOptions.DefaultErrorBehavior"/>.</summary>
    public ErrorBehavior? OnError { get; init; }

    /// <summary>How the client reads what <c>@defer</c> and <c>@stream</c> put off.</summary>
    public IncrementalDelivery Incremental { get; init; }
}

/// <summary>The form of results that come in parts; the drafts have had two.</summary>
public enum IncrementalDelivery
{
    /// <summary>The client reads one result: <c>@defer</c> and <c>@stream</c> put nothing off, as the draft permits.</summary>
    None,

    /// <summary>Parts by <c>pending</c>, <c>incremental</c> and <c>completed</c>, as graphql-js 17 writes them.</summary>
    Pending,

    /// <summary>Parts by <c>path</c> and <c>label</c>, the form of 2020 that older clients read.</summary>
    Path,
}

/// <summary>How far a request came, which decides the status code of a transport.</summary>
public enum ExecutionOutcome
{
    /// <summary>The document is not GraphQL.</summary>
    SyntaxError,

    /// <summary>The request names a document that is not known, or may not run the document that it brings.</summary>
    DocumentRefused,

    /// <summary>The document is not valid against the schema.</summary>
    ValidationError,

    /// <summary>No operation fits, or its kind is not allowed here.</summary>
    OperationNotFound,

    /// <summary>The operation's kind is not allowed on this transport.</summary>
    OperationNotAllowed,

    /// <summary>A variable's value does not fit.</summary>
    VariableError,

    /// <summary>Whoever asks may not run it at all.</summary>
    NotAuthorized,

    /// <summary>The server executes as many requests as it can.</summary>
    Overloaded,

    /// <summary>It costs more than it may.</summary>
    CostExceeded,

    /// <summary>It was only to be priced; <c>extensions.operationCost</c> tells its cost.</summary>
    Priced,

    /// <summary>It was only to be planned; <c>extensions.plan</c> tells its plan.</summary>
    Planned,

    /// <summary>Executed; <c>data</c> is in the response, perhaps null, perhaps beside errors.</summary>
    Executed,
}
