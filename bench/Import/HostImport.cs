using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Import;

/// <summary>The whole way: the built host as a process of its own imports the file and stores what it finds.</summary>
internal static class HostImport
{
    private const string Import = """
        mutation ($path: String!) {
          importCombatLog(input: { source: { path: $path } }) {
            logs { id state }
            errors { ... on UserError { code message } }
          }
        }
        """;

    private const string Progress = "query ($id: ID!) { combatLog(id: $id) { state linesRead failure } }";

    /// <param name="log">What is imported.</param>
    /// <param name="warmUp">A smaller log that the same process imports first; null: the first import of a fresh process is measured.</param>
    public static async Task<Measurement> MeasureAsync(GeneratedLogFile log, GeneratedLogFile? warmUp)
    {
        var data = Directory.CreateTempSubdirectory("guildhall-bench-data-");
        using var host = Start([log.Folder, warmUp?.Folder ?? log.Folder], data.FullName);
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressOfAsync(host) };
            await PostAsync(client, "{ __typename }", new { });
            if (warmUp is not null)
                await ImportAsync(client, warmUp);

            var started = Stopwatch.GetTimestamp();
            await ImportAsync(client, log);
            return new Measurement(Stopwatch.GetElapsedTime(started), Measurement.PeakOf(host));
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
            data.Delete(recursive: true);
        }
    }

    private static async Task ImportAsync(HttpClient client, GeneratedLogFile log)
    {
        var answer = await PostAsync(client, Import, new { path = log.Path });
        var imported = answer.GetProperty("importCombatLog");
        if (imported.GetProperty("errors").ValueKind == JsonValueKind.Array)
            throw new InvalidOperationException(imported.ToString());
        var id = imported.GetProperty("logs")[0].GetProperty("id").GetString();
        for (JsonElement state; ; await Task.Delay(20))
        {
            state = (await PostAsync(client, Progress, new { id })).GetProperty("combatLog");
            if (state.GetProperty("state").GetString() is "COMPLETED")
                break;
            if (state.GetProperty("state").GetString() is "FAILED")
                throw new InvalidOperationException(state.ToString());
        }
    }

    private static Process Start(string[] allowedFolders, string data)
    {
        var host = Path.Combine(RepositoryRoot(), "src", "Api", "bin", "Release", "net10.0", "Guildhall.Api.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [host, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment =
            {
                ["Data__Directory"] = data,
                ["CombatLogs__AllowedFolders__0"] = allowedFolders[0],
                ["CombatLogs__AllowedFolders__1"] = allowedFolders[1],
            },
        })!;
    }

    private static async Task<Uri> AddressOfAsync(Process host)
    {
        const string Announcement = "Now listening on: ";
        while (await host.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = host.StandardOutput.ReadToEndAsync();
                return new Uri(line[(at + Announcement.Length)..]);
            }
        }

        throw new InvalidOperationException("The host ended before it listened. Was it built in Release?");
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string query, object variables)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException(errors.ToString()) : body.GetProperty("data");
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Api.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
