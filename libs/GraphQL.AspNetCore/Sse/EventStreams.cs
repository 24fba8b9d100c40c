using System.Buffers.Text;
using System.Security.Cryptography;

namespace GraphQL.AspNetCore.Sse;

/// <summary>The streams that are reserved or open, by their tokens. A token cannot be guessed, and serves its caller alone.</summary>
internal sealed class EventStreams(SingleConnectionOptions options, TimeProvider timeProvider)
{
    private const int TokenBytes = 32;

    private readonly Dictionary<string, EventStream> _streams = [];
    private readonly Lock _gate = new();

    /// <summary>Reserves a stream; null when there are too many.</summary>
    public EventStream? Reserve(object? caller)
    {
        var stream = new EventStream(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)), caller, options.MaxOperations);
        lock (_gate)
        {
            if (_streams.Count >= options.MaxStreams || _streams.Values.Count(other => Equals(other.Caller, caller)) >= options.MaxStreamsPerCaller)
                return null;
            _streams.Add(stream.Token, stream);
        }

        stream.ExpireAfter(options.ReservationTimeout, timeProvider, Remove);
        return stream;
    }

    /// <summary>The stream of that token; null when there is none, or it is another caller's.</summary>
    public EventStream? Find(string token, object? caller)
    {
        lock (_gate)
            return _streams.TryGetValue(token, out var stream) && Equals(stream.Caller, caller) ? stream : null;
    }

    /// <summary>Forgets a stream, whose token is worth nothing then.</summary>
    public void Remove(EventStream stream)
    {
        lock (_gate)
            _streams.Remove(stream.Token);
    }
}
