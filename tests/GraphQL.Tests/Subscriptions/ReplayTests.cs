using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Subscriptions;
using GraphQL.Tests.Types.Building;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Subscriptions;

/// <summary>Subscriptions that begin in the past and go over to live.</summary>
public sealed class ReplayTests
{
    private const string Document = "subscription ($after: Int) { entries(after: $after) { position } }";

    private readonly EntryLog _log = new();

    [Theory]
    [InlineData("entries", 1)]
    [InlineData("ownEntries", 2)]
    public async Task Each_begins_where_it_wants_and_all_go_on_together(string field, int groups)
    {
        _log.Append(5);
        var (executor, active) = Executor(bufferCapacity: 100);
        var first = Follow(executor, field, after: 0);
        var second = Follow(executor, field, after: 3);
        Assert.Equal(groups, active.Groups);
        Assert.Equal([1, 2, 3, 4, 5], await ReadAsync(first, 5));
        Assert.Equal([4, 5], await ReadAsync(second, 2));
        _log.Append(2);
        Assert.Equal([6, 7], await ReadAsync(first, 2));
        Assert.Equal([6, 7], await ReadAsync(second, 2));
        active.Drain();
        await first.RestAsync();
        await second.RestAsync();
        await first.DisposeAsync();
        await second.DisposeAsync();
        Assert.Equal(groups, _log.Attached);
    }

    [Theory]
    [InlineData("entries")]
    [InlineData("ownEntries")]
    public async Task Nothing_is_missing_and_nothing_comes_twice_however_slow_the_reader_is(string field)
    {
        const int Entries = 4_000;
        var (executor, active) = Executor(bufferCapacity: 3);
        _log.Append(10);
        var writer = Task.Run(async () =>
        {
            for (var i = 10; i < Entries; i++)
            {
                _log.Append(1);
                if (i % 16 == 0)
                    await Task.Yield();
            }
        });
        var readers = Enumerable.Range(0, 6).Select(index => Task.Run(async () =>
        {
            var after = index * 2;
            var expected = after;
            await foreach (var result in executor.StreamAsync(Request(field, after), CancellationToken.None))
            {
                using (result)
                    Assert.Equal(++expected, Position(result.ToString()));
                if (index % 2 == 0 && expected % 50 == 0)
                    Thread.Sleep(1);
                if (expected == Entries)
                    break;
            }

            Assert.Equal(Entries, expected);
        })).ToList();
        await writer;
        await Task.WhenAll(readers).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(0, active.Count);
    }

    [Fact]
    public async Task Who_cannot_catch_up_any_more_is_told_why()
    {
        var (executor, active) = Executor(bufferCapacity: 1);
        var reader = Follow(executor, "entries", after: -1);
        Assert.Contains("CURSOR_EXPIRED", Assert.Single(await reader.RestAsync()));
        await reader.DisposeAsync();
        Assert.Equal(0, active.Count);
    }

    private (RequestExecutor Executor, ActiveSubscriptions Active) Executor(int bufferCapacity)
    {
        var active = new ActiveSubscriptions(new SubscriptionOptions { BufferCapacity = bufferCapacity }, () => new ServiceLease(new Services(_log), scope: null));
        var schema = Built.Builder(typeof(EntryQueries), typeof(EntrySubscriptions))
            .InferServices(static type => type == typeof(EntryLog))
            .InferSingletons(static type => type == typeof(EntryLog))
            .Build();
        return (new RequestExecutor(schema, new RequestExecutorOptions { Subscriptions = active }), active);
    }

    private OperationRequest Request(string field, int after) => new()
    {
        Document = Encoding.UTF8.GetBytes(Document.Replace("entries", field, StringComparison.Ordinal)),
        Variables = JsonDocument.Parse($$"""{"after":{{after}}}""").RootElement,
        Services = new Services(_log),
        Allows = static kind => kind == OperationType.Subscription,
    };

    private Follower Follow(RequestExecutor executor, string field, int after) =>
        new(executor.StreamAsync(Request(field, after), CancellationToken.None).GetAsyncEnumerator());

    private static async Task<List<int>> ReadAsync(Follower follower, int count)
    {
        var positions = new List<int>();
        for (var i = 0; i < count; i++)
            positions.Add(Position(await follower.NextAsync()));
        return positions;
    }

    private static int Position(string response) =>
        int.Parse([.. response.Where(char.IsAsciiDigit)], System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record Entry(int Position);

[QueryType]
internal static class EntryQueries
{
    public static int One => 1;
}

[SubscriptionType]
internal static class EntrySubscriptions
{
    [Shared]
    public static ReplayableStream<Entry> Entries([Position] int? after, EntryLog log) => new EntryStream(log, after ?? log.Head);

    public static ReplayableStream<Entry> OwnEntries([Position] int? after, EntryLog log) => new EntryStream(log, after ?? log.Head);
}

/// <summary>A log in memory: an entry can be read before anybody is told of it.</summary>
internal sealed class EntryLog
{
    private ImmutableList<Entry> _entries = [];
    private ImmutableArray<ChannelWriter<Entry>> _taps = [];
    private readonly Lock _lock = new();
    private int _attached;

    public int Head => Volatile.Read(ref _entries).Count;

    /// <summary>How often somebody attached.</summary>
    public int Attached => _attached;

    public void Append(int count)
    {
        lock (_lock)
        {
            for (var i = 0; i < count; i++)
            {
                var entry = new Entry(_entries.Count + 1);
                _entries = _entries.Add(entry);
                foreach (var tap in _taps)
                    tap.TryWrite(entry);
            }
        }
    }

    public IEnumerable<Entry> Read(int after, int upTo) => Volatile.Read(ref _entries).Skip(after).Take(upTo - after);

    public ChannelReader<Entry> Attach()
    {
        var channel = Channel.CreateUnbounded<Entry>();
        lock (_lock)
            _taps = _taps.Add(channel.Writer);
        Interlocked.Increment(ref _attached);
        return channel.Reader;
    }
}

internal sealed class EntryStream(EntryLog log, int from) : ReplayableStream<Entry>
{
    protected override async ValueTask<IAsyncEnumerable<PositionedEvent<Entry>>> AttachAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        return ReadAsync(log.Attach(), cancellationToken);
    }

    protected override ValueTask<History<Entry>> OpenHistoryAsync(long? after, CancellationToken cancellationToken)
    {
        if (from < 0)
            throw new GraphQLException(new GraphQLError("Too old.") { Code = "CURSOR_EXPIRED" });
        var head = log.Head;
        return ValueTask.FromResult(new History<Entry>(head, log.Read((int)(after ?? from), head).ToAsyncEnumerable()));
    }

    private static async IAsyncEnumerable<PositionedEvent<Entry>> ReadAsync(
        ChannelReader<Entry> entries, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in entries.ReadAllAsync(cancellationToken))
            yield return new PositionedEvent<Entry>(entry, entry.Position);
    }
}
