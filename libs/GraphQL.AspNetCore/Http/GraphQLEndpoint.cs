using GraphQL.AspNetCore.Batching;
using GraphQL.AspNetCore.Ide;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.AspNetCore.Sdl;
using GraphQL.AspNetCore.Sse;
using GraphQL.AspNetCore.Streaming;
using GraphQL.AspNetCore.WebSockets;
using GraphQL.Execution;
using GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.Http;

/// <summary>Everything that happens at the endpoint's address: decides what a request is for and answers it.</summary>
internal sealed partial class GraphQLEndpoint(
    RequestPipeline pipeline,
    GraphQLServerOptions options,
    JsonRequestParser parser,
    RequestReader reader,
    ResponseWriter writer,
    StreamResponder streams,
    SingleConnectionEndpoint singleConnection,
    SocketEndpoint sockets,
    SdlEndpoint sdl,
    IdeEndpoint ide,
    ILogger<GraphQLEndpoint> logger)
{
    /// <summary>The route value with the first segment behind the endpoint's address.</summary>
    public const string FirstOfPath = "graphqlFirst";

    /// <summary>The route value with what follows that.</summary>
    public const string RestOfPath = "graphqlRest";

    /// <summary>Before the name of a persisted document, below the endpoint's address.</summary>
    private const string PersistedPrefix = "persisted/";

    private static readonly Func<OperationType, bool> AllowedByGet = static type => type == OperationType.Query;
    private static readonly Func<OperationType, bool> AllowedByPost = static type => type != OperationType.Subscription;

    private readonly BatchResponder _batches = new(pipeline, options.Batching, parser, writer);

    /// <summary>At the address itself.</summary>
    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            if (sockets.Handles(context))
                return sockets.HandleAsync(context);
            if (options.ServeSdl && request.Query.ContainsKey("sdl"))
                return ServeSdlAsync(context);
            if (options.Ide.Enabled && MediaTypes.AcceptsHtml(request.Headers.Accept))
                return ide.ServePageAsync(context);
        }
        else if (HttpMethods.IsConnect(request.Method) && sockets.Handles(context))
        {
            return sockets.HandleAsync(context);
        }

        return AnswerAsync(context, documentId: null);
    }

    /// <summary>Below the address: the files of the page, and documents that have an address of their own.</summary>
    public Task HandleBelowAsync(HttpContext context)
    {
        var request = context.Request;
        var path = (string)request.RouteValues[FirstOfPath]!;
        if (request.RouteValues[RestOfPath] is string { Length: > 0 } rest)
            path = $"{path}/{rest}";
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            if (options.PersistedOperations.Store is not null && path.StartsWith(PersistedPrefix, StringComparison.Ordinal))
                return AnswerAsync(context, path[PersistedPrefix.Length..]);
            if (options.Ide.Enabled)
                return ide.ServeAssetAsync(context, path);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task ServeSdlAsync(HttpContext context)
    {
        if (options.Admit?.Invoke(context) is { } denial)
            await DenyAsync(context, denial, ResponseFormat.Json);
        else if (!await sdl.TryServeAsync(context))
            await DenyAsync(context, new RequestDenial(StatusCodes.Status403Forbidden, RequestExecutors.Refusal(context.User)), ResponseFormat.Json);
    }

    /// <summary>A GraphQL request: read, executed and answered; every way it can end is here.</summary>
    private async Task AnswerAsync(HttpContext context, string? documentId)
    {
        var format = ResponseFormat.Json;
        // the files of an upload go away with the parameters, whatever happens in between
        using var parameters = new RequestParameters { DocumentId = documentId };
        try
        {
            var accept = context.Request.Headers.Accept;
            var accepted = AcceptedForms.Read(accept);
            format = accepted?.Whole ?? ResponseFormat.Json;
            if (options.Admit?.Invoke(context) is { } denial)
                await DenyAsync(context, denial, format);
            else if (singleConnection.Concerns(context.Request))
                await singleConnection.AnswerAsync(context, accepted ?? AcceptedForms.Json);
            else
                await AnswerAsync(context, parameters, accepted ?? throw Refusals.NotAcceptable(accept.ToString()));
        }
        catch (RequestRefusedException refusal)
        {
            if (refusal.Allow is { } allow)
                context.Response.Headers.Allow = allow;
            if (refusal.AcceptEncoding is { } acceptEncoding)
                context.Response.Headers.AcceptEncoding = acceptEncoding;
            await writer.WriteErrorsAsync(context, ResponseStatus.Of(refusal, options.Specification), refusal.ToErrors(), format);
        }
        catch (Exception exception) when (IsOver(context, exception))
        {
            // the client has gone, or was cut; there is nobody to answer
        }
        catch (BadHttpRequestException exception)
        {
            // the server's own limits: too large, too slow, ended too early
            LogBadRequest(logger, exception.StatusCode, exception.Message);
            await AnswerFailureAsync(context, exception.StatusCode, exception.Message, ErrorCodes.BadRequest, format);
        }
        catch (Exception exception)
        {
            LogUnexpected(logger, exception);
            await AnswerFailureAsync(
                context, StatusCodes.Status500InternalServerError, "Something unexpected failed.", ErrorCodes.Internal, format);
        }
    }

    private async ValueTask AnswerAsync(HttpContext context, RequestParameters parameters, AcceptedForms accepted)
    {
        if (await reader.ReadBodyAsync(context.Request, parameters, context.RequestAborted) is { } body)
        {
            if (_batches.Concerns(body.Memory.Span))
            {
                await _batches.AnswerAsync(context, body.Memory, parameters, accepted.Whole ?? ResponseFormat.Json, AllowedByPost);
                return;
            }

            parser.Parse(body.Memory, PostRequestReader.What, parameters);
        }

        if (accepted.Framing is not null)
        {
            if (accepted.Framing == StreamFraming.EventStream)
                LastEventId.Apply(context.Request, parameters);
            await streams.AnswerAsync(context, parameters, accepted);
            return;
        }

        var allows = HttpMethods.IsGet(context.Request.Method) ? AllowedByGet : AllowedByPost;
        using var result = await pipeline.ExecuteAsync(context, parameters, allows, context.RequestAborted);
        await writer.WriteAsync(context, parameters, result, accepted.Whole ?? ResponseFormat.Json);
    }

    private static bool IsOver(HttpContext context, Exception exception) =>
        context.RequestAborted.IsCancellationRequested || (exception is OperationCanceledException && context.Response.HasStarted);

    private ValueTask DenyAsync(HttpContext context, RequestDenial denial, ResponseFormat format) =>
        writer.WriteErrorsAsync(context, denial.StatusCode, [denial.Error], format);

    private async ValueTask AnswerFailureAsync(HttpContext context, int status, string message, string code, ResponseFormat format)
    {
        if (context.Response.HasStarted)
        {
            // half an answer must not look like a whole one
            context.Abort();
            return;
        }

        await writer.WriteErrorsAsync(context, status, [new GraphQLError(message) { Code = code }], format);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A request ended with {StatusCode} before it was read: {Reason}")]
    private static partial void LogBadRequest(ILogger logger, int statusCode, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A GraphQL request failed outside of execution")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
