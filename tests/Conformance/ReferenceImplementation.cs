using System.Diagnostics;
using System.Text.Json;

namespace Conformance;

/// <summary>The reference implementation itself, when <c>npm ci</c> has been run in <c>tests/node</c>.</summary>
internal static class ReferenceImplementation
{
    /// <summary>What it makes of each text; null where it refuses. Null as a whole when it is not installed here.</summary>
    /// <param name="ask">A function of <c>reference.mjs</c>.</param>
    /// <param name="texts">Its arguments.</param>
    public static async Task<IReadOnlyList<string?>?> AskAsync(string ask, IReadOnlyCollection<string> texts)
    {
        if (FindNodeDirectory() is not { } directory)
            return null;

        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "reference.mjs"));
        start.ArgumentList.Add(directory);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(texts.Select(text => new { ask, text })));
        process.StandardInput.Close();
        using var answers = JsonDocument.Parse(await output);
        await process.WaitForExitAsync();
        return [.. answers.RootElement.EnumerateArray().Select(answer => answer.TryGetProperty("value", out var value) ? value.GetString() : null)];
    }

    private static string? FindNodeDirectory()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, "tests", "node");
            if (Directory.Exists(Path.Combine(candidate, "node_modules", "graphql")))
                return candidate;
        }

        return null;
    }
}
