using GraphQL.AspNetCore.Http;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>Everything said to a client that gets no socket, in one place.</summary>
internal static class SocketRefusals
{
    public static RequestDenial VersionUnsupported() => new(
        StatusCodes.Status426UpgradeRequired, BadRequest($"Only version {Handshake.SupportedVersion} of the WebSocket protocol is spoken here."));

    public static RequestDenial KeyInvalid() =>
        new(StatusCodes.Status400BadRequest, BadRequest("Sec-WebSocket-Key must be 16 bytes in Base64."));

    public static RequestDenial OriginNotAllowed(string origin) => new(
        StatusCodes.Status403Forbidden,
        new GraphQLError($"Pages of the origin {Refusals.Shorten(origin)} may not open sockets here.") { Code = ErrorCodes.OriginNotAllowed });

    public static RequestDenial TooMany(int status) => new(
        status,
        new GraphQLError(status == StatusCodes.Status429TooManyRequests
            ? "Too many sockets are open from this address."
            : "No more sockets are opened here now; try again later.") { Code = ErrorCodes.LimitExceeded });

    private static GraphQLError BadRequest(string message) => new(message) { Code = ErrorCodes.BadRequest };
}
