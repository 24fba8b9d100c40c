using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace GraphQL.Tests.Diagnostics;

/// <summary>The meters of one test, with everything that they measure.</summary>
internal sealed class Meters : IMeterFactory
{
    private readonly ConcurrentDictionary<string, Meter> _meters = [];
    private readonly ConcurrentQueue<Measured> _measured = [];
    private readonly MeterListener _listener = new();

    /// <param name="isListening">Whether somebody listens from the beginning.</param>
    public Meters(bool isListening = true)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (_meters.Values.Contains(instrument.Meter))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        if (isListening)
            _listener.Start();
    }

    public Meter Create(MeterOptions options) => _meters.GetOrAdd(options.Name, static name => new Meter(name));

    /// <summary>What an instrument measured, its tags as text in their order.</summary>
    public IReadOnlyList<Measured> Of(string instrument) => [.. _measured.Where(item => item.Instrument == instrument)];

    /// <summary>Reads those that are only read when somebody asks.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var meter in _meters.Values)
            meter.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue(new Measured(instrument.Name, value, string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))));
}

internal sealed record Measured(string Instrument, double Value, string Tags);
