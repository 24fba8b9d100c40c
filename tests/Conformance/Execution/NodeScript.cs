using System.ComponentModel;
using System.Diagnostics;

namespace Conformance.Execution;

/// <summary>A script of <c>tests/node</c> that answers each line of its input with one line.</summary>
internal static class NodeScript
{
    /// <summary>The answers; null when Node.js or the packages of <c>tests/node</c> are not installed here.</summary>
    public static async Task<IReadOnlyList<string>?> AskAsync(string script, IReadOnlyList<string> lines)
    {
        var folder = FindFolder();
        if (folder is null || !Directory.Exists(Path.Combine(folder, "node_modules", "graphql")) || Start(folder, script) is not { } node)
            return null;
        using (node)
        {
            var writing = Task.Run(async () =>
            {
                foreach (var line in lines)
                    await node.StandardInput.WriteLineAsync(line);
                node.StandardInput.Close();
            });
            var answers = new List<string>();
            while (await node.StandardOutput.ReadLineAsync() is { } answer)
                answers.Add(answer);
            await writing;
            await node.WaitForExitAsync();
            return answers;
        }
    }

    private static Process? Start(string folder, string script)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", script)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string? FindFolder()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Api.sln")))
            directory = directory.Parent;
        return directory is null ? null : Path.Combine(directory.FullName, "tests", "node");
    }
}
