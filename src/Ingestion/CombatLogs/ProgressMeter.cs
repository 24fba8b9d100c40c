using Guildhall.Domain.Encounters;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Ingestion.CombatLogs;

/// <summary>Says about twice a second how far an import is, and how fast it was over the last seconds.</summary>
internal sealed class ProgressMeter(TimeProvider clock, long length)
{
    private const int Samples = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Queue<(long At, long Bytes, long Lines)> _samples = new([(clock.GetTimestamp(), 0, 0)]);
    private long _reported = clock.GetTimestamp();

    /// <summary>What to tell now; null when it was told just before.</summary>
    public ImportProgress? Next(long bytesRead, LogFacts facts)
    {
        var now = clock.GetTimestamp();
        if (clock.GetElapsedTime(_reported, now) < Interval)
            return null;

        _reported = now;
        var (at, bytes, lines) = _samples.Peek();
        if (_samples.Count == Samples)
            _samples.Dequeue();

        _samples.Enqueue((now, bytesRead, facts.LinesRead));
        var seconds = clock.GetElapsedTime(at, now).TotalSeconds;
        var bytesPerSecond = (bytesRead - bytes) / seconds;
        return new ImportProgress(
            bytesRead,
            facts.LinesRead,
            facts.EventsRead,
            facts.LinesSkipped,
            (facts.LinesRead - lines) / seconds,
            bytesPerSecond > 0 ? (length - bytesRead) / bytesPerSecond : 0);
    }
}
