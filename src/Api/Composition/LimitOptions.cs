using Guildhall.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Guildhall.Api.Composition;

/// <summary>Bounds of what clients can ask of the server; <c>Limits</c> in the configuration.</summary>
internal sealed record LimitOptions
{
    /// <summary><c>Limits:MaxRequestBytes</c>: the largest GraphQL request, uploads apart.</summary>
    public required int MaxRequestBytes { get; init; }

    /// <summary><c>Limits:MaxUploadBytes</c>: the largest uploaded file.</summary>
    public required long MaxUploadBytes { get; init; }

    /// <summary><c>Limits:MaxConnections</c>: open connections at once.</summary>
    public required int MaxConnections { get; init; }

    /// <summary><c>Limits:RequestTimeoutSeconds</c>: how long an operation may run.</summary>
    public required TimeSpan RequestTimeout { get; init; }

    /// <summary><c>Limits:ShutdownTimeoutSeconds</c>: how long requests may take to end when the server is told to stop.</summary>
    public required TimeSpan ShutdownTimeout { get; init; }

    public static LimitOptions Read(ConfigurationReader reader) => new()
    {
        MaxRequestBytes = (int)reader.Number("Limits:MaxRequestBytes", 1 << 20, 1 << 10, 64 << 20),
        MaxUploadBytes = reader.Number("Limits:MaxUploadBytes", 8L << 30, 1 << 10, 1L << 40),
        MaxConnections = (int)reader.Number("Limits:MaxConnections", 1_000, 1, 1_000_000),
        RequestTimeout = TimeSpan.FromSeconds(reader.Number("Limits:RequestTimeoutSeconds", 60, 1, 3_600)),
        ShutdownTimeout = TimeSpan.FromSeconds(reader.Number("Limits:ShutdownTimeoutSeconds", 30, 1, 3_600)),
    };

    public void Apply(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MaxRequestBytes;
        options.Limits.MaxConcurrentConnections = MaxConnections;
        options.Limits.MaxConcurrentUpgradedConnections = MaxConnections;
        // queries by GET live in the request line
        options.Limits.MaxRequestLineSize = 16 << 10;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        // a client that sends slower than this holds a connection for nothing; the default, made visible
        options.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        options.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }
}
