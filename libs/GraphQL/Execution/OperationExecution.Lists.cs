using System.Collections;

namespace GraphQL.Execution;

/// <content>Lists whose elements come one after another.</content>
internal sealed partial class OperationExecution
{
    // Sources that are open and must be closed however the execution ends.
    private HashSet<ElementSource>? _sources;
    private List<Task>? _closing;

    /// <summary>Begins a list whose elements must be waited for: it leaves a hole, into which they are written as they come.</summary>
    private bool WriteAsynchronousList(FieldPlan field, ValuePlan plan, IAsyncEnumerable<object?> stream, int index)
    {
        ElementSource source;
        int? initialCount;
        try
        {
            initialCount = index < 0 ? field.Stream?.InitialCount(_variables) : null;
            source = Open(new ElementSource(stream.GetAsyncEnumerator(Stopped)));
        }
        catch (Exception exception) when (IsOfField(exception))
        {
            return Failed(field, plan, index, exception);
        }

        var hole = new Group(EncloseLevels(), isNullable: !IsNeverNull(plan));
        _writer.AppendHole(hole);
        Expect(_scope);
        Queue.Add(new PendingList(this, field, plan, index, CurrentPath(), hole, _scope, source, initialCount));
        return true;
    }

    /// <summary>Writes the elements of a list that have come.</summary>
    public void Continue(PendingList list)
    {
        if (list.Hole.IsDead)
        {
            End(list);
            return;
        }

        TurnTo(list.Hole, list.Path, list.Scope);
        if (list.Interrupted is { } interrupted)
        {
            _writer.Resume(interrupted);
        }
        else
        {
            _writer.Begin(list.Hole);
            _writer.WriteRaw("["u8);
        }

        switch (WriteElements(list))
        {
            case null:
                list.Interrupted = _writer.Suspend();
                return;
            case true:
                _writer.WriteRaw("]"u8);
                _writer.End();
                break;
            case false:
                _writer.End();
                list.Hole.Nullify();
                break;
        }

        End(list);
    }

    /// <returns>True when the list is whole, false when it has failed, null when there is more to come.</returns>
    private bool? WriteElements(PendingList list)
    {
        while (true)
        {
            if (list.Count == list.InitialCount)
            {
                list.IsHandedOver = true;
                AddStream(list.Field.Stream!, list.Source, list.Count);
                return true;
            }

            bool? hasMoved;
            try
            {
                hasMoved = list.Source.TryMoveNext();
            }
            catch (Exception exception) when (IsOfField(exception))
            {
                TurnTo(list.Hole, list.ParentPath, list.Scope);
                Report(list.Field, list.Index, exception);
                return false;
            }

            if (hasMoved is null)
            {
                _running++;
                list.Source.WhenMoved(list.Return);
                return null;
            }

            if (hasMoved == false)
                return true;
            if (!WriteElement(list.Field, list.Plan.Element!, list.Source.Current, list.Count++))
                return false;
        }
    }

    private void End(PendingList list)
    {
        if (!list.IsHandedOver)
            Close(list.Source);
        Met(list.Scope);
    }

    /// <summary>What waits for an element has come back.</summary>
    public void Returned() => _running--;

    /// <summary>Writes the elements that come at once, and leaves the others to a stream.</summary>
    private bool WriteFirstElements(FieldPlan field, StreamUsage usage, ValuePlan plan, IEnumerable elements)
    {
        var count = usage.InitialCount(_variables);
        if (elements is ICollection collection && collection.Count <= count)
            return WriteElements(field, plan, elements);
        var source = Open(new ElementSource(elements.GetEnumerator()));
        for (var i = 0; i < count; i++)
        {
            if (source.TryMoveNext() != true)
            {
                Close(source);
                return true;
            }

            if (!WriteElement(field, plan, source.Current, i))
            {
                Close(source);
                return false;
            }
        }

        AddStream(usage, source, count);
        return true;
    }

    private ElementSource Open(ElementSource source)
    {
        (_sources ??= []).Add(source);
        return source;
    }

    /// <summary>Closes a source as soon as it can be closed.</summary>
    public void Close(ElementSource source)
    {
        if (source.IsMoving || _sources is null || !_sources.Remove(source))
            return;
        var closing = source.CloseAsync();
        if (!closing.IsCompleted)
            (_closing ??= []).Add(closing);
    }

    /// <summary>Closes what is still open; a source that does not stop waiting is left behind, and closed when it does.</summary>
    private async ValueTask CloseSourcesAsync()
    {
        foreach (var source in _sources!.ToArray())
            Close(source);
        if (_closing is null)
            return;
        try
        {
            await Task.WhenAll(_closing).WaitAsync(_options.CancellationGracePeriod, _options.TimeProvider);
        }
        catch (TimeoutException)
        {
            // It has had the time that every resolver has.
        }
    }
}
