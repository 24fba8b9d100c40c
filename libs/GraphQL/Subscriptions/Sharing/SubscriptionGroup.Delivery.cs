using System.Runtime.InteropServices;
using GraphQL.Execution;

namespace GraphQL.Subscriptions;

/// <content>From one response to the buffers of all members.</content>
internal sealed partial class SubscriptionGroup
{
    private async ValueTask DeliverAsync(Delivery<ExecutionResult> delivery, object? @event)
    {
        var full = HidesEvents && IsShared ? OfferToViewers(delivery, @event) : Offer(delivery);
        if (full is null)
            return;
        if (!IsShared)
        {
            // the source waits for its one reader as long as that takes.
            while (!full[0].Member.Buffer.TryAdd(full[0].Delivery))
                await full[0].Member.Buffer.WaitForRoomAsync();
            return;
        }

        using var deadline = new CancellationTokenSource(Options.MaxWait, Options.TimeProvider);
        foreach (var (member, own) in full)
        {
            while (!member.Buffer.TryAdd(own))
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
    private List<(Subscriber Member, Delivery<ExecutionResult> Delivery)>? Offer(Delivery<ExecutionResult> delivery)
    {
        List<(Subscriber Member, Delivery<ExecutionResult> Delivery)>? full = null;
        lock (_lock)
        {
            _counters.AddEvent(_members.Count);
            foreach (var member in CollectionsMarshal.AsSpan(_members))
                Offer(member, delivery, ref full);
        }

        return full;
    }

    private void Offer(Subscriber member, Delivery<ExecutionResult> delivery, ref List<(Subscriber Member, Delivery<ExecutionResult> Delivery)>? full)
    {
        delivery.Item.Retain();
        if (member.Tap is { } tap)
            tap.Offer(delivery);
        else if (!member.Buffer.TryAdd(delivery) && !Overflow(member, delivery))
            (full ??= []).Add((member, delivery));
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
