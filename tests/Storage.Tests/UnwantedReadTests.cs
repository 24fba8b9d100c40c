using System.Text;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.Tests;

/// <summary>A statement ends when nobody waits for its rows: no read holds its thread, or its place among the readers, for longer.</summary>
public sealed class UnwantedReadTests : IDisposable
{
    // it tells that it runs, and never ends
    private const string Endless = "WITH RECURSIVE counted(n) AS (SELECT running() UNION ALL SELECT n + 1 FROM counted) SELECT MAX(n) AS Value FROM counted";

    private readonly TemporaryFolder _folder = new();
    private readonly StorageRig _rig;
    private readonly TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Exception> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public UnwantedReadTests() => _rig = new StorageRig(_folder);

    [Fact]
    public async Task A_read_ends_in_the_middle_of_a_statement_when_its_token_fires()
    {
        using var unwanted = new CancellationTokenSource();
        var read = ReadAsync(unwanted.Token);
        await _running.Task;
        await unwanted.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.IsType<SqliteException>(exception.InnerException);
        Assert.Equal(unwanted.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_query_of_a_session_ends_likewise()
    {
        using var unwanted = new CancellationTokenSource();
        using var session = new QuerySession(_rig.Database);
        var query = session.Query(Prepare);
        var read = _rig.Reader.RunAsync(query.Single, unwanted.Token);
        await _running.Task;
        await unwanted.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task Connections_and_places_of_ended_reads_serve_others()
    {
        for (var i = 0; i < 2 * _rig.Storage.Readers; i++)
        {
            using var unwanted = new CancellationTokenSource();
            var read = _rig.Reader.ReadAsync(
                context =>
                {
                    // inside of the read, so that its statement finds the token fired
                    unwanted.Cancel();
                    return Prepare(context).Single();
                },
                unwanted.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        }

        var reads = Enumerable.Range(0, 2 * _rig.Storage.Readers)
            .Select(_ => _rig.Reader.ReadAsync(static context => context.Database.SqlQuery<long>($"SELECT 1 AS Value").Single(), CancellationToken.None));
        Assert.All(await Task.WhenAll(reads), static value => Assert.Equal(1, value));
    }

    [Fact]
    public async Task The_time_limit_of_a_request_reaches_its_statement()
    {
        var clock = new Clock();
        var execution = Executor(TimeSpan.FromSeconds(30), clock).ExecuteAsync(Request(), CancellationToken.None);
        await _running.Task;
        clock.Elapse();
        using var result = await execution;

        Assert.Equal(ErrorCodes.Timeout, Assert.Single(result.Errors).Code);
        Assert.IsType<SqliteException>((await _ended.Task).InnerException);
    }

    [Fact]
    public async Task A_client_that_goes_away_takes_its_statement_along()
    {
        using var gone = new CancellationTokenSource();
        var execution = Executor(Timeout.InfiniteTimeSpan, TimeProvider.System).ExecuteAsync(Request(), gone.Token).AsTask();
        await _running.Task;
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);
        Assert.IsType<SqliteException>((await _ended.Task).InnerException);
    }

    public void Dispose()
    {
        _rig.Dispose();
        _folder.Dispose();
    }

    private Task<long> ReadAsync(CancellationToken cancellationToken) => _rig.Reader.ReadAsync(context => Prepare(context).Single(), cancellationToken);

    private IQueryable<long> Prepare(GuildhallContext context)
    {
        context.Database.OpenConnection();
        ((SqliteConnection)context.Database.GetDbConnection()).CreateFunction("running", () =>
        {
            _running.TrySetResult();
            return 0;
        });
        return context.Database.SqlQueryRaw<long>(Endless);
    }

    private static RequestExecutor Executor(TimeSpan timeout, TimeProvider clock) => new(
        new SchemaBuilder().AddType(typeof(Queries)).Build(),
        new RequestExecutorOptions { ExecutionTimeout = timeout, TimeProvider = clock });

    private OperationRequest Request() => new() { Document = Encoding.UTF8.GetBytes("{ count }"), Services = new Services(this) };

    /// <summary>A clock on which all time limits run out at once.</summary>
    private sealed class Clock : TimeProvider
    {
        private Action? _due;

        public void Elapse() => _due?.Invoke();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _due += () => callback(state);
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class Services(UnwantedReadTests tests) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(UnwantedReadTests) ? tests : null;
    }

    [QueryType]
    private static class Queries
    {
        public static async Task<long> GetCountAsync([Service] UnwantedReadTests tests, CancellationToken cancellationToken)
        {
            try
            {
                return await tests.ReadAsync(cancellationToken);
            }
            catch (Exception exception)
            {
                tests._ended.TrySetResult(exception);
                throw;
            }
        }
    }
}
