using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace GraphQL.AspNetCore.Pipeline;

/// <summary>
/// Gives an operation an <see cref="HttpContext"/> of its own over the connection's: a socket, or a stream of events, lives for hours, and
/// what lives as long as a request must not. The request is the one that opened the connection; services are the operation's scope; user
/// and items are copies; the response goes nowhere, since the real one has become the connection.
/// </summary>
internal static class OperationContext
{
    public static HttpContext Create(HttpContext connection, IServiceProvider services, CancellationToken aborted)
    {
        var features = new FeatureCollection(connection.Features);
        features.Set<IServiceProvidersFeature>(new ServiceProvidersFeature { RequestServices = services });
        features.Set<IItemsFeature>(new ItemsFeature { Items = new Dictionary<object, object?>(connection.Items) });
        features.Set<IHttpAuthenticationFeature>(new CallerFeature { User = connection.User });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = aborted });
        return new DefaultHttpContext(features);
    }

    private sealed class CallerFeature : IHttpAuthenticationFeature
    {
        public ClaimsPrincipal? User { get; set; }
    }
}
