using System.Diagnostics;
using Guildhall.Domain.Encounters;

namespace Guildhall.Ingestion.Tests;

public sealed class CrashTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(9 << 20)]
    public async Task An_import_that_is_killed_shows_nothing_by_halves_and_is_done_at_the_next_start(long killAfter)
    {
        var (content, truth) = Logs.Night(seed: 11, lines: 60_000);
        Assert.True(content.Length > 16 << 20);
        var data = System.IO.Path.Combine(_folder.Path, "data");
        var file = System.IO.Path.Combine(_folder.Path, "log.txt");
        await File.WriteAllBytesAsync(file, content);
        await RunToItsDeathAsync(data, file, killAfter);

        await using (var idle = await Server.StartAsync(data, imports: false))
        {
            var left = await idle.ReadAsync(context => context.CombatLogs(Server.Owner).Single());
            Assert.True(left.State is ImportState.Queued or ImportState.Running, $"The process got too far: {left.State}.");
            Assert.Empty(await idle.DerivedAsync(left.Id));
        }

        // A file that belongs to nothing, as a crash between writing and committing leaves it.
        var orphan = System.IO.Path.Combine(data, "imports", "0123.log");
        await File.WriteAllTextAsync(orphan, "x");
        await using var server = await Server.StartAsync(data);
        var id = await server.ReadAsync(context => context.CombatLogs(Server.Owner).Single().Id);
        Assert.True(await server.Store.WaitAsync([id], Patience));
        var log = await server.LogAsync(id);
        Assert.Equal((ImportState.Completed, truth.Lines), (log.State, log.LinesRead));

        using var other = new TemporaryFolder();
        await using var fresh = await Server.StartAsync(other.Path);
        var direct = await fresh.ImportAsync(content);
        Assert.Equal(await fresh.DerivedAsync(direct.Id), await server.DerivedAsync(id));
        Assert.Equal(direct.StoredBytes, log.StoredBytes);
        Assert.False(File.Exists(orphan));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task RunToItsDeathAsync(string data, string file, long killAfter)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CrashTests).Assembly.Location, "import", data, file, killAfter.ToString()]) { UseShellExecute = false };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        Assert.NotEqual(0, process.ExitCode);
    }
}

/// <summary>A process that brings a log in and is killed when so much of its raw text is kept, in the middle of its import.</summary>
internal static class KilledImport
{
    public static async Task<int> RunAsync(string folder, string file, long bytes)
    {
        await using var server = await Server.StartAsync(folder, imports: false);
        var id = await server.BringAsync(await File.ReadAllBytesAsync(file));
        var work = (await server.Imports.TakeAsync())!;
        var dying = new DyingClock(server, id, bytes);
        await new CombatLogs.CombatLogImporter(server.Imports, dying).ImportAsync(work, CancellationToken.None);
        return 0;
    }

    /// <summary>A clock that kills who asks it for the time: at the start, or after so many bytes, when the first of them are kept.</summary>
    private sealed class DyingClock(Server server, Guid logId, long bytes) : TimeProvider
    {
        private long _asked;

        public override long GetTimestamp()
        {
            // The importer asks once for each MiB, and twice before the first.
            if (Interlocked.Increment(ref _asked) - 2 < bytes >> 20)
                return base.GetTimestamp();

            while (bytes > 0 && server.Store.RawLineAsync(Server.Owner, logId, 1).GetAwaiter().GetResult() is null)
                Thread.Yield();

            Process.GetCurrentProcess().Kill();
            return base.GetTimestamp();
        }
    }
}
