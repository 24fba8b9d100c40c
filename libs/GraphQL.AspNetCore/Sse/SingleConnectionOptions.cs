using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore;

/// <summary>
/// The single-connection mode of GraphQL over Server-Sent Events: one stream carries the results of many operations, for browsers that
/// open only six connections by HTTP/1.
/// </summary>
public sealed class SingleConnectionOptions
{
    /// <summary>Whether streams can be reserved by PUT.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many streams may be reserved or open at once; at least 1.</summary>
    public int MaxStreams { get; set; } = 1_000;

    /// <summary>How many of them one caller may have; at least 1. All callers without a name are one.</summary>
    public int MaxStreamsPerCaller { get; set; } = 200;

    /// <summary>How many operations may run on a stream at once; at least 1.</summary>
    public int MaxOperations { get; set; } = 100;

    /// <summary>How long a reserved stream is kept for its caller to open it.</summary>
    public TimeSpan ReservationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Tells callers apart, by values that can be compared: a token serves none but the caller whom it was given to. By default the name
    /// identifier, or else the name, of the request's user; null for callers without one.
    /// </summary>
    public Func<HttpContext, object?> Caller { get; set; } =
        static context => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.Identity?.Name;

    internal void Validate()
    {
        if (MaxStreams < 1 || MaxStreamsPerCaller < 1 || MaxOperations < 1)
        {
            throw new InvalidOperationException(
                "GraphQLServerOptions.SingleConnection.MaxStreams, MaxStreamsPerCaller and MaxOperations must be at least 1.");
        }

        if (ReservationTimeout <= TimeSpan.Zero)
            throw new InvalidOperationException("GraphQLServerOptions.SingleConnection.ReservationTimeout must be positive.");
    }
}
