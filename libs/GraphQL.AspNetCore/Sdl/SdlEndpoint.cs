using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using GraphQL.Execution;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GraphQL.AspNetCore.Sdl;

/// <summary><c>GET /graphql?sdl</c>: the schema as the caller sees it, as text, for code generators and for people.</summary>
/// <param name="executors">Know the views.</param>
internal sealed class SdlEndpoint(RequestExecutors executors)
{
    // as long as their view
    private readonly ConditionalWeakTable<Schema, Document> _documents = [];

    /// <summary>Sends it; false when the caller sees nothing, and nothing is sent yet.</summary>
    public async ValueTask<bool> TryServeAsync(HttpContext context)
    {
        if (executors.Views.Of(context.User).Schema is not { } schema)
            return false;
        var (text, tag) = _documents.GetValue(schema, static key => Document.Of(key));
        // a schema changes with the server and the caller, so it must be asked for anew each time
        context.Response.Headers.CacheControl = executors.Views.Roles.Count == 0 ? "no-cache" : "private, no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await TypedResults.Bytes(text, "text/plain; charset=utf-8", entityTag: tag).ExecuteAsync(context);
        return true;
    }

    private sealed record Document(byte[] Text, EntityTagHeaderValue Tag)
    {
        public static Document Of(Schema schema)
        {
            var text = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema, new SchemaPrinterOptions { WithAppliedDirectives = true }));
            return new Document(text, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))}\""));
        }
    }
}
