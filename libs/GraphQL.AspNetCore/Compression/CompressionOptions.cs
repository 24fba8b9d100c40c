using System.IO.Compression;

namespace GraphQL.AspNetCore;

/// <summary>
/// Compression of responses by gzip and brotli, for clients that accept it, and of requests. A GET that carries a cookie is answered
/// uncompressed: another site can have a browser send it with names of its choice in it, and read secrets off the length of the answer.
/// </summary>
public sealed class CompressionOptions
{
    /// <summary>Whether responses are compressed. Switch it off where a proxy in front does that.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The shortest answer that is compressed, in bytes; at least 1. Shorter ones would hardly become so.</summary>
    public int MinBytes { get; set; } = 2_048;

    /// <summary>Speed against size.</summary>
    public CompressionLevel Level { get; set; } = CompressionLevel.Fastest;

    /// <summary>Whether streams are compressed too; each result is still sent at once. It costs some memory for each open stream.</summary>
    public bool Streams { get; set; } = true;

    /// <summary>Whether the bodies of requests may be compressed; the bound of their length holds for what comes out.</summary>
    public bool Requests { get; set; } = true;

    internal void Validate()
    {
        if (MinBytes < 1)
            throw new InvalidOperationException($"GraphQLServerOptions.Compression.MinBytes must be at least 1, but is {MinBytes}.");
    }
}
