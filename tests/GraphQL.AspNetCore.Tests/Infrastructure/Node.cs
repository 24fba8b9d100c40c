using System.Diagnostics;

namespace GraphQL.AspNetCore.Tests.Infrastructure;

/// <summary>Scripts in <c>tests/node</c>, run by node.</summary>
public static class Node
{
    /// <summary>The folder of the scripts; null when node's packages are not installed there.</summary>
    public static string? FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Api.sln")))
            folder = folder.Parent;
        var scripts = folder is null ? null : Path.Combine(folder.FullName, "tests", "node");
        return scripts is not null && Directory.Exists(Path.Combine(scripts, "node_modules")) ? scripts : null;
    }

    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
