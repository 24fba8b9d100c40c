using GraphQL.AspNetCore.Pipeline;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Http;

/// <summary>Reads <c>POST</c> with <c>Content-Type: application/json</c>.</summary>
internal sealed class PostRequestReader(GraphQLServerOptions options, JsonRequestParser parser)
{
    private const string What = "The request's body";

    public async ValueTask ReadAsync(HttpRequest request, RequestParameters parameters, CancellationToken cancellationToken)
    {
        if (request.ContentLength > options.MaxRequestBytes)
            throw Refusals.BodyTooLarge(options.MaxRequestBytes);
        var body = parameters.Own(await RequestBody.ReadAsync(
            request.Body, options.MaxRequestBytes, () => Refusals.BodyTooLarge(options.MaxRequestBytes), cancellationToken));
        if (body.Length == 0)
            throw Refusals.BodyEmpty();
        parser.Parse(body.Memory, What, parameters);
    }
}
