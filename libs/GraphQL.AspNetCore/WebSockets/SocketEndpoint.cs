using GraphQL.AspNetCore.Http;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>Decides whether a request becomes a socket, and serves it.</summary>
internal sealed class SocketEndpoint(SocketServices services, GraphQLServerOptions options, ResponseWriter writer)
{
    private readonly WebSocketTransportOptions _options = options.WebSockets;

    /// <summary>Whether a request is one for this endpoint.</summary>
    public bool Handles(HttpContext context) => _options.Enabled && Handshake.IsAskedFor(context);

    public async Task HandleAsync(HttpContext context)
    {
        if (FindObjection(context) is { } objection)
        {
            await RefuseAsync(context, objection);
            return;
        }

        var address = SocketRegistry.AddressOf(context);
        if (services.Registry.TryEnter(address) is { } status)
        {
            await RefuseAsync(context, SocketRefusals.TooMany(status));
            return;
        }

        try
        {
            services.Counters.CountAccepted();
            await ServeAsync(context);
        }
        finally
        {
            services.Registry.Leave(address);
        }
    }

    private RequestDenial? FindObjection(HttpContext context)
    {
        if (!Handshake.IsVersionSupported(context.Request))
        {
            context.Response.Headers.SecWebSocketVersion = Handshake.SupportedVersion;
            return SocketRefusals.VersionUnsupported();
        }

        if (!Handshake.IsKeyValid(context.Request))
            return SocketRefusals.KeyInvalid();
        if (!IsOriginAllowed(context.Request))
            return SocketRefusals.OriginNotAllowed(context.Request.Headers.Origin.ToString());
        // with a decision on connection_init to come, strangers may ask for one
        return _options.Authenticate is null ? options.Admit?.Invoke(context) : null;
    }

    private async Task ServeAsync(HttpContext context)
    {
        var subprotocol = Choose(context.Request);
        var isCompressed = _options.Compression && CompressionOffer.IsAcceptable(context.Request.Headers.SecWebSocketExtensions);
        var stream = await Handshake.AcceptAsync(context, subprotocol?.Name, isCompressed);
        // a browser shows a close code to its page and the status of a failed upgrade to nobody
        var refusal = subprotocol is null ? Closures.SubprotocolNotAcceptable : null;
        await using var connection = new SocketConnection(
            context, services, subprotocol ?? Subprotocol.GraphQLTransportWs, stream, isCompressed);
        await connection.RunAsync(refusal);
    }

    /// <summary>The best of the subprotocols that the client offers; null when there is none.</summary>
    private Subprotocol? Choose(HttpRequest request)
    {
        var offered = request.Headers.GetCommaSeparatedValues("Sec-WebSocket-Protocol");
        if (offered.Contains(Subprotocol.GraphQLTransportWs.Name, StringComparer.Ordinal))
            return Subprotocol.GraphQLTransportWs;
        return _options.AllowLegacyProtocol && offered.Contains(Subprotocol.LegacyGraphQLWs.Name, StringComparer.Ordinal)
            ? Subprotocol.LegacyGraphQLWs
            : null;
    }

    /// <summary>
    /// Whether the page that opens the socket, if it is a page, may. Its own host is compared without the scheme, for behind a proxy
    /// that ends TLS the two differ.
    /// </summary>
    private bool IsOriginAllowed(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || _options.AllowedOrigins.Contains("*") || _options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase))
            return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private async Task RefuseAsync(HttpContext context, RequestDenial denial)
    {
        services.Counters.CountRefused();
        await writer.WriteErrorsAsync(context, denial.StatusCode, [denial.Error], ResponseFormat.Json);
    }
}
