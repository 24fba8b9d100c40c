using System.Runtime.InteropServices;
using GraphQL.Execution;

namespace GraphQL.Subscriptions;

/// <content>From one response to the buffers of all members.</content>
internal sealed partial class SubscriptionGroup
{
    private async ValueTask DeliverAsync(Delivery<ExecutionResult> delivery)
    {
        var full = Offer(delivery);
        if (full is null)
            return;
        if (!IsShared)
        {
            // the source waits for its one reader as long as that takes.
            while (!full[0].Buffer.TryAdd(delivery))
                await full[0].Buffer.WaitForRoomAsync();
            return;
        }

        using var deadline = new CancellationTokenSource(Options.MaxWait, Options.TimeProvider);
        foreach (var member in full)
        {
            while (!member.Buffer.TryAdd(delivery))
            {
                try
                {
                    await member.Buffer.WaitForRoomAsync().WaitAsync(deadline.Token);
                }
                catch (OperationCanceledException)
                {
                    Disconnect(member);
                }
            }
        }
    }

    /// <summary>Puts a response into every buffer with room, and does with the others what their mode says.</summary>
    /// <returns>Those that must be waited for, each of which owns the response already; null for none.</returns>
    private List<Subscriber>? Offer(Delivery<ExecutionResult> delivery)
    {
        List<Subscriber>? full = null;
        lock (_lock)
        {
            _counters.AddEvent(_members.Count);
            foreach (var member in CollectionsMarshal.AsSpan(_members))
            {
                delivery.Item.Retain();
                if (member.Tap is { } tap)
                    tap.Offer(delivery);
                else if (!member.Buffer.TryAdd(delivery) && !Overflow(member, delivery))
                    (full ??= []).Add(member);
            }
        }

        return full;
    }

    /// <summary>Deals with a full buffer at once; false when it must be waited for.</summary>
    private bool Overflow(Subscriber member, Delivery<ExecutionResult> delivery)
    {
        if (!IsShared || Options.BufferFullMode == TopicBufferFullMode.Wait)
            return false;
        if (Options.BufferFullMode == TopicBufferFullMode.Disconnect)
        {
            Disconnect(member);
            delivery.Item.ReleaseShare();
        }
        else if (member.Buffer.AddOverflowing(delivery, Options.BufferFullMode))
        {
            _counters.AddDropped();
        }

        return true;
    }

    private void Disconnect(Subscriber member)
    {
        _counters.AddDisconnected();
        member.End(SubscriptionErrors.SlowConsumer());
    }
}
