namespace Guildhall.Api.Security;

/// <summary>Finds out who asks, before anything else is done for them.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next, ApiKeyRing keys)
{
    public Task InvokeAsync(HttpContext context, CurrentViewer current)
    {
        if (SentKey.Of(context.Request) is { } key)
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
}
