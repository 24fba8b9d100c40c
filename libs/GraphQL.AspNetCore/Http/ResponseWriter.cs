using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using GraphQL.AspNetCore.Compression;
using GraphQL.AspNetCore.Diagnostics;
using GraphQL.AspNetCore.PersistedOperations;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Http;

/// <summary>Writes whole answers in the form that the client accepts.</summary>
internal sealed class ResponseWriter(GraphQLServerOptions options, ResponseCompression compression, CachePolicy caching, ServerInstruments instruments)
{
    private static readonly ReadOnlyMemory<byte> Opening = "["u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Comma = ","u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Closing = "]"u8.ToArray();

    private readonly HttpSpecification _specification = options.Specification;

    /// <summary>Up to here a response is handed to the server in one go; a larger one waits for the client segment by segment.</summary>
    private const int WriteAtOnceBytes = 64 * 1024;

    /// <summary>Writes what execution gave.</summary>
    public ValueTask WriteAsync(HttpContext context, RequestParameters parameters, ExecutionResult result, ResponseFormat asked)
    {
        var response = context.Response;
        var length = result.Length;
        var coding = compression.ForAnswer(context.Request, length);
        var status = ResponseStatus.Of(result, asked, _specification);
        Begin(context, status, asked);
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = "POST";
        if (status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = ((int)options.Concurrency.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (CachePolicy.IsCacheable(context.Request, parameters, result) && IsHeld(context, result, asked, coding))
            return ValueTask.CompletedTask;
        if (coding != ContentCoding.Identity)
            return WriteCompressedAsync(context, result, coding);

        response.ContentLength = length;
        return length > WriteAtOnceBytes ? result.WriteToAsync(response.Body, context.RequestAborted) : WriteAtOnceAsync(context, result);
    }

    /// <summary>Writes the results of a batch, as an array.</summary>
    public async ValueTask WriteAsync(HttpContext context, IReadOnlyList<ExecutionResult> results, ResponseFormat format)
    {
        var response = context.Response;
        Begin(context, StatusCodes.Status200OK, format);
        var length = 1L;
        foreach (var result in results)
            length += result.Length + 1;
        var coding = compression.ForAnswer(context.Request, length);
        if (coding == ContentCoding.Identity)
            response.ContentLength = length;
        else
            response.Headers.ContentEncoding = coding.Name;
        await using var compressed = coding == ContentCoding.Identity ? null : compression.Open(response, coding);
        var body = compressed ?? response.Body;
        for (var i = 0; i < results.Count; i++)
        {
            await body.WriteAsync(i == 0 ? Opening : Comma, context.RequestAborted);
            await results[i].WriteToAsync(body, context.RequestAborted);
        }

        await body.WriteAsync(Closing, context.RequestAborted);
    }

    /// <summary>Writes errors of a request that was never executed. Such a response has no <c>data</c>.</summary>
    public async ValueTask WriteErrorsAsync(HttpContext context, int status, ImmutableArray<GraphQLError> errors, ResponseFormat asked)
    {
        instruments.CountRefused(errors[0].Code);
        var body = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("errors"u8);
            foreach (var error in errors)
            {
                writer.WriteStartObject();
                writer.WriteString("message"u8, error.Message);
                writer.WriteStartObject("extensions"u8);
                writer.WriteString("code"u8, error.Code ?? ErrorCodes.BadRequest);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        Begin(context, status, asked);
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private void Begin(HttpContext context, int status, ResponseFormat asked)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = MediaTypes.ContentType(ResponseStatus.FormatOf(status, asked, _specification));
        response.Headers.Vary = compression.Vary;
        // answers depend on who asks; a shared cache must never keep one
        response.Headers.CacheControl = "no-store";
    }

    private static ValueTask WriteAtOnceAsync(HttpContext context, ExecutionResult result)
    {
        var body = context.Response.BodyWriter;
        result.WriteTo(body);
        var flush = body.FlushAsync(context.RequestAborted);
        return flush.IsCompletedSuccessfully ? ValueTask.CompletedTask : new ValueTask(flush.AsTask());
    }

    private async ValueTask WriteCompressedAsync(HttpContext context, ExecutionResult result, ContentCoding coding)
    {
        context.Response.Headers.ContentEncoding = coding.Name;
        await using var body = compression.Open(context.Response, coding);
        await result.WriteToAsync(body, context.RequestAborted);
    }

    /// <summary>Lets caches keep the answer; true when the client has it already and the response is complete without a body.</summary>
    private bool IsHeld(HttpContext context, ExecutionResult result, ResponseFormat format, ContentCoding coding)
    {
        var response = context.Response;
        var tag = CachePolicy.Tag(result.ToArray(), format, coding);
        response.Headers.CacheControl = caching.CacheControl(context);
        response.Headers.ETag = tag;
        response.Headers.Vary = $"{compression.Vary}, Authorization, Cookie";
        if (!CachePolicy.IsHeld(context.Request, tag))
            return false;
        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentType = null;
        return true;
    }
}
