using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>
/// Which parts the client waits for, which are still behind others, and what the next payload tells; for the execution's loop alone. The
/// order is that of the reference implementation: a deferral is announced when what it stands in has been delivered, and completed when all
/// its fields are written.
/// </summary>
internal sealed partial class DeliverySchedule(OperationExecution execution, IncrementalDelivery form)
{
    private readonly List<Deferral> _deferrals = [];
    private readonly List<StreamedList> _streams = [];
    private readonly Queue<DeferredFields> _ready = [];
    private Payload _payload = new(form);
    private int _ids;

    public IncrementalDelivery Form { get; } = form;

    /// <summary>True while the client waits for something.</summary>
    public bool HasWork => _deferrals.Count > 0 || _streams.Count > 0;

    /// <summary>True when there is something to tell.</summary>
    public bool HasPayload => !_payload.IsEmpty || !HasWork;

    public bool HasReady => _ready.Count > 0;

    /// <summary>Streams that the client waits for.</summary>
    public ImmutableArray<StreamedList> Streams => [.. _streams];

    /// <summary>Fields that can be written now.</summary>
    public bool TryTakeReady([NotNullWhen(true)] out DeferredFields? fields) => _ready.TryDequeue(out fields);

    /// <summary>The first part has been written.</summary>
    public void Begin(ResponsePart first) => Announce(Integrate(first, owner: null));

    /// <summary>Completes the first result with what it announces.</summary>
    public void Announce(ExecutionResult result)
    {
        result.Append(_payload, hasNext: true);
        _payload = new Payload(Form);
    }

    /// <summary>A part has no holes any more.</summary>
    public void Written(ResponsePart part)
    {
        if (part.Fields is not { IsWanted: true } fields)
            return;
        if (part.HasFailed)
        {
            var errors = execution.ErrorsOf(part);
            foreach (var deferral in fields.Deferrals)
            {
                if (deferral.State == DeferralState.Announced)
                    Fail(deferral, errors);
            }

            return;
        }

        Integrate(part, fields);
        foreach (var deferral in fields.Deferrals)
            CompleteIfWritten(deferral);
    }

    /// <summary>Ends everything that the client waits for with one error.</summary>
    public void Fail(GraphQLError error)
    {
        foreach (var deferral in _deferrals.ToArray())
            Fail(deferral, [error]);
        foreach (var stream in _streams.ToArray())
            Complete(stream, [error]);
    }

    /// <summary>What there is to tell; the reader owns it.</summary>
    public ExecutionResult TakePayload(OperationType operation, int waves)
    {
        var payload = _payload;
        _payload = new Payload(Form);
        foreach (var part in payload.Parts)
            execution.HandOver(part);
        return ExecutionResult.OfPayload(payload, operation, HasWork, waves);
    }

    /// <summary>Takes up what was found in a part that is written.</summary>
    /// <param name="part">The part.</param>
    /// <param name="owner">The fields it is; null when it has been delivered, so that what it found can be announced.</param>
    /// <returns>What can be announced.</returns>
    private (List<Deferral> Deferrals, List<StreamedList> Streams) Integrate(ResponsePart part, DeferredFields? owner)
    {
        part.IsIntegrated = true;
        var deferrals = new List<Deferral>();
        foreach (var deferral in part.Deferrals)
        {
            if (deferral.Parent is null)
                deferrals.Add(deferral);
            else if (deferral.Parent.State != DeferralState.Gone)
                deferral.Parent.Children.Add(deferral);
            else
                Leave(deferral);
        }

        foreach (var fields in part.Deferred)
        {
            if (!fields.Anchor.IsDead)
                Add(fields);
        }

        var streams = new List<StreamedList>();
        foreach (var stream in part.Streams)
        {
            if (stream.Anchor.IsDead)
                Cancel(stream);
            else
                (owner?.Streams ?? streams).Add(stream);
        }

        return (deferrals, streams);
    }

    private void Add(DeferredFields fields)
    {
        foreach (var deferral in fields.Deferrals)
        {
            if (deferral.State == DeferralState.Gone)
                continue;
            deferral.Fields.Add(fields);
            if (deferral.State == DeferralState.Announced)
                Start(fields);
        }
    }

    private void Start(DeferredFields fields)
    {
        if (fields.IsStarted)
            return;
        fields.IsStarted = true;
        _ready.Enqueue(fields);
    }

    private void Announce((List<Deferral> Deferrals, List<StreamedList> Streams) found)
    {
        var announced = new List<Deferral>();
        Announce(found.Deferrals, announced);
        foreach (var stream in found.Streams)
        {
            stream.Id = _ids++;
            _streams.Add(stream);
            _payload.Announce(stream);
        }

        // Fields that it has in common with others may be written already.
        foreach (var deferral in announced)
            CompleteIfWritten(deferral);
    }

    /// <summary>Announces deferrals; in the place of those that have nothing of their own to deliver, those inside them.</summary>
    private void Announce(List<Deferral> deferrals, List<Deferral> announced)
    {
        foreach (var deferral in deferrals)
        {
            if (deferral.Fields.Count == 0)
            {
                Leave(deferral);
                Announce(deferral.Children, announced);
                continue;
            }

            deferral.State = DeferralState.Announced;
            deferral.Id = _ids++;
            _deferrals.Add(deferral);
            announced.Add(deferral);
            _payload.Announce(deferral);
            foreach (var fields in deferral.Fields)
                Start(fields);
        }
    }
}
