using System.Collections.Concurrent;
using GraphQL.AspNetCore.Streaming;
using GraphQL.Execution;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphQL.AspNetCore.Http;

/// <summary>
/// What a client can read, by its Accept header: a form for answers that come whole, and one for those that come in parts. A client that
/// names both gets parts only where an operation makes some.
/// </summary>
internal sealed class AcceptedForms
{
    /// <summary>What clients of one kind send is always the same, and long only in jest; the others are read anew each time.</summary>
    private const int MaxRemembered = 64;
    private const int MaxRememberedLength = 300;

    private static readonly ConcurrentDictionary<string, AcceptedForms> Remembered = new();

    private AcceptedForms(ResponseFormat? whole, StreamFraming? framing, IncrementalDelivery incremental)
    {
        Whole = whole;
        Framing = framing;
        Incremental = incremental;
    }

    /// <summary>For clients that know nothing newer, and for those that say nothing.</summary>
    public static AcceptedForms Json { get; } = new(ResponseFormat.Json, framing: null, IncrementalDelivery.None);

    private static AcceptedForms GraphQLResponse { get; } = new(ResponseFormat.GraphQLResponse, framing: null, IncrementalDelivery.None);

    /// <summary>How an answer comes whole; null when the client takes only streams.</summary>
    public ResponseFormat? Whole { get; }

    /// <summary>How results come one after another; null when the client takes none but whole answers.</summary>
    public StreamFraming? Framing { get; }

    /// <summary>How the client reads what <c>@defer</c> and <c>@stream</c> put off.</summary>
    public IncrementalDelivery Incremental { get; }

    /// <summary>
    /// Reads the header. A client that names none of our forms (no Accept header, or a wildcard) gets <c>application/json</c>, as legacy
    /// clients expect; a stream goes only to clients that name it. Null when nothing in the header can be produced.
    /// </summary>
    public static AcceptedForms? Read(StringValues accept)
    {
        // nearly every request says one of these, and no parser is needed for them
        if (StringValues.IsNullOrEmpty(accept))
            return Json;
        if (accept.Count != 1)
            return Parse(accept);
        var text = accept[0]!;
        switch (text)
        {
            case "*/*" or MediaTypes.Json:
                return Json;
            case MediaTypes.GraphQLResponse:
                return GraphQLResponse;
        }

        if (Remembered.TryGetValue(text, out var known))
            return known;
        var forms = Parse(accept);
        if (forms is not null && text.Length <= MaxRememberedLength && Remembered.Count < MaxRemembered)
            Remembered.TryAdd(text, forms);
        return forms;
    }

    private static AcceptedForms? Parse(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0)
            return Json;
        var whole = MediaTypes.Choose(ranges);
        MediaTypeHeaderValue? best = null;
        foreach (var range in ranges)
        {
            // of equals the first named is meant
            if (IsStream(range) && (range.Quality ?? 1) > (best is null ? 0 : best.Quality ?? 1))
                best = range;
        }

        if (best is not null)
            return new AcceptedForms(whole, FramingOf(best), IncrementalOf(best));
        return whole is null ? null : new AcceptedForms(whole, framing: null, IncrementalDelivery.None);
    }

    private static bool IsStream(MediaTypeHeaderValue range) =>
        Is(range, MediaTypes.EventStream) || Is(range, MediaTypes.MultipartMixed) || Is(range, MediaTypes.JsonLines) || Is(range, MediaTypes.GraphQLResponseLines);

    private static StreamFraming FramingOf(MediaTypeHeaderValue range)
    {
        if (Is(range, MediaTypes.EventStream))
            return StreamFraming.EventStream;
        if (Is(range, MediaTypes.MultipartMixed))
            return Parameter(range, "subscriptionSpec") is null ? StreamFraming.Multipart : StreamFraming.MultipartSubscription;
        return Is(range, MediaTypes.JsonLines) ? StreamFraming.JsonLines : StreamFraming.GraphQLResponseLines;
    }

    /// <summary>
    /// The older form goes to those who ask for it: <c>deferSpec=20220824</c> is how Apollo's clients do, <c>incrementalSpec=v0.1</c>
    /// how others name the same.
    /// </summary>
    private static IncrementalDelivery IncrementalOf(MediaTypeHeaderValue range) =>
        Parameter(range, "deferSpec") == "20220824" || Parameter(range, "incrementalSpec") is "v0.1"
            ? IncrementalDelivery.Path
            : IncrementalDelivery.Pending;

    private static string? Parameter(MediaTypeHeaderValue range, string name)
    {
        foreach (var parameter in range.Parameters)
        {
            if (parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return HeaderUtilities.RemoveQuotes(parameter.Value).ToString();
        }

        return null;
    }

    private static bool Is(MediaTypeHeaderValue range, string mediaType) => range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);
}
