using System.Text.Json;
using GraphQL.AspNetCore.Compression;
using GraphQL.AspNetCore.Http;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.AspNetCore.Streaming;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace GraphQL.AspNetCore.Sse;

/// <summary>
/// The single-connection mode (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md): PUT reserves a stream, GET or POST opens
/// it, further requests run operations on it, and DELETE ends one of them.
/// </summary>
internal sealed class SingleConnectionEndpoint(
    RequestPipeline pipeline,
    GraphQLServerOptions options,
    RequestReader reader,
    ResponseWriter writer,
    ResponseCompression compression,
    StreamCounters counters,
    TimeProvider timeProvider,
    IHostApplicationLifetime lifetime)
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private const string TokenParameter = "token";
    private const int MaxOperationIdLength = 256;

    private readonly EventStreams _streams = new(options.SingleConnection, timeProvider);

    /// <summary>True for requests of this mode: they carry a token, or want one.</summary>
    public bool Concerns(HttpRequest request) =>
        options.SingleConnection.Enabled
        && (HttpMethods.IsPut(request.Method) || HttpMethods.IsDelete(request.Method) || request.Headers.ContainsKey(TokenHeader)
            || (request.QueryString.HasValue && request.Query.ContainsKey(TokenParameter)));

    /// <summary>Answers one.</summary>
    /// <exception cref="RequestRefusedException">It cannot be served.</exception>
    public ValueTask AnswerAsync(HttpContext context, AcceptedForms accepted)
    {
        var request = context.Request;
        var caller = options.SingleConnection.Caller(context);
        if (HttpMethods.IsPut(request.Method))
            return ReserveAsync(context, caller);
        var stream = TokenOf(request) is { } token && _streams.Find(token, caller) is { } found ? found : throw Refusals.StreamNotFound();
        if (HttpMethods.IsDelete(request.Method))
            return EndOperation(context, stream);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
            throw Refusals.MethodNotAllowed(request.Method, "GET, POST, PUT, DELETE");
        return accepted.Framing == StreamFraming.EventStream ? OpenAsync(context, stream) : ExecuteAsync(context, stream);
    }

    private static string? TokenOf(HttpRequest request)
    {
        var token = request.Headers[TokenHeader];
        return StringValues.IsNullOrEmpty(token) ? request.Query[TokenParameter] : token;
    }

    private ValueTask ReserveAsync(HttpContext context, object? caller)
    {
        var stream = _streams.Reserve(caller) ?? throw Refusals.TooManyStreams();
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return new ValueTask(context.Response.WriteAsync(stream.Token, context.RequestAborted));
    }

    private static ValueTask EndOperation(HttpContext context, EventStream stream)
    {
        stream.Cancel(context.Request.Query["operationId"] is [{ Length: > 0 } id] ? id : throw Refusals.OperationIdMissing());
        context.Response.StatusCode = StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }

    private async ValueTask OpenAsync(HttpContext context, EventStream stream)
    {
        await using var response = new StreamedResponse(context, StreamFraming.EventStream, options.Streaming, compression, counters, timeProvider);
        using var connection = new EventStreamConnection(context, stream, response, pipeline, options, lifetime.ApplicationStopping);
        if (!stream.TryOpen(connection, out var waiting))
            throw Refusals.StreamOpen();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await response.BeginAsync();
            foreach (var operation in waiting)
                await connection.StartWaitingAsync(operation);
            while (!end.IsCancellationRequested)
            {
                await Task.Delay(options.Streaming.HeartbeatInterval, timeProvider, end.Token);
                await connection.HeartbeatAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // the client has gone, or the application stops
        }
        finally
        {
            _streams.Remove(stream);
            if (!context.RequestAborted.IsCancellationRequested)
                await connection.WhenAllEndedAsync();
            stream.Close();
            await connection.WhenAllEndedAsync();
        }

        if (!context.RequestAborted.IsCancellationRequested)
            await response.InterruptAsync();
    }

    private async ValueTask ExecuteAsync(HttpContext context, EventStream stream)
    {
        var operation = await ReadAsync(context);
        EventStreamConnection? connection;
        try
        {
            var addition = stream.TryAdd(operation, out connection);
            if (addition != EventStreamAddition.Added)
                throw Refusals.Of(addition, operation.Id);
        }
        catch
        {
            operation.Dispose();
            throw;
        }

        if (connection is not null && await connection.StartAsync(operation) is { } refusal)
        {
            // with a status that tells: after one of success the client would wait for results by the stream
            using (refusal)
                await writer.WriteAsync(context, operation.Parameters, refusal, ResponseFormat.GraphQLResponse);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async ValueTask<EventStreamOperation> ReadAsync(HttpContext context)
    {
        var parameters = new RequestParameters();
        try
        {
            await reader.ReadAsync(context.Request, parameters, context.RequestAborted);
            var id = parameters.Extensions.ValueKind == JsonValueKind.Object && parameters.Extensions.TryGetProperty("operationId"u8, out var member)
                ? member.ValueKind == JsonValueKind.String ? member.GetString()! : member.GetRawText()
                : "";
            if (id.Length is 0 or > MaxOperationIdLength)
                throw Refusals.OperationIdMissing();
            return new EventStreamOperation(id, parameters, HttpMethods.IsGet(context.Request.Method));
        }
        catch
        {
            parameters.Dispose();
            throw;
        }
    }
}
