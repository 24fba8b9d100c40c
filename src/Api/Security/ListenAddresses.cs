using System.Net;

namespace Guildhall.Api.Security;

/// <summary>Where the server is told to listen, as far as configuration says.</summary>
internal static class ListenAddresses
{
    /// <summary>The first configured address that other machines can reach, with the key that says so; null when there is none.</summary>
    public static (string Key, string Address)? FindPublic(IConfiguration configuration)
    {
        // endpoints replace urls, which replace ports; without any, Kestrel takes localhost:5000
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().ToList();
        if (endpoints.Count > 0)
            return Find(endpoints.Select(endpoint => ($"{endpoint.Path}:Url", endpoint["Url"])));
        if (configuration["urls"] is { Length: > 0 } urls)
            return Find(urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => ("urls", (string?)url)));
        foreach (var key in (string[])["http_ports", "https_ports"])
        {
            if (configuration[key] is { Length: > 0 } ports)
                return (key, ports);
        }

        return null;
    }

    private static (string Key, string Address)? Find(IEnumerable<(string Key, string? Url)> addresses)
    {
        foreach (var (key, url) in addresses)
        {
            if (!string.IsNullOrEmpty(url) && !IsLoopback(url))
                return (key, url);
        }

        return null;
    }

    private static bool IsLoopback(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return !address.IsUnixPipe && !address.IsNamedPipe && IsLoopbackHost(address.Host);
        }
        catch (FormatException)
        {
            // the server will refuse it in its own words
            return true;
        }
    }

    /// <summary>True for <c>localhost</c> and the addresses that never leave the machine.</summary>
    public static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
