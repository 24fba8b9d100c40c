using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphQL.AspNetCore.Compression;

/// <summary>How a body is compressed; RFC 9110, section "Content Codings".</summary>
internal sealed class ContentCoding
{
    private readonly Func<Stream, CompressionLevel, Stream>? _compress;
    private readonly Func<Stream, Stream> _decompress;

    private ContentCoding(string name, Func<Stream, CompressionLevel, Stream>? compress, Func<Stream, Stream> decompress)
    {
        Name = name;
        _compress = compress;
        _decompress = decompress;
    }

    public static ContentCoding Identity { get; } = new("identity", null, static body => body);

    public static ContentCoding Gzip { get; } = new(
        "gzip",
        static (body, level) => new GZipStream(body, level, leaveOpen: true),
        static body => new GZipStream(body, CompressionMode.Decompress, leaveOpen: true));

    public static ContentCoding Brotli { get; } = new(
        "br",
        static (body, level) => new BrotliStream(body, level, leaveOpen: true),
        static body => new BrotliStream(body, CompressionMode.Decompress, leaveOpen: true));

    /// <summary>As headers name it.</summary>
    public string Name { get; }

    /// <summary>The coding that a request's Content-Encoding names; null for one that is not supported.</summary>
    public static ContentCoding? Named(StringValues contentEncoding) => contentEncoding.ToString().ToLowerInvariant() switch
    {
        "" or "identity" => Identity,
        "gzip" or "x-gzip" => Gzip,
        "br" => Brotli,
        _ => null,
    };

    /// <summary>The coding that an Accept-Encoding header likes best; between equals brotli, then gzip, then none.</summary>
    /// <param name="acceptEncoding">The header.</param>
    /// <param name="isWorthwhile">False to compress only for a client that does not take it otherwise.</param>
    public static ContentCoding Choose(StringValues acceptEncoding, bool isWorthwhile)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var codings))
            return Identity;
        double? brotli = null;
        double? gzip = null;
        double? identity = null;
        double? others = null;
        foreach (var coding in codings)
        {
            var quality = coding.Quality ?? 1;
            if (Is(coding, "br"))
                brotli = quality;
            else if (Is(coding, "gzip") || Is(coding, "x-gzip"))
                gzip = quality;
            else if (Is(coding, "identity"))
                identity = quality;
            else if (Is(coding, "*"))
                others = quality;
        }

        // what is not named takes the wildcard's quality; without one it is not acceptable, but identity always is
        var plain = identity ?? (others == 0 ? 0 : double.Epsilon);
        var best = brotli ?? others ?? 0;
        var choice = Brotli;
        if ((gzip ?? others ?? 0) > best)
            (choice, best) = (Gzip, (gzip ?? others)!.Value);
        return best > 0 && (isWorthwhile ? best >= plain : plain == 0) ? choice : Identity;
    }

    /// <summary>A stream whose bytes come compressed into <paramref name="body"/>, which stays open.</summary>
    public Stream Compress(Stream body, CompressionLevel level) => _compress is null ? body : _compress(body, level);

    /// <summary>A stream of what <paramref name="body"/> holds compressed.</summary>
    public Stream Decompress(Stream body) => _decompress(body);

    private static bool Is(StringWithQualityHeaderValue coding, string name) => coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase);
}
