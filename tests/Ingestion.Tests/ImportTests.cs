using System.Text;
using Guildhall.Domain.Encounters;
using Guildhall.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Ingestion.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_night_is_stored_as_it_was_written()
    {
        await using var server = await Server.StartAsync(_folder.Path);
        var (content, truth) = Logs.Night(seed: 3, lines: 20_000);
        var log = await server.ImportAsync(content);

        Assert.Equal((ImportState.Completed, null), (log.State, log.Failure));
        Assert.Equal((truth.Lines, truth.Lines, 0L, (long)content.Length), (log.LinesRead, log.EventsRead, log.LinesSkipped, log.BytesRead));
        Assert.Equal((22, "12.0.5", GameFlavor.Retail, 1d), (log.FormatVersion, log.Build, log.Flavor, log.Progress));
        Assert.InRange(log.StoredBytes, 1, content.Length / 4);

        var encounters = await server.ReadAsync(context => context.Encounters(Server.Owner).OrderBy(row => row.StartedAt).Include(row => row.Characters)
            .Where(row => row.Kind == EncounterKind.Raid || row.Kind == EncounterKind.MythicPlus).ToList());
        Assert.Equal(truth.Encounters.Select(encounter => encounter.Name), encounters.Select(encounter => encounter.Name));
        foreach (var (expected, actual) in truth.Encounters.Zip(encounters))
        {
            Assert.Equal(
                expected.Characters.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value.DamageDone, pair.Value.HealingDone)),
                actual.Characters.Where(row => row.SegmentId == null).OrderBy(row => row.Guid).Select(row => (row.Guid, row.TotalDamageDone, row.TotalHealingDone)));
        }

        var run = Assert.Single(encounters.OfType<MythicPlusRun>());
        Assert.NotEmpty(await server.ReadAsync(context => context.CombatSegments(Server.Owner).Where(segment => segment.RunId == run.Id).ToList()));
        Assert.Equal(
            Encoding.UTF8.GetString(content).Split('\n')[(int)run.FirstLine - 1].TrimEnd('\r'),
            await server.Store.RawLineAsync(Server.Owner, log.Id, run.FirstLine));
    }

    [Fact]
    public async Task A_log_that_grows_keeps_its_id_and_those_of_its_encounters()
    {
        await using var server = await Server.StartAsync(_folder.Path);
        var (content, _) = Logs.Night(seed: 4, lines: 30_000);
        var cut = content.AsSpan(0, content.Length * 2 / 3).LastIndexOf("ENCOUNTER_END"u8);
        var first = await server.ImportAsync(content[..(cut - 40)]);
        var before = await server.ReadAsync(context => context.Encounters(Server.Owner).Select(row => row.Id).ToList());

        var whole = await server.ImportAsync(content);
        var after = await server.ReadAsync(context => context.Encounters(Server.Owner).Select(row => row.Id).ToList());
        Assert.Equal(first.Id, whole.Id);
        Assert.NotEmpty(before);
        Assert.Subset(after.ToHashSet(), before.ToHashSet());
        Assert.True(after.Count > before.Count);

        // As if it had come whole at once.
        using var other = new TemporaryFolder();
        await using var fresh = await Server.StartAsync(other.Path);
        var direct = await fresh.ImportAsync(content);
        Assert.Equal(await fresh.DerivedAsync(direct.Id), await server.DerivedAsync(whole.Id));
        Assert.Equal((direct.ContentHash, direct.LinesRead, direct.StoredBytes), (whole.ContentHash, whole.LinesRead, whole.StoredBytes));
    }

    [Fact]
    public async Task Many_logs_at_once_come_in_whole_and_one_that_comes_twice_is_one()
    {
        await using var server = await Server.StartAsync(_folder.Path);
        var nights = Enumerable.Range(1, 5).Select(seed => Logs.Night((ulong)seed, 3_000)).ToArray();
        var ids = await Task.WhenAll(nights.Concat(nights).Select(night => Task.Run(() => server.BringAsync(night.Content))));
        Assert.True(await server.Store.WaitAsync(ids, TimeSpan.FromMinutes(2)));

        Assert.Equal(ids[..5], ids[5..]);
        Assert.Equal(5, ids.Distinct().Count());
        foreach (var (id, night) in ids.Zip(nights))
            Assert.Equal((ImportState.Completed, night.Truth.Lines), ((await server.LogAsync(id)).State, (await server.LogAsync(id)).LinesRead));
    }

    [Fact]
    public async Task A_log_that_stops_in_a_line_is_read_up_to_there()
    {
        await using var server = await Server.StartAsync(_folder.Path);
        var (content, _) = Logs.Night(seed: 6, lines: 3_000);
        var log = await server.ImportAsync(content[..(content.Length / 2)]);
        Assert.Equal(ImportState.Completed, log.State);
        Assert.InRange(log.EventsRead, 1_000, log.LinesRead);
        Assert.NotEmpty(await server.DerivedAsync(log.Id));
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_counted_and_named()
    {
        await using var server = await Server.StartAsync(_folder.Path);
        var (content, _) = Logs.Night(seed: 7, lines: 3_000);
        var lines = Encoding.UTF8.GetString(content).Split('\n').ToList();
        lines.Insert(1000, "!!");
        lines.Insert(1500, lines[1400][..lines[1400].IndexOf("  ", StringComparison.Ordinal)] + "  SPELL_NEVER_HEARD_OF,1");
        var log = await server.ImportAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        Assert.Equal((ImportState.Completed, 2L), (log.State, log.LinesSkipped));
        var problems = await server.ReadAsync(context => context.LineProblems(Server.Owner).OrderBy(problem => problem.Line).Select(problem => problem.Line).ToList());
        Assert.Equal([1001, 1501], problems);
        Assert.Equal("SPELL_NEVER_HEARD_OF", (await server.ReadAsync(context => context.UnknownEvents(Server.Owner).Single())).Type);
        Assert.Equal("!!", await server.Store.RawLineAsync(Server.Owner, log.Id, 1001));
    }

    [Fact]
    public async Task A_text_that_vanishes_fails_its_import_and_no_other()
    {
        await using (var idle = await Server.StartAsync(_folder.Path, imports: false))
        {
            await idle.BringAsync(Logs.Night(8, 3_000).Content);
            foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(_folder.Path, "imports")))
                File.Delete(file);

            await idle.BringAsync(Logs.Night(9, 3_000).Content);
        }

        await using var server = await Server.StartAsync(_folder.Path, workers: 1);
        var ids = await server.ReadAsync(context => context.CombatLogs(Server.Owner).OrderBy(log => log.ImportedAt).Select(log => log.Id).ToArray());
        Assert.True(await server.Store.WaitAsync(ids, TimeSpan.FromMinutes(1)));

        var failed = await server.LogAsync(ids[0]);
        Assert.Equal(ImportState.Failed, failed.State);
        Assert.False(string.IsNullOrWhiteSpace(failed.Failure));
        Assert.Equal(ImportState.Completed, (await server.LogAsync(ids[1])).State);
    }

    [Theory]
    [InlineData(true, "The spooled text is torn")]
    [InlineData(false, "Block 5 of the spooled text is damaged.")]
    public async Task A_text_that_was_damaged_on_disk_fails_its_import_and_shows_nothing_and_may_come_again(bool isTorn, string reason)
    {
        var (content, truth) = Logs.Night(seed: 10, lines: 30_000);
        await using (var idle = await Server.StartAsync(_folder.Path, imports: false))
        {
            await idle.BringAsync(content);
            using var file = File.Open(Directory.EnumerateFiles(System.IO.Path.Combine(_folder.Path, "imports")).Single(), FileMode.Open);
            if (isTorn)
                file.SetLength(file.Length - 1);
            else
                await DamageAsync(file, (int)(file.Length * 5.5 / (content.Length / (double)(1 << 20))));
        }

        await using var server = await Server.StartAsync(_folder.Path);
        var id = await server.ReadAsync(context => context.CombatLogs(Server.Owner).Single().Id);
        Assert.True(await server.Store.WaitAsync([id], TimeSpan.FromMinutes(1)));
        var failed = await server.LogAsync(id);
        Assert.Equal(ImportState.Failed, failed.State);
        Assert.StartsWith(reason, failed.Failure);
        Assert.Empty(await server.DerivedAsync(id));

        var again = await server.ImportAsync(content);
        Assert.Equal((id, ImportState.Completed, truth.Lines), (again.Id, again.State, again.LinesRead));
        Assert.NotEmpty(await server.DerivedAsync(id));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task DamageAsync(FileStream file, int at)
    {
        file.Position = at;
        var changed = (byte)(file.ReadByte() ^ 1);
        file.Position = at;
        await file.WriteAsync(new[] { changed });
    }
}
