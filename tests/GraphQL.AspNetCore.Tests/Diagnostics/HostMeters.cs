using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using GraphQL.AspNetCore.Tests.Infrastructure;
using GraphQL.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.AspNetCore.Tests.Diagnostics;

/// <summary>What one host measures, from the moment it is made.</summary>
public sealed class HostMeters : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _measured = [];
    private readonly ConcurrentBag<Instrument> _instruments = [];
    private readonly MeterListener _listener = new();

    public HostMeters(GraphQLHost host)
    {
        var factory = host.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != GraphQLTelemetry.Name || !ReferenceEquals(instrument.Meter.Scope, factory))
                return;
            _instruments.Add(instrument);
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyCollection<Instrument> Instruments => _instruments;

    /// <summary>What an instrument measured with exactly these tags, in sum.</summary>
    public double Sum(string instrument, string tags) => _measured.Where(item => item.Instrument == instrument && item.Tags == tags).Sum(static item => item.Value);

    /// <summary>What an instrument shows now that is read only when somebody asks.</summary>
    public double Read(string instrument, string tags = "")
    {
        _measured.Clear();
        _listener.RecordObservableInstruments();
        return Sum(instrument, tags);
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))));
}
