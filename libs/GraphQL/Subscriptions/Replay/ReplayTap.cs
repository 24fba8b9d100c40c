using System.Runtime.CompilerServices;

namespace GraphQL.Subscriptions;

/// <summary>
/// Where live events come in while a subscriber reads its history, or cannot keep the pace. When the buffer is full it is emptied: what was
/// in it is in the history too, and is read from there.
/// </summary>
/// <param name="buffer">Between the live events and the subscriber.</param>
/// <param name="release">Gives back what the subscriber need not see; null when there is nothing to give back.</param>
/// <typeparam name="T">A live event, or the response to one.</typeparam>
internal sealed class ReplayTap<T>(EventBuffer<Delivery<T>> buffer, Action<T>? release = null)
{
    // set by the one who offers, cleared by the reader before it reads the history.
    private volatile bool _isBehind;

    /// <summary>Takes a live event in; one caller at a time.</summary>
    public void Offer(Delivery<T> delivery)
    {
        if (!_isBehind && buffer.TryAdd(delivery))
            return;
        if (!_isBehind)
        {
            _isBehind = true;
            buffer.ReplaceAll(new Delivery<T>(default!, Position: null) { IsGap = true });
        }

        release?.Invoke(delivery.Item);
    }

    /// <summary>Reads history and live events; the tap must be attached.</summary>
    public async IAsyncEnumerable<Replayed<T>> ReadAsync(ReplayableStream source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? position = null;
        while (true)
        {
            // from here on the buffer takes in again; what it missed was readable before, and so below the next watermark.
            _isBehind = false;
            var history = await source.OpenPastAsync(position, cancellationToken);
            await foreach (var item in history.Events.WithCancellation(cancellationToken))
                yield return new Replayed<T>(IsLive: false, Live: default, Event: item);
            position = history.Watermark;

            var isBehind = false;
            while (!isBehind)
            {
                if (!await buffer.MoveNextAsync())
                    yield break;
                var delivery = buffer.Current;
                buffer.ForgetCurrent();
                isBehind = delivery.IsGap;
                if (isBehind)
                    continue;
                if (delivery.Position <= position)
                {
                    release?.Invoke(delivery.Item);
                    continue;
                }

                position = delivery.Position ?? position;
                yield return new Replayed<T>(IsLive: true, delivery.Item, Event: null);
            }
        }
    }
}

/// <summary>An event of the history, or what the tap took in.</summary>
/// <param name="IsLive">Which of the two.</param>
/// <param name="Live">What the tap took in.</param>
/// <param name="Event">An event of the history.</param>
/// <typeparam name="T">A live event, or the response to one.</typeparam>
internal readonly record struct Replayed<T>(bool IsLive, T? Live, object? Event);
