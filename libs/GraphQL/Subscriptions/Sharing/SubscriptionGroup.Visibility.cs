using GraphQL.Execution;

namespace GraphQL.Subscriptions;

/// <content>Events that not every member may see: <see cref="Authorization.IEventVisibility{TEvent}"/>.</content>
internal sealed partial class SubscriptionGroup
{
    private bool HidesEvents => _prepared.Plan.Subscription.Visibility is not null;

    /// <summary>Puts a response into the buffers of those who may see its event.</summary>
    /// <returns>Those that must be waited for; null for none.</returns>
    private List<(Subscriber Member, Delivery<ExecutionResult> Delivery)>? OfferToViewers(Delivery<ExecutionResult> delivery, object? @event)
    {
        // no lock is held while the application decides. Who leaves meanwhile takes nothing in; who joins gets what comes next.
        var viewers = Viewers(delivery.DroppedBefore, @event);
        List<(Subscriber Member, Delivery<ExecutionResult> Delivery)>? full = null;
        lock (_lock)
        {
            _counters.AddEvent(viewers.Count);
            foreach (var member in viewers)
                Offer(member, WithUntold(member, delivery), ref full);
        }

        return full;
    }

    /// <summary>The delivery with what was dropped before events that the member may not see.</summary>
    private static Delivery<ExecutionResult> WithUntold(Subscriber member, Delivery<ExecutionResult> delivery)
    {
        delivery = delivery with { DroppedBefore = delivery.DroppedBefore + member.DroppedUntold };
        member.DroppedUntold = 0;
        return delivery;
    }

    private List<Subscriber> Viewers(long droppedBefore, object? @event)
    {
        List<Subscriber> viewers;
        lock (_lock)
            viewers = [.. _members];
        viewers.RemoveAll(member =>
        {
            if (member.MaySee(@event))
                return false;
            member.DroppedUntold += droppedBefore;
            return true;
        });
        return viewers;
    }

    /// <summary>Whether an event is executed for a group of one; what is hidden costs nothing.</summary>
    private bool IsForOnlyMember(object? @event, ref long droppedBefore)
    {
        Subscriber only;
        lock (_lock)
        {
            if (_members is not [var member])
                return true;
            only = member;
        }

        droppedBefore += only.DroppedUntold;
        var isVisible = only.MaySee(@event);
        only.DroppedUntold = isVisible ? 0 : droppedBefore;
        return isVisible;
    }
}
