namespace Guildhall.Api.Security;

/// <summary>Finds out who asks, before anything else is done for them.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next, ApiKeyRing keys)
{
    public Task InvokeAsync(HttpContext context, CurrentViewer current)
    {
        var principal = ViewerPrincipal.Stranger;
        if (SentKey.Of(context.Request) is { } key)
        {
            if (keys.Find(key) is not { } found)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                return AccessErrors.WriteAsync(context, StatusCodes.Status401Unauthorized, AccessErrors.Unauthenticated, AccessErrors.KeyUnknown);
            }

            principal = found;
        }
        else if (keys.IsEmpty)
        {
            if (DevelopmentAccess.FindObjection(context) is { } objection)
                return AccessErrors.WriteAsync(context, StatusCodes.Status403Forbidden, AccessErrors.Forbidden, objection);
            principal = DevelopmentAccess.Principal;
        }

        current.Viewer = principal.Viewer;
        context.User = principal;
        return next(context);
    }
}
