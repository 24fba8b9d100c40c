using System.Collections.Immutable;

namespace GraphQL.Execution;

/// <content>How deferrals and streams end.</content>
internal sealed partial class DeliverySchedule
{
    /// <summary>Takes the elements of streams that are written, in order.</summary>
    public void CollectItems()
    {
        foreach (var stream in Streams)
        {
            var items = new List<ResponsePart>();
            while (stream.Items.TryPeek(out var item) && item.IsDone && !item.HasFailed)
                items.Add(stream.Items.Dequeue());
            if (items.Count > 0)
            {
                _payload.Add(stream, items, [.. items.SelectMany(item => execution.ErrorsOf(item))]);
                stream.NextDelivered += items.Count;
            }

            if (stream.Items.TryPeek(out var first) && first.IsDone)
                Complete(stream, execution.ErrorsOf(first));
            else if (stream.HasEnded && stream.Items.Count == 0)
                Complete(stream, stream.Failure);
            foreach (var item in items)
                Announce(Integrate(item, owner: null));
        }
    }

    private void CompleteIfWritten(Deferral deferral)
    {
        if (deferral.State != DeferralState.Announced)
            return;
        foreach (var fields in deferral.Fields)
        {
            if (fields.Part is { IsDone: true, HasFailed: true } part)
            {
                Fail(deferral, execution.ErrorsOf(part));
                return;
            }
        }

        if (!deferral.Fields.TrueForAll(static fields => fields.Part is { IsDone: true }))
            return;
        var streams = new List<StreamedList>();
        foreach (var fields in deferral.Fields)
        {
            if (fields.IsDelivered)
                continue;
            fields.IsDelivered = true;
            _payload.Add(fields, BestOf(fields, deferral), execution.ErrorsOf(fields.Part!));
            streams.AddRange(fields.Streams);
        }

        _payload.Complete(deferral, []);
        Leave(deferral);
        Announce((deferral.Children, streams));
    }

    /// <summary>Of the deferrals that the client waits for, the one nearest to the fields: its path need not be repeated.</summary>
    private static Deferral BestOf(DeferredFields fields, Deferral completed)
    {
        var best = completed;
        var length = PathNode.LengthOf(best.Path);
        foreach (var deferral in fields.Deferrals)
        {
            if (deferral.State == DeferralState.Announced && PathNode.LengthOf(deferral.Path) is var other && other > length)
                (best, length) = (deferral, other);
        }

        return best;
    }

    private void Fail(Deferral deferral, ImmutableArray<GraphQLError> errors)
    {
        _payload.Complete(deferral, errors);
        Drop(deferral);
    }

    /// <summary>Forgets a deferral and everything in it.</summary>
    private void Drop(Deferral deferral)
    {
        if (deferral.State == DeferralState.Gone)
            return;
        Leave(deferral);
        foreach (var child in deferral.Children)
            Drop(child);
        foreach (var fields in deferral.Fields)
        {
            if (fields.IsDelivered || fields.IsWanted)
                continue;
            foreach (var stream in fields.Streams)
                Cancel(stream);
            if (fields.Part is not { } part)
                continue;
            if (!part.IsIntegrated)
                part.Streams.ForEach(execution.GiveUp);
            execution.Release(part);
        }
    }

    private void Leave(Deferral deferral)
    {
        if (deferral.State == DeferralState.Announced)
            _deferrals.Remove(deferral);
        deferral.State = DeferralState.Gone;
        execution.CountOver();
    }

    private void Complete(StreamedList stream, ImmutableArray<GraphQLError> errors)
    {
        _streams.Remove(stream);
        _payload.Complete(stream, errors);
        Cancel(stream);
    }

    private void Cancel(StreamedList stream)
    {
        execution.CountOver();
        execution.GiveUp(stream);
        while (stream.Items.TryDequeue(out var item))
        {
            item.Streams.ForEach(execution.GiveUp);
            execution.Release(item);
        }
    }
}
