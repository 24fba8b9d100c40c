using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GraphQL.Execution;
using GraphQL.Subscriptions;
using Xunit;
using Xunit.Abstractions;

namespace GraphQL.Tests.Subscriptions;

/// <summary>
/// Subscribers that come, read, dawdle and go at random while events are sent. Runs alone: it counts what all executions of the process hold.
/// </summary>
[Collection(nameof(SubscriptionModelTests))]
[CollectionDefinition(nameof(SubscriptionModelTests), DisableParallelization = true)]
public sealed class SubscriptionModelTests(ITestOutputHelper output)
{
    private const string Document = "subscription { tick { seq } }";

    [Theory]
    [InlineData(TopicBufferFullMode.DropOldest, 1)]
    [InlineData(TopicBufferFullMode.DropNewest, 2)]
    [InlineData(TopicBufferFullMode.DropWrite, 3)]
    [InlineData(TopicBufferFullMode.Disconnect, 4)]
    [InlineData(TopicBufferFullMode.Wait, 5)]
    public async Task Every_subscriber_sees_each_event_of_its_time_in_order_or_is_told(TopicBufferFullMode mode, int seed)
    {
        var api = new SharedApi(new SubscriptionOptions
        {
            BufferCapacity = 4,
            BufferFullMode = mode,
            MaxWait = TimeSpan.FromMilliseconds(5),
            TopicBufferFullMode = TopicBufferFullMode.Wait,
        });
        const int Events = 3_000;
        var sent = 0;
        var subscribers = Enumerable.Range(0, 12).Select(index => Task.Run(async () =>
        {
            var random = new Random((seed * 100) + index);
            while (Volatile.Read(ref sent) < Events)
                await FollowAsync(api, random, mode);
        })).ToList();
        for (var i = 1; i <= Events; i++)
        {
            await api.Hub.SendAsync("tick", new Tick(i));
            Volatile.Write(ref sent, i);
            if (i % 500 == 0)
                await api.Hub.CompleteAsync("tick");
        }

        var late = Task.Run(async () =>
        {
            while (!subscribers.TrueForAll(static item => item.IsCompleted))
            {
                await api.Hub.CompleteAsync("tick");
                await Task.Yield();
            }
        });
        await Task.WhenAll(subscribers).WaitAsync(TimeSpan.FromMinutes(2));
        await late;
        await SpinAsync(() => api.Subscriptions.Groups == 0 && ResultWriter.BuffersInUse == 0);
        Assert.Equal((0, 0), (api.Subscriptions.Count, api.Leases));
        Assert.Empty(api.Hub.Topics);
    }

    private static async Task FollowAsync(SharedApi api, Random random, TopicBufferFullMode mode)
    {
        using var cancellation = new CancellationTokenSource();
        var leaveAfter = random.Next(60);
        var isSlow = random.Next(3) == 0;
        var last = 0;
        var count = 0;
        try
        {
            await foreach (var result in api.Executor.StreamAsync(api.Request(Document), cancellation.Token))
            {
                using (result)
                {
                    if (result.HasErrors)
                    {
                        Assert.Equal(ErrorCodes.SlowConsumer, Assert.Single(result.Errors).Code);
                        Assert.True(mode is TopicBufferFullMode.Disconnect or TopicBufferFullMode.Wait);
                        continue;
                    }

                    var (seq, dropped) = Read(result.ToString());
                    if (count > 0 && mode is not (TopicBufferFullMode.DropNewest or TopicBufferFullMode.DropWrite))
                        Assert.Equal(last + dropped + 1, seq);
                    else if (count > 0)
                        Assert.True(seq > last);
                    last = seq;
                    count++;
                }

                if (isSlow && random.Next(10) == 0)
                    Thread.Sleep(1);
                if (count > leaveAfter)
                {
                    if (random.Next(2) == 0)
                        break;
                    await cancellation.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // the way to leave that it chose.
        }
    }

    private static (int Seq, int Dropped) Read(string response)
    {
        using var json = System.Text.Json.JsonDocument.Parse(response);
        var seq = json.RootElement.GetProperty("data").GetProperty("tick").GetProperty("seq").GetInt32();
        return (seq, json.RootElement.TryGetProperty("extensions", out var extensions) ? extensions.GetProperty("dropped").GetInt32() : 0);
    }

    [Fact]
    [SuppressMessage("Reliability", "CA2012", Justification = "Each is awaited once, and a task in its place would be counted.")]
    public async Task A_delivery_costs_a_handle_and_nothing_else()
    {
        const int Subscribers = 200;
        const int Events = 100;
        var api = new SharedApi();
        var target = new System.Buffers.ArrayBufferWriter<byte>(256);
        var received = 0;
        var followers = Enumerable.Range(0, Subscribers).Select(_ =>
            api.Executor.StreamAsync(api.Request(Document), CancellationToken.None).GetAsyncEnumerator()).ToList();
        var pending = new ValueTask<bool>[Subscribers];
        for (var i = 0; i < Subscribers; i++)
            pending[i] = followers[i].MoveNextAsync();

        async Task RoundAsync(int seq)
        {
            await api.Hub.SendAsync("tick", new Tick(seq));
            for (var i = 0; i < Subscribers; i++)
            {
                Assert.True(await pending[i]);
                using (var result = followers[i].Current)
                {
                    target.ResetWrittenCount();
                    result.WriteTo(target);
                    received++;
                }

                pending[i] = followers[i].MoveNextAsync();
            }
        }

        for (var i = 0; i < 50; i++)
            await RoundAsync(i);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Events; i++)
            await RoundAsync(i);
        var perDelivery = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(Subscribers * Events);
        Assert.Equal(Subscribers * (Events + 50), received);

        // a handle of some 130 bytes, the reader's wake-up, and a two hundredth of an execution.
        Assert.InRange(perDelivery, 50, 400);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{perDelivery:0.0} bytes a delivery"));
        api.Subscriptions.Drain();
        for (var i = 0; i < Subscribers; i++)
        {
            Assert.False(await pending[i]);
            await followers[i].DisposeAsync();
        }
    }

    private static async Task SpinAsync(Func<bool> condition)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(30);
        while (!condition() && DateTime.UtcNow < giveUp)
            await Task.Delay(1);
        Assert.True(condition());
    }
}
