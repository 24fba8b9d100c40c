using GraphQL.AspNetCore.Http;
using GraphQL.AspNetCore.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>What all sockets of a server have in common.</summary>
internal sealed class SocketServices(
    RequestPipeline pipeline,
    GraphQLServerOptions options,
    JsonRequestParser parser,
    SocketRegistry registry,
    SocketCounters counters,
    TimeProvider clock,
    ILogger<SocketServices> logger,
    IHttpContextAccessor? accessor = null)
{
    public RequestPipeline Pipeline { get; } = pipeline;

    public WebSocketTransportOptions Options { get; } = options.WebSockets;

    public Action<HttpContext, HttpContext>? PrepareOperation { get; } = options.PrepareOperation;

    public SocketRegistry Registry { get; } = registry;

    public SocketCounters Counters { get; } = counters;

    public TimeProvider Clock { get; } = clock;

    public ILogger Logger { get; } = logger;

    public JsonRequestParser Parser { get; } = parser;

    /// <summary>How deep messages may nest: as requests do, with a level around them.</summary>
    public int MaxMessageDepth { get; } = options.MaxJsonDepth + 1;

    /// <summary>Null when the application has none.</summary>
    public IHttpContextAccessor? Accessor { get; } = accessor;
}
