using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace GraphQL.Diagnostics;

/// <summary>What executors measure while somebody listens.</summary>
internal sealed class ExecutionInstruments
{
    /// <summary>Most codes of errors that are told apart: applications make their own, and tags must not grow without end.</summary>
    public const int MaxErrorCodes = 200;

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private static readonly InstrumentAdvice<double> Costs = new()
    {
        HistogramBucketBoundaries = [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000],
    };

    private static readonly InstrumentAdvice<long> Keys = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000] };

    private static readonly InstrumentAdvice<long> Bytes = new()
    {
        HistogramBucketBoundaries = [256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216],
    };

    private readonly ConcurrentDictionary<string, bool> _errorCodes = [];

    private ExecutionInstruments(Meter meter)
    {
        RequestDuration = meter.CreateHistogram(
            "graphql.server.request.duration", "s",
            "Time from a request to its result; of a subscription, until it is open.", tags: null, Seconds);
        ActiveRequests = meter.CreateUpDownCounter<long>(
            "graphql.server.request.active", "{request}", "Requests that are executed, and subscriptions that are being opened.");
        ProcessingDuration = meter.CreateHistogram(
            "graphql.server.processing.duration", "s", "Time of one phase of a request.", tags: null, Seconds);
        EventDuration = meter.CreateHistogram(
            "graphql.server.subscription.event.duration", "s", "Time from an event of a subscription to its result.", tags: null, Seconds);
        Errors = meter.CreateCounter<long>("graphql.server.errors", "{error}", "Errors in responses.");
        FieldCost = meter.CreateHistogram(
            "graphql.server.operation.field_cost", "{cost}", "Field cost of requests that were priced.", tags: null, Costs);
        ResponseSize = meter.CreateHistogram(
            "graphql.server.response.size", "By", "Length of results before compression.", tags: null, Bytes);
        DocumentLookups = meter.CreateCounter<long>(
            "graphql.server.document.cache.lookups", "{lookup}", "Documents that were looked up in the cache.");
        LoaderBatchSize = meter.CreateHistogram(
            "graphql.server.dataloader.batch.size", "{key}", "Keys that data loaders loaded together.", tags: null, Keys);
    }

    /// <summary>Those of executors whose host has no factory of meters.</summary>
    public static ExecutionInstruments Shared { get; } = new(new Meter(GraphQLTelemetry.Name));

    public Histogram<double> RequestDuration { get; }

    public UpDownCounter<long> ActiveRequests { get; }

    public Histogram<double> ProcessingDuration { get; }

    public Histogram<double> EventDuration { get; }

    public Counter<long> Errors { get; }

    public Histogram<double> FieldCost { get; }

    public Histogram<long> ResponseSize { get; }

    public Counter<long> DocumentLookups { get; }

    public Histogram<long> LoaderBatchSize { get; }

    /// <summary>True when somebody listens to spans or to any of these.</summary>
    public bool IsWatched =>
        GraphQLTelemetry.Source.HasListeners()
        || RequestDuration.Enabled
        || ActiveRequests.Enabled
        || ProcessingDuration.Enabled
        || EventDuration.Enabled
        || Errors.Enabled
        || FieldCost.Enabled
        || ResponseSize.Enabled
        || DocumentLookups.Enabled
        || LoaderBatchSize.Enabled;

    public static ExecutionInstruments Of(IMeterFactory? factory) =>
        factory is null ? Shared : new ExecutionInstruments(factory.Create(new MeterOptions(GraphQLTelemetry.Name)));

    /// <summary>The value of <see cref="TelemetryTags.ErrorType"/> for an error.</summary>
    public string TypeOf(GraphQLError error)
    {
        if (error.Code is not { } code)
            return TelemetryTags.OtherError;
        if (_errorCodes.ContainsKey(code))
            return code;
        return _errorCodes.Count < MaxErrorCodes && _errorCodes.TryAdd(code, true) ? code : TelemetryTags.OtherError;
    }
}
