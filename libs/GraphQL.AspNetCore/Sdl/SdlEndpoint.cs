using System.Security.Cryptography;
using System.Text;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GraphQL.AspNetCore.Sdl;

/// <summary><c>GET /graphql?sdl</c>: the schema as text, for code generators and for people.</summary>
internal sealed class SdlEndpoint
{
    private readonly Lazy<(byte[] Text, EntityTagHeaderValue Tag)> _document;

    public SdlEndpoint(Schema schema)
    {
        _document = new(() =>
        {
            var text = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema));
            return (text, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))}\""));
        });
    }

    public Task ServeAsync(HttpContext context)
    {
        var (text, tag) = _document.Value;
        // a schema changes with the server only, but must be asked for anew each time
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(text, "text/plain; charset=utf-8", entityTag: tag).ExecuteAsync(context);
    }
}
