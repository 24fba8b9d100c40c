using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Subscriptions;
using Xunit;

namespace GraphQL.Tests.Subscriptions;

public sealed class SharingTests
{
    private readonly SharedApi _api = new();

    [Fact]
    public async Task Equal_subscriptions_share_one_source_and_one_execution_per_event()
    {
        var followers = Enumerable.Range(0, 10).Select(_ => _api.Follow("subscription { tick { seq counted } }")).ToList();
        Assert.Equal((10, 1, 1), (_api.Subscriptions.Count, _api.Subscriptions.Groups, Assert.Single(_api.Hub.Topics).Receivers));
        await _api.Hub.SendAsync("tick", new Tick(1));
        await _api.Hub.SendAsync("tick", new Tick(2));
        await _api.Hub.CompleteAsync("tick");
        foreach (var follower in followers)
        {
            Assert.Equal(["""{"data":{"tick":{"seq":1,"counted":"#1"}}}""", """{"data":{"tick":{"seq":2,"counted":"#2"}}}"""], await follower.RestAsync());
            await follower.DisposeAsync();
        }

        Assert.Equal(2, _api.Log.Executions);
        var counters = _api.Subscriptions.Fields["tick"];
        Assert.Equal((2, 20, 0, 0), (counters.Events, counters.Deliveries, counters.Dropped, counters.Disconnected));
        Assert.Equal((0, 0), (_api.Subscriptions.Count, _api.Subscriptions.Groups));
        Assert.Empty(_api.Hub.Topics);
    }

    [Theory]
    [InlineData("subscription { tick { seq payload __typename } }", 1)]
    [InlineData("subscription { tick { ...F } } fragment F on Tick { odd counted }", 1)]
    [InlineData("subscription { tick { seq seen } }", 2)]
    [InlineData("subscription { tick { ...F } } fragment F on Tick { ... { seen } }", 2)]
    [InlineData("subscription { tick { mine } }", 2)]
    [InlineData("subscription { greeting }", 2)]
    [InlineData("subscription { own { seq } }", 2)]
    [InlineData("subscription { declared { seq seen } }", 1)]
    [InlineData("subscription { declared { seen mine } }", 2)]
    [InlineData("subscription { slow { seq } }", 1)]
    public async Task Only_what_cannot_tell_viewers_apart_is_shared(string document, int groups)
    {
        var one = _api.Follow(document, caller: "one");
        var other = _api.Follow(document, caller: "other");
        Assert.Equal(groups, _api.Subscriptions.Groups);
        await _api.Hub.CompleteAsync("tick");
        Assert.Empty(await one.RestAsync());
        Assert.Empty(await other.RestAsync());
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    [Theory]
    [InlineData("subscription { tick { seen } }", "one", "other")]
    [InlineData("subscription { own { seen } }", "one", "other")]
    [InlineData("subscription { declared { mine } }", "one", "other")]
    [InlineData("subscription { declared { seen } }", "nobody", "nobody")]
    public async Task Nobody_gets_what_is_meant_for_another(string document, string one, string other)
    {
        var first = _api.Follow(document, caller: "one");
        var second = _api.Follow(document, caller: "other");
        await _api.Hub.SendAsync("tick", new Tick(1));
        Assert.Contains($"\"{one}\"", await first.NextAsync());
        Assert.Contains($"\"{other}\"", await second.NextAsync());
        await _api.Hub.CompleteAsync("tick");
        await first.RestAsync();
        await second.RestAsync();
        await first.DisposeAsync();
        await second.DisposeAsync();
        Assert.Equal(0, _api.Leases);
    }

    [Fact]
    public async Task Nothing_ambient_of_a_caller_reaches_a_shared_execution()
    {
        SharedSubscriptions.Ambient.Value = "the first caller's request";
        var shared = _api.Follow("subscription { tick { ambient } }");
        var own = _api.Follow("subscription { own { ambient } }");
        SharedSubscriptions.Ambient.Value = null;
        await _api.Hub.SendAsync("tick", new Tick(1));
        Assert.Equal("""{"data":{"tick":{"ambient":"nothing"}}}""", await shared.NextAsync());
        Assert.Equal("""{"data":{"own":{"ambient":"the first caller's request"}}}""", await own.NextAsync());
        _api.Subscriptions.Drain();
        Assert.True(await shared.EndsAsync());
        Assert.True(await own.EndsAsync());
        await shared.DisposeAsync();
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Variables_and_documents_tell_groups_apart()
    {
        const string Document = "subscription ($room: String!) { room(room: $room) { seq } }";
        var rooms = new[] { "a", "a", "b", "a_b" }.Select(room => _api.Follow(Document, $$"""{"room":"{{room}}"}""")).ToList();
        var renamed = _api.Follow("subscription ($room: String!) { room(room: $room) { number: seq } }", """{"room":"a"}""");
        Assert.Equal(4, _api.Subscriptions.Groups);
        await _api.Hub.SendAsync(Topic.Name("room_{room}", "a_b"), new Tick(3));
        await _api.Hub.SendAsync("room_a", new Tick(1));
        await _api.Hub.SendAsync("room_b", new Tick(2));
        Assert.Equal(["1", "1", "2", "3"], await Task.WhenAll(rooms.Select(async item => Number(await item.NextAsync()))));
        Assert.Equal("""{"data":{"room":{"number":1}}}""", await renamed.NextAsync());
        _api.Subscriptions.Drain();
        foreach (var room in rooms.Append(renamed))
        {
            Assert.True(await room.EndsAsync());
            await room.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_memory_of_the_one_who_came_first_is_not_needed_any_more()
    {
        const string Document = "subscription ($room: String!) { room(room: $room) { seq } }";
        var memory = JsonDocument.Parse("""{"room":"a"}""");
        var request = _api.Request(Document);
        var first = new Follower(_api.Executor.StreamAsync(
            new OperationRequest { Document = request.Document, Services = request.Services, Variables = memory.RootElement }, CancellationToken.None).GetAsyncEnumerator());
        var second = _api.Follow(Document, """{"room":"a"}""");
        Assert.Equal(1, _api.Subscriptions.Groups);
        _api.Subscriptions.End(item => item.Request.Services == request.Services);
        Assert.True(await first.EndsAsync());
        await first.DisposeAsync();
        memory.Dispose();
        await _api.Hub.SendAsync("room_a", new Tick(1));
        Assert.Equal("""{"data":{"room":{"seq":1}}}""", await second.NextAsync());
        _api.Subscriptions.Drain();
        Assert.True(await second.EndsAsync());
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Who_joins_late_gets_what_comes_then()
    {
        var early = _api.Follow("subscription { tick { seq } }");
        await _api.Hub.SendAsync("tick", new Tick(1));
        Assert.Equal("1", Number(await early.NextAsync()));
        var late = _api.Follow("subscription { tick { seq } }");
        await _api.Hub.SendAsync("tick", new Tick(2));
        Assert.Equal("2", Number(await early.NextAsync()));
        Assert.Equal("2", Number(await late.NextAsync()));
        await _api.Hub.CompleteAsync("tick");
        Assert.True(await early.EndsAsync());
        Assert.True(await late.EndsAsync());
        await early.DisposeAsync();
        await late.DisposeAsync();
    }

    [Fact]
    public async Task Who_leaves_leaves_the_others_alone_and_the_last_one_ends_the_source()
    {
        using var cancellation = new CancellationTokenSource();
        var first = _api.Follow("subscription { tick { seq } }", cancellationToken: cancellation.Token);
        var second = _api.Follow("subscription { tick { seq } }");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(first.NextAsync);
        await first.DisposeAsync();
        await _api.Hub.SendAsync("tick", new Tick(1));
        Assert.Equal("1", Number(await second.NextAsync()));
        await second.DisposeAsync();
        Assert.Equal(0, _api.Subscriptions.Count);

        // the shared source ends on its own time.
        await SpinAsync(() => _api.Hub.Topics.Count == 0 && _api.Subscriptions.Groups == 0);
        var third = _api.Follow("subscription { tick { seq } }");
        await _api.Hub.SendAsync("tick", new Tick(2));
        Assert.Equal("2", Number(await third.NextAsync()));
        await third.DisposeAsync();
    }

    [Fact]
    public async Task Errors_reach_all()
    {
        var followers = Enumerable.Range(0, 3).Select(_ => _api.Follow("subscription { sharedCounting }")).ToList();
        _api.Log.Opening.SetResult();
        foreach (var follower in followers)
        {
            var responses = await follower.RestAsync();
            Assert.Equal("""{"errors":[{"message":"Broken.","extensions":{"code":"BROKEN"}}]}""", responses[^1]);
            await follower.DisposeAsync();
        }

        Assert.Equal(1, _api.Log.Executions);
        var alone = _api.Follow("subscription { counting }");
        Assert.Equal(["""{"data":{"counting":1}}""", """{"errors":[{"message":"Broken.","extensions":{"code":"BROKEN"}}]}"""], await alone.RestAsync());
        await alone.DisposeAsync();
    }

    [Fact]
    public async Task An_event_that_takes_too_long_gives_an_error_and_the_stream_goes_on()
    {
        var api = new SharedApi(configure: static options => options with { ExecutionTimeout = TimeSpan.FromMilliseconds(20) });
        var follower = api.Follow("subscription { slow { seq } }");
        await api.Hub.SendAsync("tick", new Tick(1));
        await api.Hub.SendAsync("tick", new Tick(2));
        Assert.Contains(ErrorCodes.Timeout, await follower.NextAsync());
        Assert.Equal("2", Number(await follower.NextAsync()));
        await follower.DisposeAsync();
    }

    [Fact]
    public async Task A_failed_field_fails_in_one_event()
    {
        var follower = _api.Follow("subscription { tick { odd } }");
        await _api.Hub.SendAsync("tick", new Tick(2));
        await _api.Hub.SendAsync("tick", new Tick(3));
        Assert.Contains("EVEN", await follower.NextAsync());
        Assert.Equal("""{"data":{"tick":{"odd":"odd"}}}""", await follower.NextAsync());
        await follower.DisposeAsync();
    }

    [Fact]
    public async Task Each_reader_may_add_extensions_of_its_own()
    {
        var first = _api.Follow("subscription { tick { seq } }");
        var second = _api.Follow("subscription { tick { seq } }");
        await _api.Hub.SendAsync("tick", new Tick(1));
        using var one = await first.ResultAsync();
        using var other = await second.ResultAsync();
        one.Extend("for", "one");
        Assert.Equal("""{"data":{"tick":{"seq":1}},"extensions":{"for":"one"}}""", one.ToString());
        Assert.Equal("""{"data":{"tick":{"seq":1}}}""", other.ToString());
        one.Dispose();
        one.Dispose();
        Assert.Equal("""{"data":{"tick":{"seq":1}}}""", other.ToString());
        Assert.Throws<ObjectDisposedException>(one.ToString);
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    private static string Number(string response) => new([.. response.Where(char.IsAsciiDigit)]);

    private static async Task SpinAsync(Func<bool> condition)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(30);
        while (!condition() && DateTime.UtcNow < giveUp)
            await Task.Yield();
        Assert.True(condition());
    }
}
