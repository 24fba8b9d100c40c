namespace Guildhall.Api.Security;

/// <summary>Finds out who asks, before anything else is done for them.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next, ApiKeyRing keys)
{
    private const string BearerPrefix = "Bearer ";

    public Task InvokeAsync(HttpContext context, CurrentViewer current)
    {
        if (ReadKey(context.Request) is { } key)
        {
            if (keys.Find(key) is not { } viewer)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                return AccessErrors.WriteAsync(context, StatusCodes.Status401Unauthorized, AccessErrors.Unauthenticated, AccessErrors.KeyUnknown);
            }

            current.Viewer = viewer;
        }
        else if (keys.IsEmpty)
        {
            if (DevelopmentAccess.FindObjection(context) is { } objection)
                return AccessErrors.WriteAsync(context, StatusCodes.Status403Forbidden, AccessErrors.Forbidden, objection);
            current.Viewer = DevelopmentAccess.Viewer;
        }

        return next(context);
    }

    /// <summary>The key as sent, perhaps empty; null when none is.</summary>
    private static string? ReadKey(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
            return authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) ? authorization[BearerPrefix.Length..].Trim() : "";
        return request.Headers.TryGetValue("X-API-Key", out var key) ? key.ToString() : null;
    }
}
