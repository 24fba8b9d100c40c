using Import;

// dotnet run -c Release --project bench/Import -- [megabytes] [runs]
// Needs the host built in Release: dotnet build -c Release src/Api
if (args is ["--naive", var file])
{
    NaivePass.Run(file);
    return;
}

var megabytes = args.Length > 0 ? int.Parse(args[0]) : 500;
var runs = args.Length > 1 ? int.Parse(args[1]) : 3;

using var log = GeneratedLogFile.OfSize(megabytes);
using var warmUp = GeneratedLogFile.OfSize(Math.Max(1, megabytes / 25));
Console.WriteLine($"{log.Path}: {log.Lines:N0} lines, {log.Bytes:N0} bytes");
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {runs} runs of each, interleaved");
Console.WriteLine();

var naive = new List<Measurement>();
var first = new List<Measurement>();
var later = new List<Measurement>();
for (var run = 0; run < runs; run++)
{
    naive.Add(await NaivePass.MeasureAsync(log));
    first.Add(await HostImport.MeasureAsync(log, warmUp: null));
    later.Add(await HostImport.MeasureAsync(log, warmUp));
    Console.WriteLine($"run {run + 1}: naive {naive[^1]}; first import {first[^1]}; later import {later[^1]}");
}

Console.WriteLine();
Console.WriteLine("| pass | lines/s (median) | peak memory MB (largest) | against the naive pass |");
Console.WriteLine("|---|---|---|---|");
var baseline = Measurement.MedianRate(naive, log.Lines);
var passes = new[]
{
    ("File.ReadLines + Split(','), stores nothing", naive),
    ("import by the host, results stored: the first of a fresh process", first),
    ("import by the host, results stored: after a small one", later),
};
foreach (var (name, measurements) in passes)
{
    var rate = Measurement.MedianRate(measurements, log.Lines);
    Console.WriteLine($"| {name} | {rate:N0} | {measurements.Max(measurement => measurement.PeakBytes) / 1_000_000:N0} | {rate / baseline:N2} |");
}
