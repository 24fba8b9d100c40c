using System.IO.Compression;
using System.Text;
using Guildhall.Domain.Encounters.Generation;
using Xunit;

namespace Domain.Tests.Encounters.Generation;

public class CombatLogGeneratorTests
{
    [Fact]
    public void The_shipped_sample_is_what_the_generator_writes()
    {
        using var shipped = new GZipStream(File.OpenRead(Path.Combine(RepositoryRoot(), "samples", "raid-night.txt.gz")), CompressionMode.Decompress);
        using var expected = new MemoryStream();
        shipped.CopyTo(expected);

        Assert.Equal(expected.ToArray(), Write(Samples.RaidNight).Bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(77)]
    public void The_same_options_give_the_same_bytes_and_another_seed_gives_others(ulong seed)
    {
        var options = new GeneratorOptions { Seed = seed, Lines = 500, PullLength = 10_000 };
        var first = Write(options).Bytes;

        Assert.Equal(first, Write(options).Bytes);
        Assert.NotEqual(first, Write(options with { Seed = seed + 1 }).Bytes);
    }

    [Fact]
    public void What_is_counted_is_what_is_written()
    {
        var (bytes, truth) = Write(new GeneratorOptions { Seed = 3, Lines = 5_000, PullLength = 15_000 });

        Assert.Equal(bytes.Length, truth.Bytes);
        Assert.Equal(bytes.Count(value => value == '\n'), truth.Lines);
        Assert.True(truth.Lines >= 5_000);
    }

    [Fact]
    public void Time_never_runs_backwards()
    {
        var lines = Encoding.UTF8.GetString(Write(Samples.RaidNight).Bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var times = lines.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..line.IndexOf("  ", StringComparison.Ordinal)]).ToList();
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
    }

    [Theory]
    [InlineData(9, 20_000)]
    [InlineData(31, 20_000)]
    [InlineData(20, 9_999)]
    public void Options_out_of_range_are_refused(int raidSize, int pullLength) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(new GeneratorOptions { RaidSize = raidSize, PullLength = pullLength }));

    private static (byte[] Bytes, GeneratedTruth Truth) Write(GeneratorOptions options)
    {
        using var stream = new MemoryStream();
        var truth = CombatLogGenerator.Write(stream, options);
        return (stream.ToArray(), truth);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Api.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
