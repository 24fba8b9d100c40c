using System.Diagnostics;

namespace GraphQL.Diagnostics;

/// <summary>Watches one phase of a request that somebody watches; nothing otherwise.</summary>
internal readonly struct PhaseObservation : IDisposable
{
    private readonly OperationObservation? _operation;
    private readonly ProcessingPhase _phase;
    private readonly Activity? _span;
    private readonly long _started;

    private PhaseObservation(OperationObservation operation, ProcessingPhase phase)
    {
        _operation = operation;
        _phase = phase;
        _started = operation.Clock.GetTimestamp();
        if (!operation.HasSpan)
            return;
        _span = GraphQLTelemetry.Source.StartActivity(phase.SpanName);
        _span?.SetTag(TelemetryTags.ProcessingType, phase.Type);
    }

    public static PhaseObservation Begin(OperationObservation? operation, ProcessingPhase phase) =>
        operation is null ? default : new PhaseObservation(operation, phase);

    /// <summary>Notes why the request goes no further.</summary>
    public void Fail(IReadOnlyList<GraphQLError> errors)
    {
        if (_span is null || errors.Count == 0)
            return;
        _span.SetTag(TelemetryTags.ErrorType, errors[0].Code ?? TelemetryTags.OtherError);
        _span.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        _operation?.Measure(_phase, _operation.Clock.GetElapsedTime(_started));
        _span?.Stop();
    }
}
