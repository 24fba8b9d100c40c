using System.Collections.Immutable;

namespace GraphQL.Execution;

/// <content>
/// Incremental delivery: what <c>@defer</c> and <c>@stream</c> put off is written into parts of its own, when the reader asks for more.
/// </content>
internal sealed partial class OperationExecution
{
    /// <summary>Most elements of a stream that are begun and not delivered.</summary>
    private const int MaxItemsAtOnce = 50;

    // Null unless the client reads parts and the operation puts something off; the scope is that of what is being written.
    private readonly DeliverySchedule? _delivery;
    private readonly ResponseBudget? _budget;
    private readonly HashSet<ResponsePart> _parts = null!;
    private DeferralScope? _scope;
    private int _outstanding;

    /// <summary>True while parts are to follow.</summary>
    public bool HasNext => _delivery is { HasWork: true };

    /// <summary>The next part. Whoever calls owns the result, and its memory.</summary>
    public async ValueTask<ExecutionResult> RunNextAsync()
    {
        try
        {
            while (!_delivery!.HasPayload)
                await TurnAsync();

            // What comes next is under way while this is read.
            DispatchLoaders();
        }
        catch (OperationCanceledException) when (IsStopped && !_callerGone.IsCancellationRequested)
        {
            _delivery!.Fail(ExecutionErrors.Timeout(_options.ExecutionTimeout));
        }
        catch (ResponseTooLargeException exception)
        {
            _delivery!.Fail(ExecutionErrors.Limit(exception.Message));
        }
        catch (ExecutionHaltedException)
        {
            _delivery!.Fail(_halting!);
        }
        catch (Exception exception) when (!_callerGone.IsCancellationRequested)
        {
            _delivery!.Fail(Unexpected(exception));
        }

        var result = _delivery!.TakePayload(_plan.Operation.Operation, Waves);
        if (_extensions is not null)
            AddExtensions(result);
        return result;
    }

    private async ValueTask TurnAsync()
    {
        ThrowIfStopped();
        ThrowIfHalted();
        StartBacklog();
        while (_delivery!.TryTakeReady(out var fields))
            Begin(fields);
        foreach (var stream in _delivery.Streams)
        {
            if (!stream.Source.IsMoving)
                Pull(stream);
        }

        var hasSettled = false;
        while (Queue.Take() is { } item)
        {
            item.Settle();
            hasSettled = true;
            if ((++_steps & 0xf) == 0)
                ThrowIfStopped();
        }

        ThrowIfHalted();
        _delivery.CollectItems();
        if (!_delivery.HasPayload && !hasSettled && !_delivery.HasReady && !DispatchLoaders())
            await WaitAsync();
    }

    /// <summary>Begins the response, and gives the fields of its first part.</summary>
    private FieldPlan[] BeginRoot(ResponsePart part)
    {
        _scope = new DeferralScope(part, outer: null);
        var selection = _plan.RootFor(_delivery!.Form).VariantFor(_plan.RootType, Conditions);
        if (!selection.PutsNothingOff)
            PutOff(selection, value: null);
        return selection.Fields;
    }

    /// <summary>Writes an object where fields of it may be put off.</summary>
    private bool WriteDeferring(SelectionVariant selection, object value)
    {
        if (selection.PutsNothingOff)
            return WriteFields(selection.Fields, value);
        var outer = _scope;
        PutOff(selection, value);
        var isWhole = WriteFields(selection.Fields, value);
        _scope = outer;
        return isWhole;
    }

    /// <summary>Notes what is put off of the object that is about to be written, and enters the scope of its deferrals.</summary>
    private void PutOff(SelectionVariant selection, object? value)
    {
        var path = CurrentPath();
        var anchor = EncloseLevels();
        var part = _scope!.Part;
        if (selection.Usages.Length > 0)
        {
            var scope = new DeferralScope(part, _scope);
            foreach (var usage in selection.Usages)
            {
                CountOutstanding();
                var deferral = new Deferral(usage, path, usage.Parent is null ? null : scope.Find(usage.Parent));
                scope.Add(deferral);
                part.Deferrals.Add(deferral);
            }

            _scope = scope;
        }

        foreach (var deferred in selection.Deferred)
        {
            var deferrals = new Deferral[deferred.Usages.Length];
            for (var i = 0; i < deferrals.Length; i++)
                deferrals[i] = _scope.Find(deferred.Usages[i]);
            part.Deferred.Add(new DeferredFields(deferrals, path, value, deferred.Fields, _scope, anchor));
        }
    }

    private void AddStream(StreamUsage usage, ElementSource source, int index)
    {
        CountOutstanding();
        _scope!.Part.Streams.Add(new StreamedList(this, usage, CurrentPath()!, EncloseLevels(), source, index));
    }

    private void CountOutstanding()
    {
        if (++_outstanding > _options.MaxDeferredParts)
            throw new ResponseTooLargeException($"A response may put off {_options.MaxDeferredParts} parts at once, each place of @defer and @stream counted.");
    }

    /// <summary>A deferral or stream is over.</summary>
    public void CountOver() => _outstanding--;

    /// <summary>Writes fields that were put off, as far as they are there at once.</summary>
    private void Begin(DeferredFields fields)
    {
        if (!fields.IsWanted)
            return;
        var part = fields.Part = BeginPart(fields, fields.Path, fields.Scope);
        EndPart(part, WriteFields(fields.Plans, fields.Parent!));
        if (part.IsDone)
            _delivery!.Written(part);
    }

    /// <summary>Begins elements of a stream as far as they are there at once, some at a time.</summary>
    public void Pull(StreamedList stream)
    {
        while (!stream.HasEnded && stream.Items.Count < MaxItemsAtOnce)
        {
            bool? hasMoved;
            try
            {
                hasMoved = stream.Source.TryMoveNext();
            }
            catch (Exception exception) when (IsOfField(exception))
            {
                hasMoved = false;
                stream.Failure = FailureOf(stream, exception);
            }

            if (hasMoved is null)
            {
                _running++;
                stream.Source.WhenMoved(stream.Return);
                return;
            }

            if (hasMoved == true)
            {
                BeginItem(stream);
                continue;
            }

            stream.HasEnded = true;
            Close(stream.Source);
        }
    }

    private void BeginItem(StreamedList stream)
    {
        var field = stream.Usage.Items;
        var part = BeginPart(fields: null, stream.Path, outer: null);
        stream.Items.Enqueue(part);
        EndPart(part, WriteValue(field, field.Value.Element!, stream.Source.Current, stream.NextWritten++));
    }

    private ImmutableArray<GraphQLError> FailureOf(StreamedList stream, Exception exception)
    {
        var field = stream.Usage.Items;
        var path = PathNode.ToList(stream.Path);
        ImmutableArray<GraphQLError> errors = [.. ErrorsOf(field, exception).Select(error => Place(error.Path is null ? error with { Path = path } : error, field))];
        if (_onError == ErrorBehavior.Halt)
            _halting ??= errors[0];
        ThrowIfHalted();
        return errors;
    }

    private ResponsePart BeginPart(DeferredFields? fields, PathNode? path, DeferralScope? outer)
    {
        _budget!.ThrowIfSpent();
        var part = new ResponsePart(new ResultWriter(_budget), new Group(parent: null, isNullable: true), new ErrorList()) { Fields = fields };
        _parts.Add(part);
        TurnTo(part.Root, path, new DeferralScope(part, outer));
        _writer.Begin(part.Root);
        return part;
    }

    private void EndPart(ResponsePart part, bool isWhole)
    {
        _writer.End();
        if (!isWhole)
            part.Root.Nullify();
    }

    /// <summary>Nobody wants the elements of a stream any more.</summary>
    public void GiveUp(StreamedList stream)
    {
        stream.IsCancelled = true;
        Close(stream.Source);
    }

    /// <summary>Gives up a part that is not delivered: nothing more is written into it.</summary>
    public void Release(ResponsePart part)
    {
        if (!_parts.Remove(part))
            return;
        if (!part.IsIntegrated)
            _outstanding -= part.Deferrals.Count + part.Streams.Count;
        part.Root.Nullify();
        _budget!.Spend(-part.Writer.Rented);
        part.Writer.Release();
    }

    /// <summary>Hands a part's memory over to a payload.</summary>
    public void HandOver(ResponsePart part)
    {
        _parts.Remove(part);
        _budget!.Spend(part.Root.Length - part.Writer.Rented);
    }

    private void ReleaseParts()
    {
        if (_delivery is null)
            return;
        foreach (var part in _parts)
            part.Writer.Release();
        _parts.Clear();
    }
}
