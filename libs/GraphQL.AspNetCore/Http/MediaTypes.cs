using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphQL.AspNetCore.Http;

/// <summary>The form of a response.</summary>
internal enum ResponseFormat
{
    /// <summary><c>application/json</c>, for clients that know nothing newer.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>, whose status codes tell what became of the request.</summary>
    GraphQLResponse,
}

/// <summary>What the body of a POST request is.</summary>
internal enum BodyFormat
{
    /// <summary>A JSON object.</summary>
    Json,

    /// <summary>Parts, with files among them.</summary>
    Multipart,
}

/// <summary>The media types of GraphQL over HTTP, and what Content-Type says of them; see <see cref="AcceptedForms"/> for Accept.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Multipart = "multipart/form-data";
    public const string Html = "text/html";
    public const string EventStream = "text/event-stream";
    public const string MultipartMixed = "multipart/mixed";
    public const string JsonLines = "application/jsonl";
    public const string GraphQLResponseLines = "application/graphql-response+jsonl";
    public const string PreflightHeader = "GraphQL-Preflight";

    /// <summary>The Content-Type of a response.</summary>
    public static string ContentType(ResponseFormat format) =>
        format == ResponseFormat.Json ? "application/json; charset=utf-8" : "application/graphql-response+json; charset=utf-8";

    /// <summary>The better form of a whole answer; null when neither is acceptable. Between equals that are both named the newer one wins.</summary>
    public static ResponseFormat? Choose(IList<MediaTypeHeaderValue> ranges)
    {
        var json = Weigh(ranges, Json);
        var graphQL = Weigh(ranges, GraphQLResponse);
        if (json.Quality <= 0 && graphQL.Quality <= 0)
            return null;
        if (graphQL.Quality > json.Quality)
            return ResponseFormat.GraphQLResponse;
        return graphQL.Quality == json.Quality && graphQL.IsNamed ? ResponseFormat.GraphQLResponse : ResponseFormat.Json;
    }

    /// <summary>True for a browser that opens a page: it names <c>text/html</c>, which no GraphQL client does.</summary>
    public static bool AcceptsHtml(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || !accept.ToString().Contains(Html, StringComparison.OrdinalIgnoreCase))
            return false;
        return MediaTypeHeaderValue.TryParseList(accept, out var ranges)
            && ranges.Any(range => range.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase) && range.Quality is not 0);
    }

    /// <summary>What a POST request's Content-Type says about its body.</summary>
    public static BodyFormat ReadContentType(string? contentType)
    {
        if (contentType is Json)
            return BodyFormat.Json;
        if (string.IsNullOrWhiteSpace(contentType))
            throw Refusals.ContentTypeMissing();
        if (!MediaTypeHeaderValue.TryParse(contentType, out var value))
            throw Refusals.ContentTypeUnsupported(contentType);
        if (value.Charset.HasValue && !IsUtf8(value.Charset))
            throw Refusals.CharsetUnsupported(value.Charset.ToString());
        if (value.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase))
            return BodyFormat.Json;
        if (value.MediaType.Equals(Multipart, StringComparison.OrdinalIgnoreCase))
            return BodyFormat.Multipart;
        throw Refusals.ContentTypeUnsupported(contentType);
    }

    /// <summary>The boundary of a multipart body; null when it is missing or longer than the 70 characters of RFC 2046.</summary>
    public static string? ReadBoundary(string contentType)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary);
        return boundary.Length is > 0 and <= 70 ? boundary.ToString() : null;
    }

    /// <summary>RFC 9110 §12.5.1: of the ranges that match a media type, the most specific decides its quality.</summary>
    private static (double Quality, bool IsNamed) Weigh(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        var slash = mediaType.IndexOf('/', StringComparison.Ordinal);
        var quality = 0.0;
        var specificity = -1;
        foreach (var range in ranges)
        {
            if (range.Charset.HasValue && !IsUtf8(range.Charset))
                continue;
            var rank = range.MatchesAllTypes ? 0
                : range.MatchesAllSubTypes && range.Type.Equals(mediaType.AsSpan(0, slash).ToString(), StringComparison.OrdinalIgnoreCase) ? 1
                : range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 2
                : -1;
            if (rank < 0 || rank < specificity)
                continue;
            var weight = range.Quality ?? 1;
            quality = rank > specificity ? weight : Math.Max(quality, weight);
            specificity = rank;
        }

        return (quality, specificity == 2);
    }

    private static bool IsUtf8(StringSegment charset)
    {
        var name = HeaderUtilities.RemoveQuotes(charset);
        return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
