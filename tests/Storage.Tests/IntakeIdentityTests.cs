using System.IO.Compression;
using Guildhall.Domain.Encounters;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Storage.Tests;

public sealed class IntakeIdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StorageRig _rig;

    public IntakeIdentityTests() => _rig = new StorageRig(_folder);

    [Fact]
    public async Task The_same_file_again_is_the_same_log()
    {
        var first = await ImportAsync(Samples.Text(50));
        var again = await ImportAsync(Samples.Text(50), "renamed.txt");
        Assert.Equal((1, 0), (first.Created, again.Created));
        Assert.Equal(first.LogIds, again.LogIds);
        Assert.Single(_rig.SpooledFiles);
    }

    [Fact]
    public async Task The_same_file_of_another_owner_is_another_log()
    {
        var first = await ImportAsync(Samples.Text(50));
        var other = await ImportAsync(Samples.Text(50), owner: 2);
        Assert.Equal(1, other.Created);
        Assert.NotEqual(first.LogIds, other.LogIds);
    }

    [Theory]
    [InlineData(10, 50)]
    [InlineData(100, 40_000)]
    [InlineData(30_000, 60_000)]
    public async Task A_longer_file_continues_the_log_and_a_shorter_one_is_known(int few, int many)
    {
        var first = await ImportAsync(Samples.Text(few));
        await TakeAndCompleteAsync();
        var longer = await ImportAsync(Samples.Text(many));
        Assert.Equal((first.LogIds[0], 0), (longer.LogIds[0], longer.Created));

        var log = _rig.Read(context => context.CombatLogs(Samples.Player(1)).Single());
        Assert.Equal((ImportState.Queued, (long)Samples.Text(many).Length), (log.State, log.SizeBytes));

        // Its text lies in the spool folder only, then in blocks only: a beginning is known by either.
        foreach (var lines in (int[])[few, few + 1, many - 1])
            Assert.Equal((first.LogIds[0], 0), Only(await ImportAsync(Samples.Text(lines))));

        await TakeAndCompleteAsync();
        foreach (var lines in (int[])[few, few + 1, many - 1])
            Assert.Equal((first.LogIds[0], 0), Only(await ImportAsync(Samples.Text(lines))));

        Assert.Empty(_rig.SpooledFiles);
    }

    [Fact]
    public async Task A_file_that_differs_after_a_common_beginning_is_another_log()
    {
        var first = await ImportAsync([.. Samples.Text(50), .. Samples.Text(1, from: 70)]);
        var other = await ImportAsync([.. Samples.Text(50), .. Samples.Text(1, from: 80)]);
        Assert.Equal(1, other.Created);
        Assert.NotEqual(first.LogIds, other.LogIds);

        // What both begin with is known, of whichever.
        Assert.Equal(0, (await ImportAsync(Samples.Text(50))).Created);
    }

    [Fact]
    public async Task Every_log_of_an_archive_is_taken_and_those_already_known_are_named()
    {
        var known = await ImportAsync(Samples.Text(50));
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in new[] { ("a.txt", Samples.Text(50)), ("notes.md", "Notes\n"u8.ToArray()), ("b/c.log", Samples.Text(20, from: 100)), ("twin.txt", Samples.Text(20, from: 100)) })
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        var result = await ImportAsync(archive.ToArray(), "night.zip");
        Assert.Null(result.Error);
        Assert.Equal((2, 1, known.LogIds[0]), (result.LogIds.Count, result.Created, result.LogIds[0]));
        Assert.Equal(("c.log", "night.zip"), _rig.Read(context => context.CombatLogs(Samples.Player(1)).Where(log => log.Id == result.LogIds[1])
            .Select(log => ValueTuple.Create(log.FileName, log.ArchiveName)).Single()));
    }

    [Fact]
    public async Task Uploads_of_one_log_at_once_make_one_log()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => ImportAsync(Samples.Text(100 * number)))));
        Assert.Single(results.SelectMany(result => result.LogIds).Distinct());
        Assert.Equal(1, results.Sum(result => result.Created));
        Assert.Equal(Samples.Text(800).Length, _rig.Read(context => context.CombatLogs(Samples.Player(1)).Single().SizeBytes));
    }

    [Theory]
    [InlineData("WoWCombatLog-050923_172619.txt", null, "2023-05-09")]
    [InlineData("WoWCombatLog-133223_172619.txt", null, "2026-11-20")]
    [InlineData("torghast-20201221-001.txt", null, "2020-12-21")]
    [InlineData("WoWCombatLog.txt", null, "2026-11-20")]
    [InlineData("WoWCombatLog-050923_172619.txt", 2019, "2019-12-30")]
    public async Task The_date_of_a_log_comes_from_the_settings_its_name_or_the_clock(string name, int? year, string expected)
    {
        using var folder = new TemporaryFolder();
        using var rig = new StorageRig(folder, clock: new StandingClock());
        using var stream = new MemoryStream(Samples.Text(1));
        await rig.Intake.ImportStreamAsync(Samples.Player(1), stream, name, new ImportSettings { Year = year });
        Assert.Equal(expected, (await rig.Imports.TakeAsync())!.ReferenceDate.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public async Task A_failed_log_is_read_again_when_it_comes_again()
    {
        var first = await ImportAsync(Samples.Text(50));
        var work = await _rig.Imports.TakeAsync();
        await _rig.Imports.FailAsync(work!, "the disk is full");
        _rig.Imports.Release(work!);
        Assert.Empty(_rig.SpooledFiles);

        Assert.Equal((first.LogIds[0], 0), Only(await ImportAsync(Samples.Text(50))));
        Assert.Equal(ImportState.Queued, _rig.Read(context => context.CombatLogs(Samples.Player(1)).Single().State));
    }

    [Fact]
    public async Task A_log_that_brings_the_process_down_again_and_again_is_given_up()
    {
        await ImportAsync(Samples.Text(50));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var work = await _rig.Imports.TakeAsync();
            Assert.NotNull(work);

            // As after a crash: nobody has it any more, and it was never put back.
            _rig.Imports.Release(work);
            await _rig.Imports.RecoverAsync();
        }

        Assert.Null(await _rig.Imports.TakeAsync());
        var log = _rig.Read(context => context.CombatLogs(Samples.Player(1)).Single());
        Assert.Equal(ImportState.Failed, log.State);
        Assert.Contains("3 times", log.Failure);
    }

    [Fact]
    public async Task A_deleted_log_is_gone_at_once_and_swept_later_and_may_come_again()
    {
        var first = await ImportAsync(Samples.Text(50));
        await TakeAndCompleteAsync();
        Assert.Null(await _rig.Store.DeleteAsync(Samples.Player(2), first.LogIds[0]));
        Assert.True(await _rig.Store.DeleteAsync(Samples.Player(1), first.LogIds[0]) > 0);
        Assert.Equal(0, _rig.Read(context => context.CombatLogs(Samples.Admin).Count()));

        var second = await ImportAsync(Samples.Text(50));
        Assert.Equal(1, second.Created);
        await _rig.Imports.SweepDeletedAsync();
        Assert.Equal(0, _rig.Read(context => context.BlockRows.Count()));
    }

    public void Dispose()
    {
        _rig.Dispose();
        _folder.Dispose();
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    }

    private static (Guid Id, int Created) Only(ImportResult result) => (Assert.Single(result.LogIds), result.Created);

    private async Task<ImportResult> ImportAsync(byte[] content, string name = "log.txt", int owner = 1)
    {
        using var stream = new MemoryStream(content);
        return await _rig.Intake.ImportStreamAsync(Samples.Player(owner), stream, name, new ImportSettings());
    }

    // What a worker does, without reading what the text means.
    private async Task TakeAndCompleteAsync()
    {
        var work = await _rig.Imports.TakeAsync();
        Assert.NotNull(work);
        await _rig.Imports.StoreBlocksAsync(work, TextBlocks.Of(work));
        await _rig.Imports.CompleteAsync(work, new ImportFindings(new LogFacts(), [], [], "1"));
        _rig.Imports.Release(work);
    }
}
