using System.Diagnostics;
using System.Text.Json;

namespace Conformance.Oracle;

/// <summary>npm's <c>graphql</c>, asked by one process of Node.js for all cases of a test.</summary>
internal static class ReferenceImplementation
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Why it cannot be asked here; null when it can.</summary>
    public static string? WhyAbsent()
    {
        if (FindFolder() is not { } folder || !Directory.Exists(Path.Combine(folder, "node_modules", "graphql")))
            return "npm's graphql is not installed (npm ci in tests/node).";
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, UseShellExecute = false })!;
            node.WaitForExit();
            return node.ExitCode == 0 ? null : "Node.js does not run.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js is not installed.";
        }
    }

    /// <summary>The errors of each document, as the reference implementation finds them.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ValidateAsync(IReadOnlyList<GeneratedCase> cases)
    {
        var start = new ProcessStartInfo("node", "validate.mjs")
        {
            WorkingDirectory = FindFolder(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var node = Process.Start(start)!;
        var writing = Task.Run(async () =>
        {
            foreach (var item in cases)
                await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(item, Json));
            node.StandardInput.Close();
        });

        var results = new List<JsonElement>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
            results.Add(JsonSerializer.Deserialize<JsonElement>(line));
        await writing;
        await node.WaitForExitAsync();
        return results;
    }

    private static string? FindFolder()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Api.sln")))
            directory = directory.Parent;
        return directory is null ? null : Path.Combine(directory.FullName, "tests", "node");
    }
}

/// <summary>A schema and a document about it.</summary>
/// <param name="Sdl">The schema.</param>
/// <param name="Document">The document, right or wrong.</param>
internal sealed record GeneratedCase(string Sdl, string Document);
