using GraphQL.Authorization;
using GraphQL.Subscriptions;
using GraphQL.Tests.Types.Building;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Subscriptions;

/// <summary>Subscribers who see some events of a stream and not others.</summary>
public sealed class RowRightsTests
{
    [Theory]
    [InlineData("entry", 1)]
    [InlineData("ownEntry", 3)]
    public async Task Each_sees_its_own_rows_whether_they_share_or_not(string field, int groups)
    {
        var api = new RowRights();
        api.Rights.Grant("even", static position => position % 2 == 0);
        api.Rights.Grant("odd", static position => position % 2 == 1);
        var (even, odd, nobody) = (api.Follow(field, "even"), api.Follow(field, "odd"), api.Follow(field, "nobody"));
        Assert.Equal(groups, api.Active.Groups);
        for (var i = 1; i <= 6; i++)
            await api.Hub.SendAsync("entry", new Entry(i));
        await api.Hub.CompleteAsync("entry");

        Assert.Equal([2, 4, 6], (await even.RestAsync()).Select(RowRights.Position));
        Assert.Equal([1, 3, 5], (await odd.RestAsync()).Select(RowRights.Position));
        Assert.Empty(await nobody.RestAsync());
        var counters = api.Active.Fields[field];
        Assert.Equal((6, 0, 0), (counters.Deliveries, counters.Dropped, counters.Disconnected));
        await DisposeAsync(even, odd, nobody);
    }

    [Theory]
    [InlineData("entries", 1)]
    [InlineData("ownEntries", 2)]
    public async Task The_past_is_held_to_the_same_rights_as_what_is_live(string field, int groups)
    {
        var api = new RowRights(new SubscriptionOptions { BufferCapacity = 2 });
        api.Rights.Grant("even", static position => position % 2 == 0);
        api.Rights.Grant("third", static position => position % 3 == 0);
        api.Log.Append(10);
        var (even, third) = (api.Follow(field, "even", after: 0), api.Follow(field, "third", after: 3));
        Assert.Equal(groups, api.Active.Groups);

        Assert.Equal([2, 4, 6, 8, 10], await ReadAsync(even, 5));
        Assert.Equal([6, 9], await ReadAsync(third, 2));
        api.Log.Append(10);
        Assert.Equal([12, 14, 16, 18, 20], await ReadAsync(even, 5));
        Assert.Equal([12, 15, 18], await ReadAsync(third, 3));
        api.Active.Drain();
        Assert.Empty(await even.RestAsync());
        Assert.Empty(await third.RestAsync());
        await DisposeAsync(even, third);
    }

    [Theory]
    [InlineData("entry")]
    [InlineData("ownEntry")]
    public async Task A_right_that_is_taken_away_ends_with_the_next_event(string field)
    {
        var api = new RowRights();
        api.Rights.Grant("ada", static _ => true);
        var ada = api.Follow(field, "ada");
        await api.Hub.SendAsync("entry", new Entry(1));
        Assert.Equal(1, RowRights.Position(await ada.NextAsync()));

        api.Rights.Grant("ada", static position => position > 3);
        for (var i = 2; i <= 4; i++)
            await api.Hub.SendAsync("entry", new Entry(i));

        Assert.Equal(4, RowRights.Position(await ada.NextAsync()));
        await ada.DisposeAsync();
    }

    [Fact]
    public async Task What_is_hidden_takes_no_room_and_is_not_told_as_dropped()
    {
        var api = new RowRights(new SubscriptionOptions { BufferCapacity = 1, BufferFullMode = TopicBufferFullMode.DropOldest });
        api.Rights.Grant("first", static position => position == 1);
        api.Rights.Grant("all", static _ => true);
        var (first, all) = (api.Follow("entry", "first"), api.Follow("entry", "all"));
        for (var i = 1; i <= 40; i++)
        {
            await api.Hub.SendAsync("entry", new Entry(i));
            Assert.Equal(i, RowRights.Position(await all.NextAsync()));
        }

        await api.Hub.CompleteAsync("entry");

        Assert.Equal("""{"data":{"entry":{"position":1}}}""", Assert.Single(await first.RestAsync()));
        Assert.Equal((40, 41, 0), (api.Active.Fields["entry"].Events, api.Active.Fields["entry"].Deliveries, api.Active.Fields["entry"].Dropped));
        Assert.True(await all.EndsAsync());
        await DisposeAsync(first, all);
    }

    [Fact]
    public async Task What_was_dropped_before_a_hidden_event_is_told_with_the_next_that_is_seen()
    {
        var api = new RowRights(new SubscriptionOptions { TopicBufferCapacity = 1, TopicBufferFullMode = TopicBufferFullMode.DropOldest });
        using var gate = new ManualResetEventSlim();
        using var reached = new ManualResetEventSlim();
        api.Rights.Grant("ada", position =>
        {
            if (position == 1)
            {
                reached.Set();
                gate.Wait(TimeSpan.FromSeconds(30));
            }

            return position is 1 or > 4;
        });
        var ada = api.Follow("entry", "ada");
        await api.Hub.SendAsync("entry", new Entry(1));
        await Task.Run(() => Assert.True(reached.Wait(TimeSpan.FromSeconds(30))));
        for (var i = 2; i <= 4; i++)
            await api.Hub.SendAsync("entry", new Entry(i));
        gate.Set();
        Assert.Equal("""{"data":{"entry":{"position":1}}}""", await ada.NextAsync());

        // the fourth is hidden, and two went before it
        await SendWhenTakenAsync(api, new Entry(5));
        var next = await ada.NextAsync();

        Assert.Equal("""{"data":{"entry":{"position":5}},"extensions":{"dropped":2}}""", next);
        await ada.DisposeAsync();
    }

    [Fact]
    public async Task A_predicate_that_fails_hides_and_the_host_is_told()
    {
        var api = new RowRights();
        api.Rights.Grant("ada", static position => position != 1 ? true : throw new InvalidOperationException("storage is gone"));
        var ada = api.Follow("entry", "ada");
        await api.Hub.SendAsync("entry", new Entry(1));
        await api.Hub.SendAsync("entry", new Entry(2));

        Assert.Equal("""{"data":{"entry":{"position":2}}}""", await ada.NextAsync());
        Assert.Equal("storage is gone", Assert.Single(api.Failures).Exception!.Message);
        await ada.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_of_its_own_is_filtered_before_anything_is_executed()
    {
        var api = new RowRights();
        api.Rights.Grant("ada", static position => position > 4);
        var ada = api.Follow("made", "ada");

        Assert.Equal([5, 6], (await ada.RestAsync()).Select(RowRights.Position));
        Assert.Equal(2, api.Active.Fields["made"].Events);
        await ada.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nobody_ever_gets_a_row_without_the_right_nor_misses_one_with_it(int seed)
    {
        var random = new Random(seed);
        var api = new RowRights();
        api.Rights.Grant("all", static _ => true);
        var watcher = api.Follow("entry", "all");
        var viewers = Enumerable.Range(0, 8).Select(index => (Name: $"v{index}", Expected: new List<int>(), Follower: api.Follow("entry", $"v{index}"))).ToList();
        var rights = viewers.Select(_ => 0).ToArray();
        for (var position = 1; position <= 150; position++)
        {
            var changed = random.Next(viewers.Count);
            var bits = rights[changed] = random.Next(16);
            api.Rights.Grant(viewers[changed].Name, at => (bits & (1 << (at % 4))) != 0);
            for (var i = 0; i < viewers.Count; i++)
            {
                if ((rights[i] & (1 << (position % 4))) != 0)
                    viewers[i].Expected.Add(position);
            }

            // who sees everything gets an event when all have been decided about
            await api.Hub.SendAsync("entry", new Entry(position));
            Assert.Equal(position, RowRights.Position(await watcher.NextAsync()));
        }

        Assert.Equal(1, api.Active.Groups);
        await api.Hub.CompleteAsync("entry");
        foreach (var (_, expected, follower) in viewers)
        {
            Assert.Equal(expected, (await follower.RestAsync()).Select(RowRights.Position));
            await follower.DisposeAsync();
        }

        Assert.True(await watcher.EndsAsync());
        await watcher.DisposeAsync();
        Assert.Equal(0, api.Active.Counters.Dropped);
    }

    [Theory]
    [InlineData(typeof(OfOtherEvents))]
    [InlineData(typeof(OnAQuery))]
    public void A_predicate_that_could_not_decide_is_refused_at_start(Type type) =>
        Assert.Contains("[VisibleTo]", Assert.Throws<SchemaBuildException>(() => Built.Schema(typeof(EntryQueries), type)).Message);

    private static async Task SendWhenTakenAsync(RowRights api, Entry entry)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(30);
        while (api.Hub.Topics.Any(static topic => topic.Lag > 0) && DateTime.UtcNow < giveUp)
            await Task.Yield();
        await api.Hub.SendAsync("entry", entry);
    }

    private static async Task<List<int>> ReadAsync(Follower follower, int count)
    {
        var positions = new List<int>();
        for (var i = 0; i < count; i++)
            positions.Add(RowRights.Position(await follower.NextAsync()));
        return positions;
    }

    private static async Task DisposeAsync(params Follower[] followers)
    {
        foreach (var follower in followers)
            await follower.DisposeAsync();
    }

    [SubscriptionType]
    private static class OfOtherEvents
    {
        [Topic]
        [VisibleTo<EntryVisibility>]
        public static int Numbers([EventMessage] int number) => number;
    }

    [ExtendObjectType("Query")]
    private static class OnAQuery
    {
        [VisibleTo<EntryVisibility>]
        public static int Two() => 2;
    }
}
