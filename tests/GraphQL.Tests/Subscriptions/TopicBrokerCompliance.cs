using GraphQL.Subscriptions;
using Xunit;

namespace GraphQL.Tests.Subscriptions;

/// <summary>What every broker must do, whatever carries its messages.</summary>
public abstract class TopicBrokerCompliance
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A broker that carries messages between the hubs that are made of it.</summary>
    protected abstract ITopicBroker Broker { get; }

    [Fact]
    public async Task A_message_reaches_every_receiver_of_its_topic_and_no_other()
    {
        var hub = new TopicHub(Broker);
        await using var first = await Reader<string>.OpenAsync(hub, "kept");
        await using var second = await Reader<string>.OpenAsync(new TopicHub(Broker), "kept");
        await using var other = await Reader<string>.OpenAsync(hub, "kept.not");
        await hub.SendAsync("kept", "a");
        await hub.SendAsync("kept.not", "b");
        Assert.Equal("a", await first.NextAsync());
        Assert.Equal("a", await second.NextAsync());
        Assert.Equal("b", await other.NextAsync());
    }

    [Fact]
    public async Task Messages_of_one_sender_come_in_their_order()
    {
        var hub = new TopicHub(Broker);
        await using var reader = await Reader<int>.OpenAsync(hub, "numbers", capacity: 1_000);
        for (var i = 0; i < 1_000; i++)
            await hub.SendAsync("numbers", i);
        for (var i = 0; i < 1_000; i++)
            Assert.Equal(i, await reader.NextAsync());
    }

    [Fact]
    public async Task A_receiver_gets_what_is_sent_once_it_is_there_and_nothing_before()
    {
        var hub = new TopicHub(Broker);
        await hub.SendAsync("late", "before");
        await using var reader = await Reader<string>.OpenAsync(hub, "late");
        await hub.SendAsync("late", "after");
        Assert.Equal("after", await reader.NextAsync());
    }

    [Fact]
    public async Task Completion_ends_every_stream_behind_its_messages()
    {
        var hub = new TopicHub(Broker);
        await using var reader = await Reader<string>.OpenAsync(hub, "ends");
        await hub.SendAsync("ends", "last");
        await hub.CompleteAsync("ends");
        await hub.SendAsync("ends", "too late");
        Assert.Equal("last", await reader.NextAsync());
        Assert.True(await reader.EndsAsync());
        await using var next = await Reader<string>.OpenAsync(hub, "ends");
        await hub.SendAsync("ends", "anew");
        Assert.Equal("anew", await next.NextAsync());
    }

    [Fact]
    public async Task Values_of_any_shape_come_whole()
    {
        var hub = new TopicHub(Broker);
        await using var reader = await Reader<Order?>.OpenAsync(hub, "orders");
        await hub.SendAsync("orders", new Order(7, "x\ud83d\ude00\n\"", [1, 2]));
        await hub.SendAsync<Order?>("orders", null);
        var order = await reader.NextAsync();
        Assert.Equal((7, "x\ud83d\ude00\n\""), (order!.Id, order.Text));
        Assert.Equal([1, 2], order.Lines);
        Assert.Null(await reader.NextAsync());
    }

    [Fact]
    public async Task Topics_without_receivers_are_forgotten()
    {
        var hub = new TopicHub(Broker);
        for (var i = 0; i < 100; i++)
        {
            var reader = await Reader<int>.OpenAsync(hub, $"topic-{i}");
            await hub.SendAsync($"topic-{i}", i);
            await reader.DisposeAsync();
            await hub.SendAsync($"topic-{i}", i);
        }

        Assert.Empty(hub.Topics);
    }

    [Fact]
    public async Task Any_text_is_a_topic_of_its_own()
    {
        var hub = new TopicHub(Broker);
        string[] names = [" ", "a.b", "a/b", "*", "a.>", "ä", "a\u0308", "\0", "\r\n", "A", "a", "'", new string('x', 500)];
        var readers = new List<Reader<string>>();
        foreach (var name in names)
            readers.Add(await Reader<string>.OpenAsync(hub, name));
        foreach (var name in names)
            await hub.SendAsync(name, name);
        for (var i = 0; i < names.Length; i++)
        {
            Assert.Equal(names[i], await readers[i].NextAsync());
            await hub.CompleteAsync(names[i]);
            Assert.True(await readers[i].EndsAsync());
            await readers[i].DisposeAsync();
        }
    }

    [Fact]
    public async Task Receivers_come_and_go_while_messages_are_sent()
    {
        var hub = new TopicHub(Broker);
        using var stop = new CancellationTokenSource();
        var sender = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                await hub.SendAsync("busy", i);
        });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var round = 0; round < 50; round++)
            {
                await using var reader = await Reader<int>.OpenAsync(hub, "busy", capacity: 4);
                var first = await reader.NextAsync();
                Assert.Equal(first + 1, await reader.NextAsync());
            }
        })));
        await stop.CancelAsync();
        await sender;
        Assert.Empty(hub.Topics);
    }

    /// <summary>What brokers carry between processes must have a form in JSON.</summary>
    public sealed record Order(int Id, string Text, int[] Lines);

    /// <summary>Reads a topic with patience, but not for ever.</summary>
    protected sealed class Reader<T>(ISourceStream<T> stream) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<T> _messages = stream.ReadEventsAsync().GetAsyncEnumerator();

        public static async Task<Reader<T>> OpenAsync(TopicHub hub, string topic, int? capacity = null) =>
            new(await hub.SubscribeAsync<T>(topic, capacity, bufferFullMode: null));

        public async Task<T> NextAsync()
        {
            Assert.True(await _messages.MoveNextAsync().AsTask().WaitAsync(Patience));
            return _messages.Current;
        }

        public async Task<bool> EndsAsync() => !await _messages.MoveNextAsync().AsTask().WaitAsync(Patience);

        public async ValueTask DisposeAsync() => await stream.DisposeAsync();
    }
}
