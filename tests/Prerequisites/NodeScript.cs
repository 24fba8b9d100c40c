using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Prerequisites;

/// <summary>The scripts of <c>tests/node</c>, which ask the reference implementations; tests that need them are <see cref="NodeFactAttribute"/>s.</summary>
internal static class NodeScript
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "node");

    /// <summary>Why no script can run here; null when they can.</summary>
    public static string? WhyAbsent { get; } = FindWhyAbsent();

    /// <summary>What a script writes.</summary>
    public static Task<string> RunAsync(string script, params string[] arguments) => RunAsync([script, .. arguments], input: []);

    /// <summary>The answers of a script that answers each line of its input with one line, both JSON.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AskAsync<T>(
        string script, IReadOnlyCollection<T> questions, JsonSerializerOptions? options = null)
    {
        var output = await RunAsync([script], questions.Select(question => JsonSerializer.Serialize(question, options ?? JsonSerializerOptions.Web)));
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Xunit.Assert.Equal(questions.Count, answers.Count);
        return answers;
    }

    private static async Task<string> RunAsync(IEnumerable<string> command, IEnumerable<string> input)
    {
        using var node = Process.Start(new ProcessStartInfo("node", command)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;

        // All three at once, since a pipe that nobody empties stops the script.
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        try
        {
            foreach (var line in input)
                await node.StandardInput.WriteLineAsync(line);
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code and errors say why.
        }

        await node.WaitForExitAsync();
        Xunit.Assert.True(node.ExitCode == 0, await errors);
        return await output;
    }

    private static string? FindWhyAbsent()
    {
        foreach (var folder in (ReadOnlySpan<string>)[Folder, Path.Combine(Folder, "clients")])
        {
            if (!Directory.Exists(Path.Combine(folder, "node_modules", "graphql")))
                return "The packages of tests/node and tests/node/clients are not installed; run npm ci in both.";
        }

        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, UseShellExecute = false })!;
            node.WaitForExit();
            return node.ExitCode == 0 ? null : "Node.js does not run.";
        }
        catch (Win32Exception)
        {
            return "Node.js is not installed.";
        }
    }
}
