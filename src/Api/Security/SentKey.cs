using System.Text.Json;

namespace Guildhall.Api.Security;

/// <summary>The API key that a client sends, by whichever of the ways it may.</summary>
internal static class SentKey
{
    private const string ApiKeyName = "X-API-Key";
    private const string AuthorizationName = "Authorization";
    private const string BearerPrefix = "Bearer ";

    /// <summary>The key in a request's headers, perhaps empty; null when there is none.</summary>
    public static string? Of(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
            return OfAuthorization(authorization);
        return request.Headers.TryGetValue(ApiKeyName, out var key) ? key.ToString() : null;
    }

    /// <summary>
    /// The key in the payload of a socket's <c>connection_init</c>, where browsers send it, whose sockets have no headers of their
    /// own; named like the headers, in any case. Perhaps empty; null when there is none.
    /// </summary>
    public static string? Of(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object)
            return null;
        string? key = null;
        foreach (var member in payload.EnumerateObject())
        {
            if (member.Name.Equals(AuthorizationName, StringComparison.OrdinalIgnoreCase))
                return member.Value.ValueKind == JsonValueKind.String ? OfAuthorization(member.Value.GetString()!) : "";
            if (member.Name.Equals(ApiKeyName, StringComparison.OrdinalIgnoreCase))
                key = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : "";
        }

        return key;
    }

    private static string OfAuthorization(string value) =>
        value.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) ? value[BearerPrefix.Length..].Trim() : "";
}
