using Guildhall.Storage.Sqlite;

namespace Guildhall.Storage.Tests;

public sealed class SqliteLibraryTests
{
    [Theory]
    [InlineData("Auto")]
    [InlineData("System")]
    [InlineData("Bundled")]
    public async Task A_process_of_its_own_runs_with_each_library(string library)
    {
        var (exitCode, output, errors) = await ChildProcess.RunAsync("sqlite", library);
        Assert.True(exitCode == 0, output + errors);
        if (library == "Bundled")
            Assert.StartsWith("3.35.", output);
    }
}

/// <summary>Everything the storage asks of SQLite that an old library could lack.</summary>
internal static class SqliteProbe
{
    public static int Run(string library)
    {
        using var folder = new TemporaryFolder();
        using var rig = new StorageRig(folder, Enum.Parse<SqliteLibraryChoice>(library));
        Console.WriteLine(SqliteLibrary.Version);

        var viewer = Samples.Player(1);
        rig.Commit(context => Samples.AddLog(context, viewer.UserId, "a.txt"));
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToArray();
        var found = rig.Read(context => (
            Runs: context.MythicPlusRuns(viewer).Count(run => run.Affixes.Any(affix => affix.AffixId == 9)),
            Streams: context.CharacterStreams(viewer).Where(stream => !ids.Contains(stream.Id) && stream.Dps > 0.5).OrderByDescending(stream => stream.Dps).ThenBy(stream => stream.Id).Count(),
            Recent: context.CombatLogs(viewer).Count(log => log.ImportedAt > DateTimeOffset.UnixEpoch),
            ByName: context.Encounters(viewer).Count(encounter => encounter.Characters.Any(character => character.NormalizedName.StartsWith("är")))));

        return found == (1, 2, 1, 1) ? 0 : throw new InvalidOperationException(found.ToString());
    }
}
