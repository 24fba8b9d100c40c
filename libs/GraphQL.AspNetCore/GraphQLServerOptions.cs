using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore;

/// <summary>What the HTTP endpoint offers and where it stops. Read once, when the endpoint is mapped.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>Which edition of GraphQL over HTTP decides the status codes.</summary>
    public HttpSpecification Specification { get; set; } = HttpSpecification.Watershed2023;

    /// <summary>Whether queries may come by GET. Mutations never may.</summary>
    public bool AllowGet { get; set; } = true;

    /// <summary>
    /// Whether queries by GET must carry the header <c>GraphQL-Preflight</c>, so that other sites cannot have a browser send them. They
    /// could not read the answers anyway; demand it where queries cost much, or tell by how long they take.
    /// </summary>
    public bool RequirePreflightHeaderOnGet { get; set; }

    /// <summary>Whether <c>GET /graphql?sdl</c> answers with the schema definition.</summary>
    public bool ServeSdl { get; set; } = true;

    /// <summary>The largest JSON body, and the largest <c>operations</c> part of a multipart one, in bytes; at least 1.</summary>
    public int MaxRequestBytes { get; set; } = 1024 * 1024;

    /// <summary>How deep the JSON of a request may nest; at least 1.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>
    /// Asked about every GraphQL request before its body is read, and about requests for the schema; an answer other than null
    /// is sent instead of theirs. The page for browsers holds no data and is open to all.
    /// </summary>
    public Func<HttpContext, RequestDenial?>? Admit { get; set; }

    /// <summary>
    /// Called before each operation of a connection that carries many (a WebSocket, a stream of events) with the context of the connection
    /// and that of the operation, which has services of a scope of its own and a copy of the connection's user and items: the place to hand
    /// the caller over to scoped services.
    /// </summary>
    public Action<HttpContext, HttpContext>? PrepareOperation { get; set; }

    /// <summary>
    /// Whether a request may ask for the schema by introspection; null: as the executor's options say. Neither <see cref="ServeSdl"/> nor
    /// <see cref="Ide"/> depends on it.
    /// </summary>
    public Func<HttpContext, bool>? AllowIntrospection { get; set; }

    /// <summary>
    /// Who may ask, by the header <c>GraphQL-Plan: explain</c> or <c>only</c>, how a request is executed; null: nobody. The answer tells names of
    /// classes, columns and statements: for development, or for those who run the server.
    /// </summary>
    public Func<HttpContext, bool>? AllowPlan { get; set; }

    /// <summary>How many requests are executed at once.</summary>
    public ConcurrencyOptions Concurrency { get; } = new();

    /// <summary>Uploads by the GraphQL multipart request specification.</summary>
    public MultipartOptions Multipart { get; } = new();

    /// <summary>Responses that go on: subscriptions, and operations whose parts are put off.</summary>
    public StreamingOptions Streaming { get; } = new();

    /// <summary>Many operations on one stream of events.</summary>
    public SingleConnectionOptions SingleConnection { get; } = new();

    /// <summary>Several requests in one.</summary>
    public BatchingOptions Batching { get; } = new();

    /// <summary>Compression of responses and requests.</summary>
    public CompressionOptions Compression { get; } = new();

    /// <summary>Documents that clients name instead of sending them.</summary>
    public PersistedOperationOptions PersistedOperations { get; } = new();

    /// <summary>What a browser gets that opens the endpoint.</summary>
    public IdeOptions Ide { get; } = new();

    /// <summary>GraphQL over WebSocket, at the same address.</summary>
    public WebSocketTransportOptions WebSockets { get; } = new();

    internal void Validate()
    {
        WebSockets.Validate();
        RequireAtLeastOne(MaxRequestBytes, nameof(MaxRequestBytes));
        RequireAtLeastOne(MaxJsonDepth, nameof(MaxJsonDepth));
        RequireAtLeastOne(Multipart.MaxFiles, $"{nameof(Multipart)}.{nameof(Multipart.MaxFiles)}");
        RequireAtLeastOne(Multipart.MaxFileBytes, $"{nameof(Multipart)}.{nameof(Multipart.MaxFileBytes)}");
        RequireAtLeastOne(Multipart.MaxBodyBytes, $"{nameof(Multipart)}.{nameof(Multipart.MaxBodyBytes)}");
        RequireAtLeastOne(Multipart.MaxMapBytes, $"{nameof(Multipart)}.{nameof(Multipart.MaxMapBytes)}");
        RequireAtLeastOne(Multipart.MaxPaths, $"{nameof(Multipart)}.{nameof(Multipart.MaxPaths)}");
        RequireAtLeastOne(Multipart.MaxPathDepth, $"{nameof(Multipart)}.{nameof(Multipart.MaxPathDepth)}");
        Concurrency.Validate();
        Streaming.Validate();
        SingleConnection.Validate();
        Batching.Validate();
        Compression.Validate();
        PersistedOperations.Validate();
    }

    private static void RequireAtLeastOne(long value, string name)
    {
        if (value < 1)
            throw new InvalidOperationException($"GraphQLServerOptions.{name} must be at least 1, but is {value}.");
    }
}

/// <summary>Why a request is not let in.</summary>
/// <param name="StatusCode">Of the response, such as 401 or 403.</param>
/// <param name="Error">What the client is told.</param>
public sealed record RequestDenial(int StatusCode, GraphQLError Error);

/// <summary>An edition of the GraphQL over HTTP specification.</summary>
public enum HttpSpecification
{
    /// <summary>
    /// The draft of 2023: requests that cannot be executed are 400 as <c>application/graphql-response+json</c> and 200 as
    /// <c>application/json</c>. Every published audit and most clients expect this one.
    /// </summary>
    Watershed2023,

    /// <summary>
    /// The draft of August 2026: 422 for what is well-formed but cannot be executed, 294 for data beside errors, the same
    /// codes for both media types.
    /// </summary>
    Draft2026,
}

/// <summary>Bounds and whereabouts of uploads.</summary>
public sealed class MultipartOptions
{
    /// <summary>Whether multipart requests are accepted at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Whether the header <c>GraphQL-Preflight</c> must be present. A browser sends multipart bodies to foreign origins
    /// unasked, but no header of that name, so this keeps other sites from acting in a user's name.
    /// </summary>
    public bool RequirePreflightHeader { get; set; } = true;

    /// <summary>
    /// Where files lie while their request runs; created when absent. By default under the system's folder for temporary files.
    /// </summary>
    public string Directory { get; set; } = Path.Combine(Path.GetTempPath(), "graphql-uploads");

    /// <summary>How many files a request may carry.</summary>
    public int MaxFiles { get; set; } = 16;

    /// <summary>The largest file, in bytes.</summary>
    public long MaxFileBytes { get; set; } = 1L << 30;

    /// <summary>The largest body with everything in it, in bytes.</summary>
    public long MaxBodyBytes { get; set; } = 2L << 30;

    /// <summary>The largest <c>map</c> part, in bytes.</summary>
    public int MaxMapBytes { get; set; } = 64 * 1024;

    /// <summary>How many places among the variables the files of one request may take.</summary>
    public int MaxPaths { get; set; } = 64;

    /// <summary>How many steps a path among the variables may have.</summary>
    public int MaxPathDepth { get; set; } = 16;
}

/// <summary>What a browser gets that opens the endpoint.</summary>
public sealed class IdeOptions
{
    /// <summary>Whether a browser gets a page; otherwise it is answered like any other client.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The folder with the files of Banana Cake Pop; null, or one without an <c>index.html</c>, gives a small page instead.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>The page's title.</summary>
    public string Title { get; set; } = "GraphQL";

    /// <summary>How to bring the files into <see cref="Directory"/>: a command, shown when they are absent.</summary>
    public string? InstallCommand { get; set; }

    /// <summary>The document that a new tab starts with; null for an empty one.</summary>
    public string? InitialDocument { get; set; }
}
