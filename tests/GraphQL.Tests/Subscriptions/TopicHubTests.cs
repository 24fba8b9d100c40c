using GraphQL.Subscriptions;
using Xunit;

namespace GraphQL.Tests.Subscriptions;

public sealed class TopicHubTests
{
    private static readonly InMemoryTopicBroker Broker = new();

    [Theory]
    [InlineData(TopicBufferFullMode.DropOldest, new[] { 3, 4 }, new long[] { 2, 0 })]
    [InlineData(TopicBufferFullMode.DropNewest, new[] { 1, 4 }, new long[] { 2, 0 })]
    [InlineData(TopicBufferFullMode.DropWrite, new[] { 1, 2 }, new long[] { 2, 0 })]
    public async Task A_full_buffer_drops_what_its_mode_says_and_counts_it(TopicBufferFullMode mode, int[] kept, long[] dropped)
    {
        var hub = new TopicHub(new InMemoryTopicBroker());
        await using var stream = await hub.SubscribeAsync<int>("t", bufferCapacity: 2, mode);
        for (var i = 1; i <= 4; i++)
            await hub.SendAsync("t", i);
        await hub.CompleteAsync("t");
        var events = (IEventEnumerator)ObjectStream.Of(stream).GetAsyncEnumerator();
        for (var i = 0; i < kept.Length; i++)
        {
            Assert.True(await events.MoveNextAsync());
            Assert.Equal(kept[i], events.Current);
            Assert.Equal(dropped[i], events.DroppedBefore);
        }

        Assert.False(await events.MoveNextAsync());
        Assert.Equal((4, 4, 2, 0), (hub.Counters.Events, hub.Counters.Deliveries, hub.Counters.Dropped, hub.Counters.Disconnected));
    }

    [Fact]
    public async Task A_sender_waits_for_room_and_no_longer_than_it_must()
    {
        var hub = new TopicHub(Broker, new SubscriptionOptions { MaxWait = TimeSpan.FromMinutes(10) });
        await using var stream = await hub.SubscribeAsync<int>("waits", bufferCapacity: 1, TopicBufferFullMode.Wait);
        await hub.SendAsync("waits", 1);
        var second = hub.SendAsync("waits", 2).AsTask();
        Assert.False(second.IsCompleted);
        await using var messages = stream.ReadEventsAsync().GetAsyncEnumerator();
        Assert.True(await messages.MoveNextAsync());
        await second;
        Assert.True(await messages.MoveNextAsync());
        Assert.Equal(2, messages.Current);
    }

    [Theory]
    [InlineData(TopicBufferFullMode.Wait)]
    [InlineData(TopicBufferFullMode.Disconnect)]
    public async Task A_receiver_that_is_too_slow_is_ended_with_an_error_behind_what_it_has(TopicBufferFullMode mode)
    {
        var hub = new TopicHub(new InMemoryTopicBroker(), new SubscriptionOptions { MaxWait = TimeSpan.Zero });
        await using var slow = await hub.SubscribeAsync<int>("t", bufferCapacity: 1, mode);
        await using var quick = await hub.SubscribeAsync<int>("t", bufferCapacity: 10, mode);
        await hub.SendAsync("t", 1);
        await hub.SendAsync("t", 2);
        await using var messages = slow.ReadEventsAsync().GetAsyncEnumerator();
        Assert.True(await messages.MoveNextAsync());
        var error = await Assert.ThrowsAsync<GraphQLException>(async () => await messages.MoveNextAsync());
        Assert.Equal(ErrorCodes.SlowConsumer, error.Errors[0].Code);
        Assert.Equal(1, hub.Counters.Disconnected);
        await hub.CompleteAsync("t");
        Assert.Equal([1, 2], await ReadAsync(quick));
    }

    [Fact]
    public async Task A_sender_that_gives_up_leaves_the_topic_usable()
    {
        var hub = new TopicHub(new InMemoryTopicBroker(), new SubscriptionOptions { MaxWait = TimeSpan.FromMinutes(10) });
        await using var stream = await hub.SubscribeAsync<int>("t", bufferCapacity: 1, TopicBufferFullMode.Wait);
        await hub.SendAsync("t", 1);
        using var giveUp = new CancellationTokenSource();
        var send = hub.SendAsync("t", 2, giveUp.Token).AsTask();
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
        await using var messages = stream.ReadEventsAsync().GetAsyncEnumerator();
        Assert.True(await messages.MoveNextAsync());
        await hub.SendAsync("t", 3);
        Assert.True(await messages.MoveNextAsync());
        Assert.Equal(3, messages.Current);
    }

    [Fact]
    public async Task A_message_of_another_type_ends_the_stream_with_an_error()
    {
        var hub = new TopicHub(new InMemoryTopicBroker());
        await using var numbers = await hub.SubscribeAsync<int>("t");
        await using var texts = await hub.SubscribeAsync<string>("t");
        await hub.SendAsync("t", "text");
        await hub.CompleteAsync("t");
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync(numbers));
        Assert.Equal(["text"], await ReadAsync(texts));
    }

    [Fact]
    public async Task Names_and_numbers_of_topics_are_bounded()
    {
        var hub = new TopicHub(Broker, new SubscriptionOptions { MaxTopics = 2, MaxTopicLength = 3 });
        await using var first = await hub.SubscribeAsync<int>("1");
        await using var second = await hub.SubscribeAsync<int>("2");
        await using var same = await hub.SubscribeAsync<int>("2");
        var full = await Assert.ThrowsAsync<GraphQLException>(async () => await hub.SubscribeAsync<int>("3"));
        Assert.Equal(ErrorCodes.LimitExceeded, full.Errors[0].Code);
        var tooLong = await Assert.ThrowsAsync<GraphQLException>(async () => await hub.SubscribeAsync<int>("1234"));
        Assert.Equal(ErrorCodes.LimitExceeded, tooLong.Errors[0].Code);
        await Assert.ThrowsAsync<ArgumentException>(async () => await hub.SendAsync("1234", 1));
        await Assert.ThrowsAsync<ArgumentException>(async () => await hub.SubscribeAsync<int>(""));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await hub.SubscribeAsync<int>("1", bufferCapacity: 0, bufferFullMode: null));
        await first.DisposeAsync();
        await using var third = await hub.SubscribeAsync<int>("3");
        Assert.Equal(2, hub.Topics.Count);
    }

    [Fact]
    public async Task Hubs_with_different_prefixes_do_not_hear_each_other()
    {
        var one = new TopicHub(Broker, new SubscriptionOptions { TopicPrefix = "one:" });
        var other = new TopicHub(Broker, new SubscriptionOptions { TopicPrefix = "other:" });
        await using var stream = await one.SubscribeAsync<int>("t");
        await other.SendAsync("t", 1);
        await one.SendAsync("t", 2);
        await one.CompleteAsync("t");
        Assert.Equal([2], await ReadAsync(stream));
    }

    [Fact]
    public async Task A_receiver_that_cancels_is_gone()
    {
        var hub = new TopicHub(new InMemoryTopicBroker());
        using var cancellation = new CancellationTokenSource();
        var stream = await hub.SubscribeAsync<int>("t", cancellation.Token);
        var reading = Task.Run(async () =>
        {
            await foreach (var _ in stream.WithCancellation(cancellation.Token))
            {
            }
        });
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Empty(hub.Topics);
    }

    private static async Task<List<T>> ReadAsync<T>(ISourceStream<T> stream)
    {
        var messages = new List<T>();
        await foreach (var message in stream)
            messages.Add(message);
        return messages;
    }
}
