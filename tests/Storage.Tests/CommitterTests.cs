using System.Diagnostics;
using Guildhall.Storage.Commits;
using Guildhall.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.Tests;

public sealed class CommitterTests
{
    [Fact]
    public async Task A_use_case_that_fails_is_rolled_back_alone()
    {
        using var folder = new TemporaryFolder();
        using var rig = new StorageRig(folder);
        var tasks = Enumerable.Range(1, 60).Select(number => Task.Run(() => rig.Committer.ExecuteAsync(context =>
        {
            context.UserRows.Add(CommitProbe.User(number));
            return number % 3 == 0 ? throw new InvalidOperationException("no") : number;
        }))).ToArray();

        await Task.WhenAll(tasks.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.All(tasks.Index(), pair => Assert.Equal((pair.Index + 1) % 3 == 0, pair.Item.IsFaulted));
        Assert.Equal(40, rig.Read(context => context.UserRows.Count()));
    }

    [Fact]
    public async Task Rows_that_break_a_rule_of_the_database_fail_their_use_case_only()
    {
        using var folder = new TemporaryFolder();
        using var rig = new StorageRig(folder);
        var good = rig.Committer.ExecuteAsync(context => context.UserRows.Add(CommitProbe.User(1)).Entity.Name);
        var twice = rig.Committer.ExecuteAsync(context => context.UserRows.Add(CommitProbe.User(1)).Entity.Name);
        var orphan = rig.Committer.ExecuteAsync(context => context.ChainRows.Add(new ContentChainRow { LogId = Guid.Empty, Hashes = [] }).Entity.LogId);

        Assert.Equal("user 1", await good);
        await Assert.ThrowsAsync<DbUpdateException>(() => twice);
        await Assert.ThrowsAsync<DbUpdateException>(() => orphan);
    }

    [Fact]
    public async Task A_caller_that_has_gone_is_passed_over()
    {
        using var folder = new TemporaryFolder();
        using var held = new ManualResetEventSlim();
        using var rig = new StorageRig(folder);
        var first = rig.Committer.ExecuteAsync(_ => held.Wait(TimeSpan.FromSeconds(30)));
        using var gone = new CancellationTokenSource();
        var second = rig.Committer.ExecuteAsync(context => context.UserRows.Add(CommitProbe.User(2)).Entity.Name, gone.Token);
        await gone.CancelAsync();
        held.Set();

        Assert.True(await first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(0, rig.Read(context => context.UserRows.Count()));
    }

    [Fact]
    public async Task A_read_sees_one_moment()
    {
        using var folder = new TemporaryFolder();
        using var rig = new StorageRig(folder);
        var (before, after) = await rig.Reader.ReadAsync(context =>
        {
            var first = context.UserRows.Count();
            rig.Commit(writer => writer.UserRows.Add(CommitProbe.User(1)));
            return (first, context.UserRows.Count());
        });

        Assert.Equal((0, 0), (before, after));
        Assert.Equal(1, rig.Read(context => context.UserRows.Count()));
    }

    public static TheoryData<string> Steps => [.. Enum.GetNames<CommitStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_process_killed_at_any_step_loses_nothing_it_acknowledged_and_shows_nothing_by_halves(string step)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, errors) = await ChildProcess.RunAsync("commit", folder.Path, step, "17");
        Assert.True(exitCode != 0, "The process was to be killed, but ended well.");
        Assert.Contains("ready", output + errors);

        using var rig = new StorageRig(folder);
        var kept = rig.Read(context => context.UserRows.Select(user => user.Name).ToHashSet());
        var acknowledged = output.Split('\n').Where(line => line.StartsWith("user ", StringComparison.Ordinal)).ToArray();
        Assert.Subset(kept, acknowledged.ToHashSet());

        // Every use case of the probe writes a pair.
        Assert.All(kept, name => Assert.Contains(name.StartsWith("pair of ", StringComparison.Ordinal) ? name["pair of ".Length..] : "pair of " + name, kept));
        Assert.NotEmpty(acknowledged);
    }
}

/// <summary>A process that commits pairs of rows, says what was acknowledged, and is killed at a step.</summary>
internal static class CommitProbe
{
    public static User User(int number, string prefix = "user ") =>
        new() { Id = new Guid(number, prefix == "user " ? (short)0 : (short)1, 0, new byte[8]), Name = prefix + number, CreatedAt = DateTimeOffset.UnixEpoch };

    public static int Run(string directory, string step, int killAt)
    {
        var target = Enum.Parse<CommitStep>(step);
        var seen = 0;
        var storage = new StorageOptions { Directory = Path.Combine(directory, "data") };
        var database = Database.Open(storage);
        using var committer = new Committer(database, TimeProvider.System, reached =>
        {
            if (reached == target && Interlocked.Increment(ref seen) == killAt)
                Process.GetCurrentProcess().Kill();
        });

        Console.WriteLine("ready");
        for (var number = 1; number <= 1000; number++)
        {
            var name = committer.ExecuteAsync(context =>
            {
                context.UserRows.Add(User(number, "pair of user "));
                context.SaveUnderCommitter();
                return context.UserRows.Add(User(number)).Entity.Name;
            }).GetAwaiter().GetResult();
            Console.WriteLine(name);
        }

        return 0;
    }
}
