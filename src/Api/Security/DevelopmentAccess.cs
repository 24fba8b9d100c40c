using System.Net;
using Guildhall.Domain.Access;

namespace Guildhall.Api.Security;

/// <summary>
/// Who works on this machine needs no key: without any configured, requests from here are the user <c>dev</c>. Since a browser
/// on this machine also runs other people's pages, and a proxy on it speaks for other people, both are kept out.
/// </summary>
internal static class DevelopmentAccess
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public static ViewerPrincipal Principal { get; } = new(new Viewer(UserIds.Of("dev"), "dev", new HashSet<Role> { Role.Player, Role.Admin }));

    /// <summary>Why the request may not count as coming from whoever sits at this machine; null when it may.</summary>
    public static string? FindObjection(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
            return "Without a configured API key only requests from this machine are answered; configure Authentication:ApiKeys.";

        // DNS rebinding: a foreign name that resolves to this machine
        if (!ListenAddresses.IsLoopbackHost(request.Host.Host))
            return "Without a configured API key the server must be addressed as localhost, 127.0.0.1 or [::1].";
        if (ProxyHeaders.FirstOrDefault(request.Headers.ContainsKey) is { } header)
            return $"The request came through a proxy ({header}); configure Authentication:ApiKeys before others can reach this server.";

        // cross-site request forgery: a page from elsewhere that speaks to this machine
        var origin = request.Headers.Origin;
        if (origin.Count > 0 && !origin.ToString().Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            return "Requests of pages from other origins are not answered without an API key.";
        return null;
    }
}
