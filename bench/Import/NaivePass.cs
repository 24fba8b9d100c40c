using System.Diagnostics;

namespace Import;

/// <summary>The least a straightforward reader does: a string per line, cut at every comma. It stores nothing.</summary>
internal static class NaivePass
{
    public static void Run(string file)
    {
        var started = Stopwatch.GetTimestamp();
        long fields = 0;
        foreach (var line in File.ReadLines(file))
            fields += line.Split(',').Length;
        Console.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds} {Measurement.PeakOf(Process.GetCurrentProcess())} {fields}");
    }

    /// <summary>In a process of its own, so that its memory is its own.</summary>
    public static async Task<Measurement> MeasureAsync(GeneratedLogFile log)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--naive", log.Path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = (await process.StandardOutput.ReadToEndAsync()).Split(' ');
        await process.WaitForExitAsync();
        return new Measurement(TimeSpan.FromSeconds(double.Parse(output[0])), long.Parse(output[1]));
    }
}
