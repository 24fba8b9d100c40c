using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Compression;

/// <summary>Decides whether and how a response is compressed.</summary>
internal sealed class ResponseCompression(CompressionOptions options)
{
    /// <summary>What a response's Vary header says.</summary>
    public string Vary { get; } = options.Enabled ? "Accept, Accept-Encoding" : "Accept";

    /// <summary>For an answer of that many bytes.</summary>
    public ContentCoding ForAnswer(HttpRequest request, long length)
    {
        if (!options.Enabled || request.Headers.AcceptEncoding.Count == 0)
            return ContentCoding.Identity;
        var accepted = request.Headers.AcceptEncoding;
        var isWorthwhile = length >= options.MinBytes && !MayBeForced(request);
        // only one that says so with a zero does not take a short answer as it is
        return isWorthwhile || accepted.ToString().Contains("q=0", StringComparison.OrdinalIgnoreCase)
            ? ContentCoding.Choose(accepted, isWorthwhile)
            : ContentCoding.Identity;
    }

    /// <summary>For a response that goes on.</summary>
    public ContentCoding ForStream(HttpRequest request) =>
        !options.Enabled || !options.Streams || request.Headers.AcceptEncoding.Count == 0 || MayBeForced(request)
            ? ContentCoding.Identity
            : ContentCoding.Choose(request.Headers.AcceptEncoding, isWorthwhile: true);

    /// <summary>A stream whose bytes come compressed into the response.</summary>
    public Stream Open(HttpResponse response, ContentCoding coding) => coding.Compress(response.Body, options.Level);

    /// <summary>True for what another site can have a browser send in its user's name.</summary>
    private static bool MayBeForced(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Headers.Cookie.Count > 0;
}
