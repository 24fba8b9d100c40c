using GraphQL.AspNetCore.Ide;
using GraphQL.AspNetCore.Multipart;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.AspNetCore.Sdl;
using GraphQL.AspNetCore.Streaming;
using GraphQL.Execution;
using GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.Http;

/// <summary>Everything that happens at the endpoint's address: decides what a request is for and answers it.</summary>
internal sealed partial class GraphQLEndpoint
{
    /// <summary>The route value with what follows the endpoint's address.</summary>
    public const string RestOfPath = "graphqlPath";

    private readonly RequestPipeline _pipeline;
    private readonly GraphQLServerOptions _options;
    private readonly ILogger _logger;
    private readonly GetRequestReader _getReader;
    private readonly PostRequestReader _postReader;
    private readonly MultipartRequestReader _multipartReader;
    private readonly ResponseWriter _writer;
    private readonly StreamResponder _streams;
    private readonly SdlEndpoint _sdl;
    private readonly IdeEndpoint _ide;

    public GraphQLEndpoint(
        RequestPipeline pipeline,
        GraphQLServerOptions options,
        UploadDirectory uploads,
        SdlEndpoint sdl,
        IdeEndpoint ide,
        TimeProvider timeProvider,
        IHostApplicationLifetime lifetime,
        ILogger<GraphQLEndpoint> logger)
    {
        _pipeline = pipeline;
        _options = options;
        _logger = logger;
        _sdl = sdl;
        _ide = ide;
        var parser = new JsonRequestParser(options.MaxJsonDepth);
        _getReader = new GetRequestReader(options, parser);
        _postReader = new PostRequestReader(options, parser);
        _multipartReader = new MultipartRequestReader(options, parser, uploads);
        _writer = new ResponseWriter(options.Specification);
        _streams = new StreamResponder(pipeline, options, _writer, timeProvider, lifetime);
    }

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            if (request.RouteValues[RestOfPath] is string { Length: > 0 } path)
            {
                await ServeAssetAsync(context, path);
                return;
            }

            if (_options.ServeSdl && request.Query.ContainsKey("sdl"))
            {
                if (_options.Admit?.Invoke(context) is { } denial)
                    await DenyAsync(context, denial, ResponseFormat.Json);
                else if (!await _sdl.TryServeAsync(context))
                    await DenyAsync(context, new RequestDenial(StatusCodes.Status403Forbidden, RequestExecutors.Refusal(context.User)), ResponseFormat.Json);
                return;
            }

            if (_options.Ide.Enabled && MediaTypes.AcceptsHtml(request.Headers.Accept))
            {
                await _ide.ServePageAsync(context);
                return;
            }
        }
        else if (request.RouteValues[RestOfPath] is string { Length: > 0 })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await AnswerAsync(context);
    }

    private Task ServeAssetAsync(HttpContext context, string path)
    {
        if (_options.Ide.Enabled)
            return _ide.ServeAssetAsync(context, path);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>A GraphQL request: read, executed and answered; every way it can end is here.</summary>
    private async Task AnswerAsync(HttpContext context)
    {
        var format = ResponseFormat.Json;
        // the files of an upload go away with the parameters, whatever happens in between
        using var parameters = new RequestParameters();
        try
        {
            var accept = context.Request.Headers.Accept;
            var accepted = AcceptedForms.Read(accept) ?? throw Refusals.NotAcceptable(accept.ToString());
            format = accepted.Whole ?? ResponseFormat.Json;
            if (_options.Admit?.Invoke(context) is { } denial)
            {
                await DenyAsync(context, denial, format);
                return;
            }

            await ReadAsync(context.Request, parameters, context.RequestAborted);
            if (accepted.Framing is null)
                await ExecuteAsync(context, parameters, format);
            else
                await _streams.AnswerAsync(context, parameters, accepted);
        }
        catch (RequestRefusedException refusal)
        {
            if (refusal.Allow is { } allow)
                context.Response.Headers.Allow = allow;
            await _writer.WriteErrorsAsync(context, ResponseStatus.Of(refusal, _options.Specification), refusal.ToErrors(), format);
        }
        catch (Exception exception) when (IsOver(context, exception))
        {
            // the client has gone, or was cut; there is nobody to answer
        }
        catch (BadHttpRequestException exception)
        {
            // the server's own limits: too large, too slow, ended too early
            LogBadRequest(_logger, exception.StatusCode, exception.Message);
            await AnswerFailureAsync(context, exception.StatusCode, exception.Message, ErrorCodes.BadRequest, format);
        }
        catch (Exception exception)
        {
            LogUnexpected(_logger, exception);
            await AnswerFailureAsync(
                context, StatusCodes.Status500InternalServerError, "Something unexpected failed.", ErrorCodes.Internal, format);
        }
    }

    private static bool IsOver(HttpContext context, Exception exception) =>
        context.RequestAborted.IsCancellationRequested || (exception is OperationCanceledException && context.Response.HasStarted);

    private ValueTask DenyAsync(HttpContext context, RequestDenial denial, ResponseFormat format) =>
        _writer.WriteErrorsAsync(context, denial.StatusCode, [denial.Error], format);

    private async ValueTask ReadAsync(HttpRequest request, RequestParameters parameters, CancellationToken cancellationToken)
    {
        if (_options.AllowGet && HttpMethods.IsGet(request.Method))
            _getReader.Read(request.Query, parameters);
        else if (!HttpMethods.IsPost(request.Method))
            throw Refusals.MethodNotAllowed(request.Method, _options.AllowGet);
        else if (MediaTypes.ReadContentType(request.ContentType) == BodyFormat.Json)
            await _postReader.ReadAsync(request, parameters, cancellationToken);
        else
            await _multipartReader.ReadAsync(request, parameters, cancellationToken);
    }

    private async ValueTask ExecuteAsync(HttpContext context, RequestParameters parameters, ResponseFormat format)
    {
        var allows = HttpMethods.IsGet(context.Request.Method) ? AllowedByGet : AllowedByPost;
        using var result = await _pipeline.ExecuteAsync(context, parameters, allows, context.RequestAborted);
        await _writer.WriteAsync(context, result, format);
    }

    private static readonly Func<OperationType, bool> AllowedByGet = static type => type == OperationType.Query;
    private static readonly Func<OperationType, bool> AllowedByPost = static type => type != OperationType.Subscription;

    private async ValueTask AnswerFailureAsync(HttpContext context, int status, string message, string code, ResponseFormat format)
    {
        if (context.Response.HasStarted)
        {
            // half an answer must not look like a whole one
            context.Abort();
            return;
        }

        await _writer.WriteErrorsAsync(context, status, [new GraphQLError(message) { Code = code }], format);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A request ended with {StatusCode} before it was read: {Reason}")]
    private static partial void LogBadRequest(ILogger logger, int statusCode, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A GraphQL request failed outside of execution")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
