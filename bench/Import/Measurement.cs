using System.Diagnostics;

namespace Import;

/// <summary>How long a pass took and how much memory its process ever held.</summary>
internal sealed record Measurement(TimeSpan Elapsed, long PeakBytes)
{
    public static double MedianRate(IReadOnlyList<Measurement> measurements, long lines)
    {
        var seconds = measurements.Select(measurement => measurement.Elapsed.TotalSeconds).Order().ToList();
        return lines / seconds[seconds.Count / 2];
    }

    /// <summary>The high-water mark of a running process, as Linux keeps it.</summary>
    public static long PeakOf(Process process)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) * 1024;
    }

    public override string ToString() => $"{Elapsed.TotalSeconds:N2} s, {PeakBytes / 1_000_000:N0} MB";
}
