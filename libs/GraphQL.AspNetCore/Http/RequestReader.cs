using GraphQL.AspNetCore.Multipart;
using GraphQL.AspNetCore.Pipeline;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Http;

/// <summary>Reads requests, whichever way they are written.</summary>
internal sealed class RequestReader(GraphQLServerOptions options, JsonRequestParser parser, UploadDirectory uploads)
{
    private readonly GetRequestReader _get = new(options, parser);
    private readonly PostRequestReader _post = new(options);
    private readonly MultipartRequestReader _multipart = new(options, parser, uploads);

    private readonly string _allowedMethods =
        (options.AllowGet ? "GET, POST" : "POST") + (options.SingleConnection.Enabled ? ", PUT, DELETE" : "");

    /// <summary>Reads one request.</summary>
    /// <exception cref="RequestRefusedException">It is none.</exception>
    public async ValueTask ReadAsync(HttpRequest request, RequestParameters parameters, CancellationToken cancellationToken)
    {
        if (await ReadBodyAsync(request, parameters, cancellationToken) is { } body)
            parser.Parse(body.Memory, PostRequestReader.What, parameters);
    }

    /// <summary>
    /// Reads one request, unless it is written in JSON: then its bytes are returned, for there may be several. They live as long as
    /// <paramref name="parameters"/>.
    /// </summary>
    /// <exception cref="RequestRefusedException">It is none.</exception>
    public async ValueTask<RequestBody?> ReadBodyAsync(HttpRequest request, RequestParameters parameters, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            ReadGet(request, parameters);
            return null;
        }

        if (MediaTypes.ReadContentType(request.ContentType) == BodyFormat.Json)
            return await _post.ReadBodyAsync(request, parameters, cancellationToken);
        await _multipart.ReadAsync(request, parameters, cancellationToken);
        return null;
    }

    private void ReadGet(HttpRequest request, RequestParameters parameters)
    {
        if (!options.AllowGet || !HttpMethods.IsGet(request.Method))
            throw Refusals.MethodNotAllowed(request.Method, _allowedMethods);
        if (options.RequirePreflightHeaderOnGet && string.IsNullOrEmpty(request.Headers[MediaTypes.PreflightHeader]))
            throw Refusals.PreflightHeaderMissingOnGet();
        _get.Read(request.Query, parameters);
    }
}
