using Integration.Infrastructure;

namespace Integration;

public sealed class CommandTests
{
    [Fact]
    public async Task The_schema_is_printed_exported_and_served_alike()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("schema.graphql");

        var (printExit, printed) = await HostProcess.RunAsync("schema", "print");
        var (exportExit, _) = await HostProcess.RunAsync("schema", "export", "--output", file);
        await using var host = await HostProcess.StartAsync(folder.File("data"));
        var served = await host.Client.GetStringAsync("/graphql?sdl");

        Assert.Equal((0, 0), (printExit, exportExit));
        Assert.Contains("type Query", served);
        Assert.Equal(served, await File.ReadAllTextAsync(file));
        Assert.Equal(served.Trim(), printed.Trim());
    }

    [Fact]
    public async Task Generated_logs_are_the_same_for_the_same_seed()
    {
        using var folder = new TemporaryFolder();
        string[] seeds = ["7", "7", "8"];
        var logs = new List<byte[]>();

        foreach (var seed in seeds)
        {
            var (exitCode, _) = await HostProcess.RunAsync("generate", "combat-log", "--lines", "2000", "--seed", seed, "--output", folder.File("night.txt"));
            Assert.Equal(0, exitCode);
            logs.Add(await File.ReadAllBytesAsync(folder.File("night.txt")));
        }

        Assert.True(logs[0].AsSpan().Count((byte)'\n') >= 2000);
        Assert.Equal(logs[0], logs[1]);
        Assert.NotEqual(logs[0], logs[2]);
    }

    [Theory]
    [InlineData("generate", "combat-log", "--lines", "many")]
    [InlineData("generate", "combat-log", "--lines", "-1")]
    [InlineData("generate")]
    [InlineData("schema")]
    [InlineData("schema", "exprot")]
    public async Task Commands_that_make_no_sense_are_refused(params string[] arguments)
    {
        var (exitCode, output) = await HostProcess.RunAsync(arguments);

        Assert.NotEqual(0, exitCode);
        Assert.NotEmpty(output);
    }
}
