using System.Diagnostics;
using System.Text;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Diagnostics;

/// <summary>
/// Watches one request, or one event of a subscription, from its beginning to its end. Made only while somebody listens, or when the
/// request wants to be explained. It is told by one thread at a time.
/// </summary>
internal sealed class OperationObservation : IDisposable
{
    private const string UnknownOperation = "GraphQL Operation";
    private const string EventSpan = "GraphQL Subscription Event";

    private readonly ExecutionInstruments _instruments;
    private readonly RequestExecutorOptions _options;
    private readonly string? _documentId;
    private readonly bool _isEvent;
    private readonly long _started;
    private readonly Activity? _span;
    private OperationDefinition? _operation;
    private PreparedRequest? _prepared;
    private ExecutionOutcome? _outcome;
    private string? _errorType;
    private bool _isActive;
    private bool _isEnded;

    private OperationObservation(
        ExecutionInstruments instruments, RequestExecutorOptions options, string? documentId, bool isEvent, Activity? span)
    {
        _instruments = instruments;
        _options = options;
        _documentId = documentId;
        _isEvent = isEvent;
        _span = span;
        _started = options.TimeProvider.GetTimestamp();
    }

    /// <summary>What durations are measured with.</summary>
    public TimeProvider Clock => _options.TimeProvider;

    /// <summary>Whether what it does has spans too.</summary>
    public bool HasSpan => _span is not null;

    /// <summary>Notes what the request does; null when it does not want to be explained.</summary>
    public PlanRecorder? Recorder { get; private init; }

    /// <summary>True once a subscription is known to be one.</summary>
    public bool IsSubscription => _operation?.Operation == OperationType.Subscription;

    /// <summary>Begins with a request; its span is current in the caller's flow from then on.</summary>
    public static OperationObservation Begin(ExecutionInstruments instruments, RequestExecutorOptions options, OperationRequest request)
    {
        var links = request.Connection is null ? null : new[] { new ActivityLink(request.Connection.Context) };
        var span = GraphQLTelemetry.Source.StartActivity(UnknownOperation, ActivityKind.Server, parentContext: default, links: links);
        span?.SetTag(TelemetryTags.DocumentId, request.DocumentId);
        if (request.Plan != PlanMode.Explain)
            return new OperationObservation(instruments, options, request.DocumentId, isEvent: false, span);

        // what happens far below finds the recorder by the span, so there must be one, even if nobody is told of it
        span ??= new Activity(UnknownOperation).Start();
        var observation = new OperationObservation(instruments, options, request.DocumentId, isEvent: false, span)
        {
            Recorder = new PlanRecorder(),
        };
        observation.Recorder.Follow(span);
        return observation;
    }

    /// <summary>Begins with an event. Its trace is its own, linked to those of the requests that subscribed.</summary>
    public static OperationObservation BeginEvent(
        ExecutionInstruments instruments,
        RequestExecutorOptions options,
        OperationDefinition operation,
        IEnumerable<ActivityContext> subscriptions)
    {
        Activity? span = null;
        if (GraphQLTelemetry.Source.HasListeners())
        {
            // what is current here is whoever happened to open the source
            Activity.Current = null;
            var links = subscriptions.Select(static context => new ActivityLink(context));
            span = GraphQLTelemetry.Source.StartActivity(EventSpan, ActivityKind.Consumer, parentContext: default, links: links);
        }

        var observation = new OperationObservation(instruments, options, documentId: null, isEvent: true, span);
        observation.Identify(operation);
        return observation;
    }

    /// <summary>Makes its span current again, where another flow goes on with it.</summary>
    public void Resume()
    {
        if (_span is not null)
            Activity.Current = _span;
    }

    /// <summary>The document has been looked up.</summary>
    public void LookedUp(bool isHit) =>
        _instruments.DocumentLookups.Add(1, new KeyValuePair<string, object?>(TelemetryTags.CacheResult, isHit ? "hit" : "miss"));

    /// <summary>Tells the span what the document is.</summary>
    public void Describe(DocumentHash hash, ReadOnlyMemory<byte> document)
    {
        if (_span is not { IsAllDataRequested: true })
            return;
        _span.SetTag(TelemetryTags.DocumentHash, $"sha256:{hash}");
        if (_options.Diagnostics.RecordDocument)
        {
            var told = document.Span[..Math.Min(document.Length, DiagnosticOptions.MaxDocumentLength)];
            _span.SetTag(TelemetryTags.Document, Encoding.UTF8.GetString(told));
        }
    }

    /// <summary>The operation is known.</summary>
    public void Identify(OperationDefinition operation)
    {
        _operation = operation;
        if (_span is not null)
        {
            if (!_isEvent)
                _span.DisplayName = Text(operation.Operation);
            else
                _span.SetTag(TelemetryTags.ProcessingType, "subscription_event");
            _span.SetTag(TelemetryTags.OperationType, Text(operation.Operation));
            _span.SetTag(TelemetryTags.OperationName, operation.Name?.Value);
        }

        if (_isEvent || !_instruments.ActiveRequests.Enabled)
            return;
        _isActive = true;
        _instruments.ActiveRequests.Add(1, TypeTag());
    }

    /// <summary>The request is ready to run.</summary>
    public void Prepare(PreparedRequest prepared)
    {
        if (Recorder is not null)
            _prepared = prepared;
    }

    /// <summary>Adds the plan to the response of a request that wants to be explained.</summary>
    public void Explain(ExecutionResult result)
    {
        if (Recorder is not null && _prepared is { } prepared)
            result.Extend(PlanDescription.Extension, PlanDescription.Of(prepared, Recorder));
    }

    /// <summary>A phase has ended.</summary>
    public void Measure(ProcessingPhase phase, TimeSpan elapsed)
    {
        if (!_instruments.ProcessingDuration.Enabled)
            return;
        var tags = Tags();
        tags.Add(TelemetryTags.ProcessingType, phase.Type);
        _instruments.ProcessingDuration.Record(elapsed.TotalSeconds, tags);
    }

    /// <summary>A data loader begins to load; its span, if there is one, is current until whoever calls takes that back.</summary>
    public Activity? BeginBatch(string loader, int keys)
    {
        _instruments.LoaderBatchSize.Record(keys, new KeyValuePair<string, object?>(TelemetryTags.LoaderName, loader));
        Recorder?.AddBatch(loader, keys);
        if (!HasSpan)
            return null;
        var span = GraphQLTelemetry.Source.StartActivity($"GraphQL DataLoader Batch {loader}");
        span?.SetTag(TelemetryTags.ProcessingType, "dataloader_batch");
        span?.SetTag(TelemetryTags.LoaderName, loader);
        span?.SetTag(TelemetryTags.LoaderBatchSize, keys);
        return span;
    }

    /// <summary>A result is there; of several, each in turn.</summary>
    public void Add(ExecutionResult result)
    {
        var isFirst = _outcome is null;
        _outcome ??= result.Outcome;
        if (_instruments.ResponseSize.Enabled)
            _instruments.ResponseSize.Record(result.Length, Tags());
        if (isFirst && result.Cost is { } cost)
        {
            _instruments.FieldCost.Record(cost.FieldCost, Tags());
            _span?.SetTag(TelemetryTags.FieldCost, cost.FieldCost);
            _span?.SetTag(TelemetryTags.TypeCost, cost.TypeCost);
        }

        if (result.HasErrors)
            AddErrors(result);
    }

    /// <summary>It has ended, with the results that were added; without any, nobody waited for them.</summary>
    public void Dispose()
    {
        if (_isEnded)
            return;
        _isEnded = true;
        if (_isActive)
            _instruments.ActiveRequests.Add(-1, TypeTag());
        var duration = _isEvent ? _instruments.EventDuration : _instruments.RequestDuration;
        if (duration.Enabled)
            duration.Record(Clock.GetElapsedTime(_started).TotalSeconds, EndTags());
        if (_span is null)
            return;
        _span.SetTag(TelemetryTags.Outcome, OutcomeText());
        _span.Stop();
    }

    private void AddErrors(ExecutionResult result)
    {
        foreach (var error in result.Errors)
        {
            var type = _instruments.TypeOf(error);
            _errorType ??= type;
            var tags = Tags();
            tags.Add(TelemetryTags.ErrorType, type);
            _instruments.Errors.Add(1, tags);
        }

        if (_span is null)
            return;
        _span.SetTag(TelemetryTags.ErrorType, _errorType);
        _span.SetTag(TelemetryTags.ErrorCount, result.Errors.Length);
        _span.SetTag(TelemetryTags.ErrorCodes, result.Errors.Select(_instruments.TypeOf).Distinct().ToArray());
        if (!result.HasData || result.IsDataNull || result.Errors.Any(static error => error.Exception is not null))
            _span.SetStatus(ActivityStatusCode.Error);
    }

    private KeyValuePair<string, object?> TypeTag() => new(TelemetryTags.OperationType, Text(_operation!.Operation));

    private TagList Tags()
    {
        var tags = default(TagList);
        if (_operation is not null)
            tags.Add(TelemetryTags.OperationType, Text(_operation.Operation));
        return tags;
    }

    private TagList EndTags()
    {
        var tags = Tags();
        if (!_isEvent)
            tags.Add(TelemetryTags.Outcome, OutcomeText());
        if (_errorType is not null)
            tags.Add(TelemetryTags.ErrorType, _errorType);
        if (_documentId is null)
            return tags;

        // documents that the host has stored are as many as it has stored, and so are the names in them
        tags.Add(TelemetryTags.DocumentId, _documentId);
        if (_operation?.Name?.Value is { } name)
            tags.Add(TelemetryTags.OperationName, name);
        return tags;
    }

    private static string Text(OperationType type) => type switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private string OutcomeText() => _outcome switch
    {
        null => IsSubscription ? "subscribed" : "abandoned",
        ExecutionOutcome.SyntaxError => "syntax_error",
        ExecutionOutcome.DocumentRefused => "document_refused",
        ExecutionOutcome.ValidationError => "validation_error",
        ExecutionOutcome.OperationNotFound => "operation_not_found",
        ExecutionOutcome.OperationNotAllowed => "operation_not_allowed",
        ExecutionOutcome.VariableError => "variable_error",
        ExecutionOutcome.NotAuthorized => "not_authorized",
        ExecutionOutcome.Overloaded => "overloaded",
        ExecutionOutcome.CostExceeded => "cost_exceeded",
        ExecutionOutcome.Priced => "priced",
        ExecutionOutcome.Planned => "planned",
        _ => "executed",
    };
}
