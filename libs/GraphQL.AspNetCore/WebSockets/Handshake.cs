using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>
/// Turns a request into a socket: over HTTP/1.1 by an upgrade (RFC 6455, section 4.2), over HTTP/2, which browsers use on connections
/// they have already, by an extended CONNECT (RFC 8441).
/// </summary>
internal static class Handshake
{
    public const string SupportedVersion = "13";

    private const string Protocol = "websocket";
    private const int KeyBytes = 16;

    /// <summary>Whether a request asks for a socket.</summary>
    public static bool IsAskedFor(HttpContext context)
    {
        if (HttpMethods.IsConnect(context.Request.Method))
            return context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true, Protocol: Protocol };
        return HttpMethods.IsGet(context.Request.Method)
            && context.Request.Headers.Upgrade.ToString().Equals(Protocol, StringComparison.OrdinalIgnoreCase)
            && context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true };
    }

    /// <summary>Whether it asks in a version that is spoken here.</summary>
    public static bool IsVersionSupported(HttpRequest request) => request.Headers.SecWebSocketVersion.ToString() == SupportedVersion;

    /// <summary>Whether its key is one; HTTP/2 needs none.</summary>
    public static bool IsKeyValid(HttpRequest request)
    {
        Span<byte> key = stackalloc byte[KeyBytes];
        return HttpMethods.IsConnect(request.Method)
            || (request.Headers.SecWebSocketKey.ToString() is { Length: 24 } text && Convert.TryFromBase64String(text, key, out var length) && length == KeyBytes);
    }

    /// <summary>Accepts the request.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="subprotocol">Named in the answer; null for none.</param>
    /// <param name="isCompressionAgreed">Whether the answer agrees to compression.</param>
    /// <returns>The connection, on which frames follow.</returns>
    public static async ValueTask<Stream> AcceptAsync(HttpContext context, string? subprotocol, bool isCompressionAgreed)
    {
        var headers = context.Response.Headers;
        if (subprotocol is not null)
            headers.SecWebSocketProtocol = subprotocol;
        if (isCompressionAgreed)
            headers.SecWebSocketExtensions = CompressionOffer.Agreement;
        // the server's own times for requests and slow readers end here; the socket has its own
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        if (HttpMethods.IsConnect(context.Request.Method))
            return await context.Features.GetRequiredFeature<IHttpExtendedConnectFeature>().AcceptAsync();

        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        headers.Connection = "Upgrade";
        headers.Upgrade = Protocol;
        headers.SecWebSocketAccept = AcceptOf(context.Request.Headers.SecWebSocketKey.ToString());
        return await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
    }

    /// <summary>The answer to a client's key; RFC 6455, section 4.2.2. SHA-1 protects nothing here, the specification asks for it.</summary>
#pragma warning disable CA5350
    private static string AcceptOf(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes($"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
}
