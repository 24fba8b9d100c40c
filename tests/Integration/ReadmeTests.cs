using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Integration.Infrastructure;
using Xunit.Abstractions;

namespace Integration;

/// <summary>Every command of the README does what the README says. test.sh itself runs the two at its top.</summary>
public sealed partial class ReadmeTests(ReadmeTests.Host host, ITestOutputHelper output) : IClassFixture<ReadmeTests.Host>
{
    [Fact]
    public async Task Its_requests_are_answered_in_its_order()
    {
        var requests = Commands().Where(command => command.StartsWith("curl ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(requests);
        foreach (var request in requests)
        {
            var answer = await ShellAsync(request.Replace("http://localhost:5000/", host.Process.Address.ToString(), StringComparison.Ordinal));
            output.WriteLine(answer);
            var response = JsonDocument.Parse(answer).RootElement;
            Assert.False(response.TryGetProperty("errors", out _), answer);
            var field = response.GetProperty("data").EnumerateObject().Single().Value;
            if (field.TryGetProperty("nodes", out var nodes))
                Assert.NotEqual(0, nodes.GetArrayLength());
            if (field.TryGetProperty("logs", out var logs))
                Assert.Equal("COMPLETED", logs[0].GetProperty("state").GetString());
        }
    }

    [Fact]
    public async Task Its_commands_of_the_program_work()
    {
        using var folder = new TemporaryFolder();
        var commands = Commands().Where(command => command.StartsWith("dotnet run --project src/Api -- ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            var arguments = command["dotnet run --project src/Api -- ".Length..].Split(' ').Select(word => FileName().IsMatch(word) ? folder.File(word) : word);
            var (exitCode, said) = await HostProcess.RunAsync([.. arguments]);
            Assert.True(exitCode == 0, $"{command}\n{said}");
        }
    }

    [Fact]
    public async Task It_starts_the_server_as_it_says()
    {
        var commands = Commands().Where(command => command.Contains("dotnet run --project src/Api", StringComparison.Ordinal) && !command.Contains("-- schema", StringComparison.Ordinal) && !command.Contains("-- generate", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, commands.Count);
        foreach (var command in commands)
        {
            using var folder = new TemporaryFolder();
            // what the tests were built as, on a port of its own
            var adapted = command.Split('#')[0].Trim()
                .Replace("dotnet run --project", $"dotnet run --no-build --configuration {Repository.Configuration} --project", StringComparison.Ordinal)
                .Replace(":8080", ":0", StringComparison.Ordinal);
            adapted += adapted.Contains("--urls", StringComparison.Ordinal) ? "" : " -- --urls http://127.0.0.1:0";
            Assert.Contains("Now listening on", await SayAsync(adapted, "Now listening on", folder.Path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_file_that_it_links_to_is_there()
    {
        var links = Link().Matches(Text).Select(match => match.Groups["target"].Value.Split('#')[0]).Where(link => !link.Contains("://", StringComparison.Ordinal));
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Repository.Root, link)), link));
    }

    private static string Text => File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private static IEnumerable<string> Commands() =>
        ShellBlock().Matches(Text).SelectMany(match => match.Groups["commands"].Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static async Task<string> ShellAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var shell = Process.Start(start)!;
        _ = shell.StandardError.ReadToEndAsync();
        var said = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
        return said;
    }

    /// <summary>What a command says until it says what is waited for, or ends.</summary>
    private static async Task<string> SayAsync(string command, string awaited, string data)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"{command} 2>&1"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["Data__Directory"] = data;
        using var shell = Process.Start(start)!;
        var said = "";
        while (!said.Contains(awaited, StringComparison.Ordinal) && await shell.StandardOutput.ReadLineAsync() is { } line)
            said += line + "\n";
        shell.Kill(entireProcessTree: true);
        await shell.WaitForExitAsync();
        return said;
    }

    [GeneratedRegex("```sh\n(?<commands>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\w+\.\w+$")]
    private static partial Regex FileName();

    /// <summary>A host that only the README talks to.</summary>
    public sealed class Host : HostFixture;
}
