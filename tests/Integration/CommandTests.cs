using System.Text.Json;
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
    [InlineData(0, "PageInfo", "hasNextPage")]
    [InlineData(0, "@deprecated", "directive @deprecated(")]
    [InlineData(2, "Nothing", "no \"Nothing\"")]
    public async Task One_type_or_directive_is_printed_alone(int exitCode, string name, string says)
    {
        var (exit, output) = await HostProcess.RunAsync("schema", "print", "--type", name);

        Assert.Equal(exitCode, exit);
        Assert.Contains(says, output);
        Assert.DoesNotContain("type Query", output);
    }

    [Theory]
    [InlineData("type Query { a: Int }", "type Query { a: Int }", 0, 0)]
    [InlineData("type Query { a: Int }", "type Query { a: Int b: Int }", 0, 0)]
    [InlineData("type Query { a: Int }", "type Query { a(x: Int): Int }", 0, 1)]
    [InlineData("type Query { a: Int b: Int }", "type Query { a: Int }", 1, 1)]
    public async Task A_check_fails_on_what_it_is_told_to_fail_on(string old, string @new, int byDefault, int onDangerous)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("old.graphql"), old);
        await File.WriteAllTextAsync(folder.File("new.graphql"), @new);

        var diff = await HostProcess.RunAsync("schema", "diff", folder.File("old.graphql"), folder.File("new.graphql"));
        var check = await HostProcess.RunAsync("schema", "check", folder.File("old.graphql"), folder.File("new.graphql"));
        var strict = await HostProcess.RunAsync("schema", "check", folder.File("old.graphql"), folder.File("new.graphql"), "--fail-on", "dangerous");

        Assert.Equal((0, byDefault, onDangerous), (diff.ExitCode, check.ExitCode, strict.ExitCode));
        Assert.Equal(diff.Output, check.Output);
    }

    [Fact]
    public async Task The_servers_own_schema_is_what_an_old_one_is_compared_with()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("schema.graphql");
        await HostProcess.RunAsync("schema", "export", "--output", file);
        var same = await HostProcess.RunAsync("schema", "check", file, "--fail-on", "dangerous");
        await File.AppendAllTextAsync(file, "\nextend type Query { gone: Int }\n");

        var broken = await HostProcess.RunAsync("schema", "check", file, "--format", "json");

        Assert.Equal(0, same.ExitCode);
        Assert.Equal(1, broken.ExitCode);
        var change = Assert.Single(JsonDocument.Parse(broken.Output).RootElement.EnumerateArray());
        Assert.Equal(("breaking", "fieldRemoved", "Query.gone"), (Text(change, "impact"), Text(change, "kind"), Text(change, "coordinate")));
    }

    [Theory]
    [InlineData(null, "cannot be read")]
    [InlineData("type Query {", "old.graphql:1:13: Syntax error")]
    [InlineData("type Query { a: Nothing }", "old.graphql:1:17: ")]
    [InlineData("interface I { a: Int } type Query implements I { b: Int }", "old.graphql:1:15: ")]
    public async Task Files_that_are_no_schema_are_told_apart_from_changes(string? content, string says)
    {
        using var folder = new TemporaryFolder();
        if (content is not null)
            await File.WriteAllTextAsync(folder.File("old.graphql"), content);

        foreach (var command in (string[])["diff", "check"])
        {
            var (exitCode, output) = await HostProcess.RunAsync("schema", command, folder.File("old.graphql"));
            Assert.Equal(2, exitCode);
            Assert.Contains(says, output);
        }
    }

    [Theory]
    [InlineData("generate", "combat-log", "--lines", "many")]
    [InlineData("generate", "combat-log", "--lines", "-1")]
    [InlineData("generate")]
    [InlineData("schema")]
    [InlineData("schema", "exprot")]
    [InlineData("schema", "diff")]
    [InlineData("schema", "diff", "a", "b", "--format", "xml")]
    [InlineData("schema", "check", "a", "--fail-on", "safe")]
    public async Task Commands_that_make_no_sense_are_refused(params string[] arguments)
    {
        var (exitCode, output) = await HostProcess.RunAsync(arguments);

        Assert.NotEqual(0, exitCode);
        Assert.NotEmpty(output);
    }

    private static string Text(JsonElement change, string name) => change.GetProperty(name).GetString()!;
}
