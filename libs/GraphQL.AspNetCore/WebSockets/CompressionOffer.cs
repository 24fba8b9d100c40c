using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>What a client offers of permessage-deflate; RFC 7692, section 7.1.</summary>
internal static class CompressionOffer
{
    /// <summary>
    /// The only agreement there is: each message is compressed by itself, in either direction. A server may demand that of itself and
    /// of the client, whether offered or not (sections 7.1.1.1 and 7.1.1.2).
    /// </summary>
    public const string Agreement = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    private const string Name = "permessage-deflate";
    private const int LargestWindow = 15;

    /// <summary>Whether one of the offers can be agreed to.</summary>
    /// <param name="extensions">The values of <c>Sec-WebSocket-Extensions</c>.</param>
    public static bool IsAcceptable(StringValues extensions)
    {
        foreach (var offer in extensions.ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            var parts = offer.Split(';', StringSplitOptions.TrimEntries);
            if (parts[0].Equals(Name, StringComparison.OrdinalIgnoreCase) && AreAcceptable(parts.AsSpan(1)))
                return true;
        }

        return false;
    }

    private static bool AreAcceptable(ReadOnlySpan<string> parameters)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in parameters)
        {
            var (name, value) = parameter.IndexOf('=') is var at and >= 0
                ? (parameter[..at].TrimEnd(), parameter[(at + 1)..].Trim().Trim('"'))
                : (parameter, null);
            var isAcceptable = name.ToLowerInvariant() switch
            {
                "server_no_context_takeover" or "client_no_context_takeover" => value is null,
                // a smaller window of ours would have to be kept to, and the compression here knows only the largest
                "server_max_window_bits" => WindowOf(value) == LargestWindow,
                "client_max_window_bits" => value is null || WindowOf(value) is >= 8 and <= LargestWindow,
                _ => false,
            };
            if (!isAcceptable || !seen.Add(name))
                return false;
        }

        return true;
    }

    private static int WindowOf(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 0;
}
