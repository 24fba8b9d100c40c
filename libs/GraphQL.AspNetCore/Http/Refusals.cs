using GraphQL.AspNetCore.Sse;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Http;

/// <summary>Everything this door says to a client before execution, in one place.</summary>
internal static class Refusals
{
    public static RequestRefusedException MethodNotAllowed(string method, string allowed) =>
        new(StatusCodes.Status405MethodNotAllowed, $"The method {Shorten(method)} is not supported here; use POST.") { Allow = allowed };

    public static RequestRefusedException NotAcceptable(string accept) =>
        new(StatusCodes.Status406NotAcceptable,
            $"Nothing in the Accept header ({Shorten(accept)}) can be produced here; ask for {MediaTypes.GraphQLResponse} or {MediaTypes.Json}.");

    public static RequestRefusedException ContentTypeMissing() =>
        new(StatusCodes.Status415UnsupportedMediaType, $"The request has no Content-Type; send {MediaTypes.Json}.");

    public static RequestRefusedException ContentTypeUnsupported(string contentType) =>
        new(StatusCodes.Status415UnsupportedMediaType,
            $"The Content-Type {Shorten(contentType)} is not supported; send {MediaTypes.Json}, or {MediaTypes.Multipart} for uploads.");

    public static RequestRefusedException CharsetUnsupported(string charset) =>
        new(StatusCodes.Status415UnsupportedMediaType, $"The charset {Shorten(charset)} is not supported; send utf-8.");

    public static RequestRefusedException ContentEncodingUnsupported(string encoding, bool isCompressionAllowed) =>
        new(StatusCodes.Status415UnsupportedMediaType, $"The Content-Encoding {Shorten(encoding)} is not supported here.")
        {
            AcceptEncoding = isCompressionAllowed ? "gzip, br" : "identity",
        };

    public static RequestRefusedException ContentEncodingFaulty(string encoding) =>
        new(StatusCodes.Status400BadRequest, $"The request's body is not valid {encoding}.");

    public static RequestRefusedException BodyTooLarge(long limit) =>
        new(StatusCodes.Status413PayloadTooLarge, $"The request's body is larger than {limit} bytes.", ErrorCodes.LimitExceeded);

    public static RequestRefusedException BodyIncomplete() =>
        new(StatusCodes.Status400BadRequest, "The request's body ended too early.");

    public static RequestRefusedException BodyEmpty() =>
        new(StatusCodes.Status400BadRequest, "The request has no body; send a JSON object with a \"query\".");

    public static RequestRefusedException NotUtf8(string what) =>
        new(StatusCodes.Status400BadRequest, $"{what} is not valid UTF-8.");

    public static RequestRefusedException NotJson(string what, string where) =>
        new(StatusCodes.Status400BadRequest, $"{what} is not valid JSON: {where}");

    public static RequestRefusedException NotAnObject(string what, string found) =>
        IllFormed($"{what} must be a JSON object, not {found}.");

    public static RequestRefusedException BatchUnsupported(string what) =>
        IllFormed($"{what} is a batch (a JSON array of requests), which is not supported here; send one request at a time.");

    public static RequestRefusedException BatchEmpty() =>
        IllFormed("The batch has no requests.");

    public static RequestRefusedException BatchTooLarge(int limit) =>
        new(StatusCodes.Status400BadRequest, $"The batch has more than {limit} requests.", ErrorCodes.LimitExceeded);

    public static RequestRefusedException StreamNotFound() =>
        new(StatusCodes.Status404NotFound, "There is no stream of that token; reserve one by PUT.");

    public static RequestRefusedException StreamOpen() =>
        new(StatusCodes.Status409Conflict, "The stream of that token is open already.");

    public static RequestRefusedException TooManyStreams() =>
        new(StatusCodes.Status429TooManyRequests, "Too many streams are open or reserved; close one first.", ErrorCodes.LimitExceeded);

    public static RequestRefusedException OperationIdMissing() =>
        new(StatusCodes.Status400BadRequest, "The operation has no id, or one longer than 256 characters.");

    public static RequestRefusedException Of(EventStreamAddition addition, string operationId) => addition switch
    {
        EventStreamAddition.Duplicate => new(
            StatusCodes.Status409Conflict, $"An operation of the id \"{Shorten(operationId)}\" is under way on this stream."),
        EventStreamAddition.TooMany => new(
            StatusCodes.Status429TooManyRequests, "Too many operations are under way on this stream.", ErrorCodes.LimitExceeded),
        _ => StreamNotFound(),
    };

    public static RequestRefusedException MemberOfWrongType(string member, string expected, string found) =>
        IllFormed($"\"{member}\" must be {expected}, not {found}.");

    public static RequestRefusedException OnErrorUnknown(string value) =>
        IllFormed($"\"onError\" must be PROPAGATE, NULL or HALT, not \"{Shorten(value)}\".");

    public static RequestRefusedException MemberRepeated(string member) =>
        IllFormed($"\"{member}\" is given more than once.");

    public static RequestRefusedException QueryMissing() =>
        IllFormed("The request has no \"query\", nor a \"documentId\" that names one.");

    public static RequestRefusedException PreflightHeaderMissing() =>
        new(StatusCodes.Status400BadRequest,
            $"Multipart requests need the header {MediaTypes.PreflightHeader}: 1, which keeps other sites from sending them.");

    public static RequestRefusedException PreflightHeaderMissingOnGet() =>
        new(StatusCodes.Status400BadRequest,
            $"Requests by GET need the header {MediaTypes.PreflightHeader}: 1 here, which keeps other sites from sending them.");

    public static RequestRefusedException Multipart(string message) =>
        new(StatusCodes.Status400BadRequest, message);

    public static RequestRefusedException MultipartLimit(string message) =>
        new(StatusCodes.Status413PayloadTooLarge, message, ErrorCodes.LimitExceeded);

    private static RequestRefusedException IllFormed(string message) =>
        new(StatusCodes.Status400BadRequest, message) { IsIllFormed = true };

    /// <summary>What a client sent, short enough to send back.</summary>
    public static string Shorten(string value) => value.Length <= 100 ? value : $"{value.AsSpan(0, 100)}…";
}
