using System.Text;
using Guildhall.Domain.Access;
using Guildhall.Domain.Encounters;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Storage.Tests;

public sealed class RawLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StorageRig _rig;

    public RawLineTests() => _rig = new StorageRig(_folder);

    [Fact]
    public async Task Lines_are_given_as_written_wherever_blocks_end()
    {
        var text = Encoding.UTF8.GetString(Samples.Text(60_000)).Replace("Hall 7\"", "Hall 7\"\r", StringComparison.Ordinal) + "2/16/2026 21:00:00.0001  THE_LAST,without end";
        var id = await StoreAsync(text);
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        Assert.True(text.Length > 3 << 20);

        for (var line = 1; line <= lines.Length; line += 613)
            Assert.Equal(lines[line - 1], await _rig.Store.RawLineAsync(Samples.Player(1), id, line));

        for (var from = 1; from <= lines.Length; from += 15_000)
            Assert.Equal(lines.Skip(from - 1).Take(1000), await _rig.Store.RawLinesAsync(Samples.Player(1), id, from, 1000));

        Assert.Equal(lines[^1], await _rig.Store.RawLineAsync(Samples.Player(1), id, lines.Length));
        Assert.Null(await _rig.Store.RawLineAsync(Samples.Player(1), id, lines.Length + 1));
        Assert.Null(await _rig.Store.RawLineAsync(Samples.Player(1), id, long.MaxValue));
    }

    [Fact]
    public async Task A_line_of_many_blocks_is_cut_and_the_next_one_is_found()
    {
        var id = await StoreAsync(Encoding.UTF8.GetString(Samples.Text(1)) + new string('x', 5 << 20) + "\nafter it\n");
        Assert.Equal(RawText.MaxLineBytes, (await _rig.Store.RawLineAsync(Samples.Player(1), id, 2))!.Length);
        Assert.Equal("after it", await _rig.Store.RawLineAsync(Samples.Player(1), id, 3));
        Assert.Equal(["after it"], (await _rig.Store.RawLinesAsync(Samples.Player(1), id, 2, 10)).Skip(1));
        Assert.Null(await _rig.Store.RawLineAsync(Samples.Player(1), id, 4));
    }

    [Fact]
    public async Task Only_who_may_see_the_log_reads_its_lines()
    {
        var id = await StoreAsync(Encoding.UTF8.GetString(Samples.Text(5)));
        Assert.Null(await _rig.Store.RawLineAsync(Samples.Player(2), id, 1));
        Assert.NotNull(await _rig.Store.RawLineAsync(Samples.Admin, id, 1));
        Assert.True(await _rig.Store.SetVisibilityAsync(Samples.Player(1), id, Visibility.Public));
        Assert.NotNull(await _rig.Store.RawLineAsync(Viewer.Stranger, id, 1));
    }

    public void Dispose()
    {
        _rig.Dispose();
        _folder.Dispose();
    }

    private async Task<Guid> StoreAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Null((await _rig.Intake.ImportStreamAsync(Samples.Player(1), stream, "log.txt", new ImportSettings())).Error);
        var work = (await _rig.Imports.TakeAsync())!;
        await _rig.Imports.StoreBlocksAsync(work, TextBlocks.Of(work));
        await _rig.Imports.CompleteAsync(work, new ImportFindings(new LogFacts(), [], [], "1"));
        _rig.Imports.Release(work);
        return work.LogId;
    }
}
