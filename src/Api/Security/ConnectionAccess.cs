using GraphQL.AspNetCore;

namespace Guildhall.Api.Security;

/// <summary>
/// Who may speak over a connection that carries many operations. Over a socket the same keys count as over HTTP, in a header of the
/// upgrade or in the payload of <c>connection_init</c>, which comes before the header. Without any keys, the rules for requests from
/// this machine were applied to the upgrade already.
/// </summary>
internal static class ConnectionAccess
{
    /// <summary>Decides on a connection, and remembers whose it is.</summary>
    public static ConnectionDecision Decide(ConnectionInitialization initialization, ApiKeyRing keys)
    {
        var current = initialization.Context.RequestServices.GetRequiredService<CurrentViewer>();
        if (SentKey.Of(initialization.Payload) is { } key)
        {
            if (keys.Find(key) is not { } principal)
                return ConnectionDecision.Reject(AccessErrors.KeyUnknown);
            current.Viewer = principal.Viewer;
            initialization.Context.User = principal;
        }

        return current.Viewer.IsKnown
            ? ConnectionDecision.Accept(current.Viewer.UserId.ToString())
            : ConnectionDecision.Reject(AccessErrors.KeyMissingInPayload);
    }

    /// <summary>Lets the services of an operation know whose connection it came by.</summary>
    public static void Prepare(HttpContext connection, HttpContext operation) =>
        operation.RequestServices.GetRequiredService<CurrentViewer>().Viewer =
            connection.RequestServices.GetRequiredService<CurrentViewer>().Viewer;
}
