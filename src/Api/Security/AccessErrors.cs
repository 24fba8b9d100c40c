using System.Text.Json;

namespace Guildhall.Api.Security;

/// <summary>What callers who are not let in are told, in the form of a GraphQL response, which every client here can read.</summary>
internal static class AccessErrors
{
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string Forbidden = "FORBIDDEN";
    public const string KeyMissing = "An API key is needed: send it as Authorization: Bearer <key>, or as X-API-Key.";
    public const string KeyMissingInPayload = "An API key is needed: send it as Authorization: Bearer <key> in the payload of connection_init.";
    public const string KeyUnknown = "The API key is not known here.";

    public static async Task WriteAsync(HttpContext context, int statusCode, string code, string message)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartArray("errors"u8);
        writer.WriteStartObject();
        writer.WriteString("message"u8, message);
        writer.WriteStartObject("extensions"u8);
        writer.WriteString("code"u8, code);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
