using System.Text.Json;
using Integration.Infrastructure;

namespace Integration;

/// <summary>The shortest way through the whole house: a log goes in, the power goes out, the answers stay.</summary>
public sealed class UploadTests
{
    private const string Import = """
        mutation Import($file: Upload!) {
          importCombatLog(input: { source: { upload: $file } }) {
            created
            logs { id state }
            errors { __typename }
          }
        }
        """;

    private const string Everything = """
        query Everything {
          combatLogs {
            nodes {
              id fileName state sizeBytes contentHash linesRead eventsRead linesSkipped
              encounters { nodes { __typename id name startedAt endedAt } }
            }
          }
        }
        """;

    [Fact]
    public Task An_accepted_log_survives_a_kill_with_the_bundled_SQLite() => SurviveAsync("bundled");

    [SystemSqliteFact]
    public Task An_accepted_log_survives_a_kill_with_the_SQLite_of_the_system() => SurviveAsync("system");

    private static async Task SurviveAsync(string library)
    {
        using var folder = new TemporaryFolder();
        var log = folder.File("WoWCombatLog-021626_200000.txt");
        await HostProcess.RunAsync("generate", "combat-log", "--lines", "5000", "--seed", "3", "--output", log);
        var data = folder.File("data");
        string before;
        JsonElement imported;

        await using (var host = await HostProcess.StartAsync(data, $"--Database:Sqlite:Library={library}"))
        {
            imported = (await host.Client.UploadAsync(Import, log)).GetProperty("importCombatLog");
            Assert.Equal(JsonValueKind.Null, imported.GetProperty("errors").ValueKind);
            Assert.Equal(1, imported.GetProperty("created").GetInt32());
            before = (await CompletedAsync(host)).GetRawText();
            await host.KillAsync();
        }

        await using (var host = await HostProcess.StartAsync(data, $"--Database:Sqlite:Library={library}"))
        {
            Assert.Equal(before, (await CompletedAsync(host)).GetRawText());

            var again = (await host.Client.UploadAsync(Import, log)).GetProperty("importCombatLog");
            Assert.Equal(0, again.GetProperty("created").GetInt32());
            Assert.Equal(imported.GetProperty("logs")[0].GetProperty("id").GetString(), again.GetProperty("logs")[0].GetProperty("id").GetString());
            Assert.Equal(before, (await CompletedAsync(host)).GetRawText());
        }

        Assert.Empty(Directory.GetFiles(Path.Combine(data, "uploads")));
    }

    /// <summary>Everything there is, once the log is read.</summary>
    private static async Task<JsonElement> CompletedAsync(HostProcess host)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var data = await host.Client.QueryAsync(Everything);
            var log = Assert.Single(data.GetProperty("combatLogs").GetProperty("nodes").EnumerateArray());
            if (log.GetProperty("state").GetString() == "COMPLETED")
            {
                Assert.True(log.GetProperty("linesRead").GetInt64() >= 5000);
                Assert.NotEmpty(log.GetProperty("encounters").GetProperty("nodes").EnumerateArray());
                return data;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"The log was not read in time:\n{host.Output}");
        return default;
    }
}
