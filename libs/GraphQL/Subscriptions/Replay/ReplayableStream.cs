using System.Runtime.CompilerServices;

namespace GraphQL.Subscriptions;

/// <summary>A stream with a history; see <see cref="ReplayableStream{T}"/>.</summary>
public abstract class ReplayableStream
{
    /// <summary>Live events that wait for a subscriber while it reads its history; what is more is read from the history later.</summary>
    private const int TapCapacity = 1_024;

    private protected ReplayableStream()
    {
    }

    /// <summary>Attaches to what is live; ends when nothing that comes can be missed.</summary>
    internal abstract ValueTask<IAsyncEnumerable<Delivery<object?>>> AttachToLiveAsync(CancellationToken cancellationToken);

    /// <summary>Opens a part of the history.</summary>
    internal abstract ValueTask<History<object?>> OpenPastAsync(long? after, CancellationToken cancellationToken);

    /// <summary>History and live events for one subscriber that shares with nobody.</summary>
    private protected async IAsyncEnumerable<object?> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var buffer = new EventBuffer<Delivery<object?>>(TapCapacity);
        await using var cancellation = cancellationToken.UnsafeRegister(
            static (buffer, token) => ((EventBuffer<Delivery<object?>>)buffer!).End(new OperationCanceledException(token)), buffer);
        var tap = new ReplayTap<object?>(buffer);
        var live = await AttachToLiveAsync(stop.Token);
        var pump = PumpAsync(live, tap, buffer, stop.Token);
        try
        {
            await foreach (var item in tap.ReadAsync(this, cancellationToken))
                yield return item.IsLive ? item.Live : item.Event;
        }
        finally
        {
            await stop.CancelAsync();
            buffer.Close();
            await pump;
        }
    }

    private static async Task PumpAsync(
        IAsyncEnumerable<Delivery<object?>> live, ReplayTap<object?> tap, EventBuffer<Delivery<object?>> buffer, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in live.WithCancellation(cancellationToken))
                tap.Offer(item);
            buffer.End();
        }
        catch (Exception exception)
        {
            // the reader gets it behind what came before, if it still reads.
            buffer.End(exception);
        }
    }
}

/// <summary>
/// A stream with a history, for a subscription that begins in the past and goes over to live without a gap or a duplicate: a subscriber
/// attaches to what is live, reads its part of the history up to a watermark that is taken afterwards, and then what is live beyond the
/// watermark. A subscriber that falls behind reads what it missed from the history, so nothing is dropped. Subscribers with equal
/// arguments, besides those marked <see cref="Types.PositionAttribute"/>, can share what is live.
/// </summary>
/// <typeparam name="T">An event.</typeparam>
public abstract class ReplayableStream<T> : ReplayableStream, IAsyncEnumerable<T>
    where T : class
{
    /// <summary>
    /// Attaches to what is live. It must not look at arguments that only say where a subscription begins: it is called once for all that
    /// share.
    /// </summary>
    /// <param name="cancellationToken">Ends what is live.</param>
    /// <returns>
    /// Once nothing that becomes readable from now on can be missed: the events, positions growing. An event must be readable by
    /// <see cref="OpenHistoryAsync"/> before it comes here.
    /// </returns>
    protected abstract ValueTask<IAsyncEnumerable<PositionedEvent<T>>> AttachAsync(CancellationToken cancellationToken);

    /// <summary>Opens what one subscriber gets before it goes live.</summary>
    /// <param name="after">
    /// Null: from where the arguments say. Otherwise the position behind which the subscriber has missed events and catches up; a source
    /// that cannot reach back so far throws a <see cref="GraphQLException"/>.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    protected abstract ValueTask<History<T>> OpenHistoryAsync(long? after, CancellationToken cancellationToken);

    async IAsyncEnumerator<T> IAsyncEnumerable<T>.GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        await foreach (var item in ReadAllAsync(cancellationToken))
            yield return (T)item!;
    }

    internal override async ValueTask<IAsyncEnumerable<Delivery<object?>>> AttachToLiveAsync(CancellationToken cancellationToken) =>
        Boxed(await AttachAsync(cancellationToken), CancellationToken.None);

    internal override async ValueTask<History<object?>> OpenPastAsync(long? after, CancellationToken cancellationToken)
    {
        var history = await OpenHistoryAsync(after, cancellationToken);
        return new History<object?>(history.Watermark, ObjectStream.Of(history.Events));
    }

    private static async IAsyncEnumerable<Delivery<object?>> Boxed(
        IAsyncEnumerable<PositionedEvent<T>> live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in live.WithCancellation(cancellationToken))
            yield return new Delivery<object?>(item.Event, item.Position);
    }
}

/// <summary>A live event of a stream with a history.</summary>
/// <param name="Event">The event.</param>
/// <param name="Position">Its place in the history; null for one that has none, such as a sign of life.</param>
/// <typeparam name="T">An event.</typeparam>
public readonly record struct PositionedEvent<T>(T Event, long? Position);

/// <summary>What a subscriber gets before it goes live.</summary>
/// <param name="Watermark">
/// The position up to which <paramref name="Events"/> tells everything: read from the same store, after attaching to what is live.
/// </param>
/// <param name="Events">In any order; events that only mark the transition may be among them.</param>
/// <typeparam name="T">An event.</typeparam>
public sealed record History<T>(long Watermark, IAsyncEnumerable<T> Events);
