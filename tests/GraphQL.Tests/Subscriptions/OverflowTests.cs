using GraphQL.Subscriptions;
using Xunit;

namespace GraphQL.Tests.Subscriptions;

/// <summary>Subscribers that do not read while events come.</summary>
public sealed class OverflowTests
{
    private const string Document = "subscription { tick { seq } }";

    [Theory]
    [InlineData(TopicBufferFullMode.DropOldest, new[] { 0, 4, 5 }, 3)]
    [InlineData(TopicBufferFullMode.DropNewest, new[] { 0, 1, 5 }, 3)]
    [InlineData(TopicBufferFullMode.DropWrite, new[] { 0, 1, 2 }, 3)]
    public async Task What_is_dropped_is_counted_and_told_with_the_next_response(TopicBufferFullMode mode, int[] kept, int dropped)
    {
        var api = new SharedApi(new SubscriptionOptions { BufferCapacity = 2, BufferFullMode = mode });
        var slow = api.Follow(Document);
        var quick = api.Follow(Document);
        await SendAsync(api, quick, 0, 5);
        await api.Hub.CompleteAsync("tick");
        var responses = await slow.RestAsync();
        Assert.Equal(kept.Select(static seq => $$$"""{"data":{"tick":{"seq":{{{seq}}}}}"""), responses.Select(static item => item[..^1].Split(",\"ext")[0]));
        Assert.EndsWith($$$""","extensions":{"dropped":{{{dropped}}}}}""", responses[1]);
        Assert.All(responses.Where((_, index) => index != 1), static item => Assert.DoesNotContain("dropped", item));
        Assert.True(await quick.EndsAsync());
        Assert.Equal((6, 12, dropped, 0), Counts(api));
        await slow.DisposeAsync();
        await quick.DisposeAsync();
    }

    [Theory]
    [InlineData(TopicBufferFullMode.Disconnect)]
    [InlineData(TopicBufferFullMode.Wait)]
    public async Task A_subscriber_that_is_too_slow_is_told_so_and_ended_alone(TopicBufferFullMode mode)
    {
        var api = new SharedApi(new SubscriptionOptions { BufferCapacity = 2, BufferFullMode = mode, MaxWait = TimeSpan.Zero });
        var slow = api.Follow(Document);
        var quick = api.Follow(Document);
        await SendAsync(api, quick, 0, 5);
        var responses = await slow.RestAsync();
        Assert.Equal(4, responses.Count);
        Assert.Contains(ErrorCodes.SlowConsumer, responses[^1]);
        Assert.Equal(1, Counts(api).Item4);
        await slow.DisposeAsync();
        await quick.DisposeAsync();
    }

    [Fact]
    public async Task A_source_that_nobody_shares_waits_for_its_reader()
    {
        var api = new SharedApi(new SubscriptionOptions { TopicBufferCapacity = 2, MaxWait = TimeSpan.FromMinutes(10) });
        var reader = api.Follow("subscription { own { seq } }");
        var sender = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
                await api.Hub.SendAsync("tick", new Tick(i));
            await api.Hub.CompleteAsync("tick");
        });
        Assert.Equal("""{"data":{"own":{"seq":0}}}""", await reader.NextAsync());
        Assert.InRange(api.Hub.Counters.Events, 1, 8);
        Assert.Equal(19, (await reader.RestAsync()).Count);
        await sender;
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task What_a_topic_drops_before_the_group_is_told_to_all()
    {
        var api = new SharedApi(new SubscriptionOptions { TopicBufferCapacity = 1, TopicBufferFullMode = TopicBufferFullMode.DropOldest });
        var reader = api.Follow("subscription { slow { seq } }");
        for (var i = 2; i < 1_000; i++)
            await api.Hub.SendAsync("tick", new Tick(i));
        await api.Hub.CompleteAsync("tick");
        var responses = await reader.RestAsync();
        var told = responses.Where(static item => item.Contains("dropped", StringComparison.Ordinal))
            .Sum(static item => int.Parse(item.Split("dropped\":")[1].TrimEnd('}'), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(998 - responses.Count, told);
        Assert.Equal(told, api.Subscriptions.Counters.Dropped);
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task Draining_ends_every_stream_behind_its_events_and_takes_no_more()
    {
        var api = new SharedApi();
        var shared = api.Follow(Document);
        var own = api.Follow("subscription { own { seq } }");
        var waiting = api.Follow(Document);
        await api.Hub.SendAsync("tick", new Tick(1));
        Assert.Contains("1", await waiting.NextAsync());
        Assert.Contains("1", await own.NextAsync());
        api.Subscriptions.Drain();
        Assert.Single(await shared.RestAsync());
        Assert.True(await own.EndsAsync());
        Assert.True(await waiting.EndsAsync());
        var late = api.Follow(Document);
        Assert.Contains(ErrorCodes.ShuttingDown, Assert.Single(await late.RestAsync()));
        foreach (var follower in new[] { shared, own, waiting, late })
            await follower.DisposeAsync();
        Assert.Equal(0, api.Subscriptions.Count);
    }

    [Fact]
    public async Task Those_of_one_caller_can_be_ended_with_a_reason()
    {
        var api = new SharedApi();
        var revoked = api.Follow(Document, caller: "revoked");
        var other = api.Follow(Document, caller: "other");
        Assert.Equal(1, api.Subscriptions.End(
            static item => item.Request.Services.GetService(typeof(Caller)) is Caller { Name: "revoked" }, new GraphQLError("Revoked.") { Code = "REVOKED" }));
        Assert.Contains("REVOKED", Assert.Single(await revoked.RestAsync()));
        await api.Hub.SendAsync("tick", new Tick(1));
        Assert.Contains("1", await other.NextAsync());
        await revoked.DisposeAsync();
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Subscriptions_and_groups_are_bounded()
    {
        var api = new SharedApi(new SubscriptionOptions { MaxSubscriptions = 3, MaxGroups = 1 });
        var first = api.Follow(Document);
        var group = api.Follow("subscription { own { seq } }");
        Assert.Contains(ErrorCodes.LimitExceeded, Assert.Single(await group.RestAsync()));
        await group.DisposeAsync();
        var second = api.Follow(Document);
        var third = api.Follow(Document);
        var fourth = api.Follow(Document);
        Assert.Contains(ErrorCodes.LimitExceeded, Assert.Single(await fourth.RestAsync()));
        await fourth.DisposeAsync();
        Assert.Equal((3, 1), (api.Subscriptions.Count, api.Subscriptions.Groups));
        await api.Hub.CompleteAsync("tick");
        foreach (var follower in new[] { first, second, third })
        {
            Assert.True(await follower.EndsAsync());
            await follower.DisposeAsync();
        }
    }

    private static (long, long, long, long) Counts(SharedApi api)
    {
        var counters = api.Subscriptions.Counters;
        return (counters.Events, counters.Deliveries, counters.Dropped, counters.Disconnected);
    }

    /// <summary>Sends some events, each once the one before has been executed.</summary>
    private static async Task SendAsync(SharedApi api, Follower quick, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            await api.Hub.SendAsync("tick", new Tick(i));
            Assert.Contains($":{i}", await quick.NextAsync());
        }
    }
}
