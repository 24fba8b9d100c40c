using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Http;

/// <summary>Writes responses in the form that the client accepts.</summary>
internal sealed class ResponseWriter(HttpSpecification specification)
{
    /// <summary>Up to here a response is handed to the server in one go; a larger one waits for the client segment by segment.</summary>
    private const int WriteAtOnceBytes = 64 * 1024;

    /// <summary>Writes what execution gave.</summary>
    public async ValueTask WriteAsync(HttpContext context, ExecutionResult result, ResponseFormat asked)
    {
        var response = context.Response;
        var status = ResponseStatus.Of(result, asked, specification);
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = "POST";
        Begin(context, status, asked);
        var length = result.Length;
        response.ContentLength = length;
        if (length > WriteAtOnceBytes)
        {
            await result.WriteToAsync(response.Body, context.RequestAborted);
            return;
        }

        result.WriteTo(response.BodyWriter);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary>Writes errors of a request that was never executed. Such a response has no <c>data</c>.</summary>
    public async ValueTask WriteErrorsAsync(HttpContext context, int status, ImmutableArray<GraphQLError> errors, ResponseFormat asked)
    {
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
        response.ContentType = MediaTypes.ContentType(ResponseStatus.FormatOf(status, asked, specification));
        response.Headers.Vary = "Accept";
        // answers depend on who asks; a shared cache must never keep one
        response.Headers.CacheControl = "no-store";
    }
}
