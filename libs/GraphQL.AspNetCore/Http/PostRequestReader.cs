using GraphQL.AspNetCore.Compression;
using GraphQL.AspNetCore.Pipeline;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Http;

/// <summary>Reads <c>POST</c> with <c>Content-Type: application/json</c>.</summary>
internal sealed class PostRequestReader
{
    public const string What = "The request's body";

    private readonly GraphQLServerOptions _options;
    private readonly Func<RequestRefusedException> _tooLarge;

    public PostRequestReader(GraphQLServerOptions options)
    {
        _options = options;
        _tooLarge = () => Refusals.BodyTooLarge(options.MaxRequestBytes);
    }

    /// <summary>The body's bytes, decompressed, in the hands of <paramref name="parameters"/>.</summary>
    public async ValueTask<RequestBody> ReadBodyAsync(HttpRequest request, RequestParameters parameters, CancellationToken cancellationToken)
    {
        if (request.ContentLength > _options.MaxRequestBytes)
            throw _tooLarge();
        var body = parameters.Own(request.Headers.ContentEncoding.Count == 0
            ? await RequestBody.ReadAsync(request.BodyReader, _options.MaxRequestBytes, _tooLarge, cancellationToken)
            : await DecompressAsync(request, cancellationToken));
        return body.Length == 0 ? throw Refusals.BodyEmpty() : body;
    }

    /// <summary>What comes out is bounded, and read no further than that: a small body cannot become a large one.</summary>
    private async ValueTask<RequestBody> DecompressAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var encoding = request.Headers.ContentEncoding;
        if (!_options.Compression.Requests || ContentCoding.Named(encoding) is not { } coding)
            throw Refusals.ContentEncodingUnsupported(encoding.ToString(), _options.Compression.Requests);
        try
        {
            await using var body = coding.Decompress(request.Body);
            return await RequestBody.ReadAsync(body, _options.MaxRequestBytes, _tooLarge, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException || exception.GetType() == typeof(InvalidOperationException))
        {
            // the second is how a faulty brotli stream is told
            throw Refusals.ContentEncodingFaulty(coding.Name);
        }
    }
}
