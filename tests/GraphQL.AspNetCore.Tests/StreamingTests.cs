using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

/// <summary>Responses that go on, in every form; the clients that people use read them in their own tests.</summary>
public sealed class StreamingTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string CountToTwo = """{"query":"subscription { countTo(to: 2) }"}""";
    private const string Silence = """{"query":"subscription { silence }"}""";
    private const string ApolloSubscription = "multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/graphql-response+json,application/json;q=0.9";

    public static TheoryData<string, string, string> Forms => new()
    {
        {
            "text/event-stream",
            "text/event-stream; charset=utf-8",
            """
            :

            event: next
            id: 1
            data: {"data":{"countTo":1}}

            event: next
            id: 2
            data: {"data":{"countTo":2}}

            event: complete
            data:


            """
        },
        {
            "multipart/mixed",
            "multipart/mixed; boundary=\"-\"",
            "\r\n---" + Part("""{"data":{"countTo":1}}""") + "\r\n---" + Part("""{"data":{"countTo":2}}""") + "\r\n-----\r\n"
        },
        {
            ApolloSubscription,
            "multipart/mixed; boundary=\"graphql\"",
            "\r\n--graphql" + Part("""{"payload":{"data":{"countTo":1}}}""") + "\r\n--graphql" + Part("""{"payload":{"data":{"countTo":2}}}""")
            + "\r\n--graphql--\r\n"
        },
        { "application/jsonl", "application/jsonl; charset=utf-8", "{\"data\":{\"countTo\":1}}\n{\"data\":{\"countTo\":2}}\n" },
        {
            "application/graphql-response+jsonl",
            "application/graphql-response+jsonl; charset=utf-8",
            "{\"data\":{\"countTo\":1}}\n{\"data\":{\"countTo\":2}}\n"
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_subscription_comes_in_the_form_that_the_client_names(string accept, string contentType, string expected)
    {
        using var stream = await shared.Host.Client.OpenAsync(CountToTwo, accept);

        Assert.Equal(expected, (await stream.ReadToEndAsync()).Replace("\n\n:\n\n", "\n\n", StringComparison.Ordinal));
        Assert.Equal(200, (int)stream.Response.StatusCode);
        Assert.Equal(contentType, stream.Response.Content.Headers.ContentType?.ToString());
        Assert.True(stream.Response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("text/event-stream, multipart/mixed", "text/event-stream; charset=utf-8")]
    [InlineData("multipart/mixed, text/event-stream", "multipart/mixed; boundary=\"-\"")]
    [InlineData("multipart/mixed;q=0.5, text/event-stream", "text/event-stream; charset=utf-8")]
    [InlineData("multipart/mixed;q=0, text/event-stream;q=0.1, application/json", "text/event-stream; charset=utf-8")]
    [InlineData("application/json, multipart/mixed;subscriptionSpec=\"1.0\"", "multipart/mixed; boundary=\"graphql\"")]
    public async Task Of_several_forms_the_best_is_taken_and_of_equals_the_first(string accept, string contentType)
    {
        using var stream = await shared.Host.Client.OpenAsync(CountToTwo, accept);

        Assert.Equal(contentType, stream.Response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", 200, "application/graphql-response+json; charset=utf-8")]
    [InlineData("multipart/mixed;incrementalSpec=v0.2,application/json;q=0.9", 200, "application/json; charset=utf-8")]
    public async Task What_comes_whole_is_sent_whole_to_clients_that_read_it(string accept, int status, string contentType)
    {
        var answer = await shared.Host.Client.PostAsync("""{"query":"{ hello later }"}""", accept);

        Assert.Equal((status, contentType), (answer.Status, answer.ContentType));
        Assert.Equal("""{"data":{"hello":"world","later":"world"}}""", answer.Text);
    }

    [Theory]
    [InlineData("""{"query":"{ hello }"}""", """{"data":{"hello":"world"}}""")]
    [InlineData("""{"query":"mutation { count }"}""", """{"data":{"count":""")]
    [InlineData("""{"query":"{ nothing }"}""", "VALIDATION_FAILED")]
    [InlineData("""{"query":"{"}""", "SYNTAX_ERROR")]
    [InlineData("""{"query":"subscription ($n: Int!) { countTo(to: $n) }"}""", "BAD_VARIABLE")]
    public async Task Who_reads_events_alone_gets_whatever_it_is_as_an_event(string body, string expected)
    {
        using var stream = await shared.Host.Client.OpenAsync(body, StreamRequests.EventStream);

        var text = await stream.ReadToEndAsync();

        Assert.Equal(200, (int)stream.Response.StatusCode);
        Assert.StartsWith(":\n\nevent: next\nid: 1\ndata: {", text);
        Assert.Contains(expected, text);
        Assert.EndsWith("\n\nevent: complete\ndata:\n\n", text);
    }

    [Theory]
    [InlineData("multipart/mixed;incrementalSpec=v0.2,application/json;q=0.9", "\"pending\":[", "\"completed\":[")]
    [InlineData("multipart/mixed;deferSpec=20220824,application/json;q=0.9", "\"hasNext\":true", "\"path\":[]")]
    [InlineData("multipart/mixed;incrementalSpec=v0.1", "\"hasNext\":true", "\"path\":[]")]
    [InlineData("text/event-stream", "\"pending\":[", "\"completed\":[")]
    [InlineData("application/json, application/jsonl", "\"pending\":[", "\"completed\":[")]
    public async Task What_is_deferred_comes_later_in_the_form_that_the_client_reads(string accept, string first, string last)
    {
        using var stream = await shared.Host.Client.OpenAsync("""{"query":"{ hello ... @defer(label: \"l\") { later } }"}""", accept);

        var results = (await stream.ReadToEndAsync()).Split('\n').Where(line => line.Contains("hasNext", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, results.Count);
        Assert.Contains("\"data\":{\"hello\":\"world\"}", results[0]);
        Assert.Contains(first, results[0]);
        Assert.Contains("\"data\":{\"later\":\"world\"}", results[1]);
        Assert.Contains(last, results[1]);
        Assert.Contains("\"hasNext\":false", results[1]);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("*/*")]
    public async Task Clients_that_read_whole_answers_alone_get_nothing_later(string accept)
    {
        var answer = await shared.Host.Client.PostAsync("""{"query":"{ hello ... @defer { later } letters @stream }"}""", accept);

        Assert.Equal("""{"data":{"hello":"world","later":"world","letters":["a","b","c"]}}""", answer.Text);
    }

    [Fact]
    public async Task A_refused_subscription_is_told_whole_to_clients_that_read_that_too()
    {
        var answer = await shared.Host.Client.PostAsync("""{"query":"subscription { nothing }"}""", ApolloSubscription);

        Assert.Equal((400, "VALIDATION_FAILED"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("GET", "/graphql?query=mutation{count}", 405)]
    [InlineData("GET", "/graphql", 400)]
    [InlineData("PATCH", "/graphql", 405)]
    public async Task What_is_no_request_is_refused_in_json(string method, string address, int status)
    {
        var answer = await shared.Host.Client.AskAsync(new HttpRequestMessage(new HttpMethod(method), address), StreamRequests.EventStream);

        Assert.Equal((status, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task A_browsers_event_source_subscribes_by_get()
    {
        using var stream = await shared.Host.Client.OpenAsync(
            new HttpRequestMessage(HttpMethod.Get, "/graphql?query=subscription{countTo(to:1)}"), StreamRequests.EventStream);

        Assert.Contains("""data: {"data":{"countTo":1}}""", await stream.ReadToEndAsync());
    }

    [Theory]
    [InlineData("", null, "from the beginning")]
    [InlineData("", "7", "after 7")]
    [InlineData(""","extensions":{"lastEventId":"9"}""", null, "after 9")]
    [InlineData(""","extensions":{"lastEventId":"9","other":1}""", "7", "after 9")]
    [InlineData(""","extensions":{"other":1}""", "7", "after 7")]
    [InlineData(""","extensions":null""", "a \\ \"b\"", "after a \\ \"b\"")]
    [InlineData("", "too long", "from the beginning")]
    public async Task What_a_client_has_seen_reaches_the_resolver(string extensions, string? lastEventId, string expected)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent($$"""{"query":"subscription { resumed }"{{extensions}}}""", Encoding.UTF8, Requests.Json),
        };
        if (lastEventId is not null)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId == "too long" ? new string('7', 257) : lastEventId);
        using var stream = await shared.Host.Client.OpenAsync(request, StreamRequests.EventStream);

        var payload = (await stream.ReadToEndAsync()).Split('\n').First(static line => line.StartsWith("data: {", StringComparison.Ordinal))[6..];
        Assert.Equal(expected, JsonElement.Parse(payload).GetProperty("data").GetProperty("resumed").GetString());
    }

    [Fact]
    public async Task A_stream_that_breaks_says_so_and_nothing_of_why()
    {
        using var stream = await shared.Host.Client.OpenAsync("""{"query":"subscription { breaking }"}""", StreamRequests.EventStream);

        var text = await stream.ReadToEndAsync();

        Assert.Contains("""data: {"data":{"breaking":1}}""", text);
        Assert.Contains("INTERNAL_SERVER_ERROR", text);
        Assert.DoesNotContain(TestSchema.Secret, text);
        Assert.EndsWith("event: complete\ndata:\n\n", text);
    }

    [Theory]
    [InlineData("text/event-stream", ":\n\n")]
    [InlineData(ApolloSubscription, "\r\n\r\n{}\r\n--graphql")]
    public async Task While_nothing_happens_the_connection_is_kept_alive(string accept, string heartbeat)
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Streaming.HeartbeatInterval = TimeSpan.FromMilliseconds(20));
        using var stream = await host.Client.OpenAsync(Silence, accept);

        await stream.ReadUntilAsync(text => text.Split(heartbeat).Length > 4);
    }

    [Fact]
    public async Task A_client_that_goes_ends_its_operation()
    {
        await using var host = await GraphQLHost.StartAsync();
        using (var stream = await host.Client.OpenAsync(Silence, StreamRequests.EventStream))
            await GraphQLHost.EventuallyAsync(() => host.Schema.Streams.Open == 1, "the subscription opens");

        await GraphQLHost.EventuallyAsync(() => host.Schema.Streams.Open == 0, "the subscription ends");
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_its_operation_up_and_is_cut_and_counted()
    {
        var cut = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "graphql.server.connection.closed")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            if (tags.Contains(new("graphql.transport", "stream")) && tags.Contains(new("graphql.connection.reason", "slow")))
                Interlocked.Add(ref cut, count);
        });
        listener.Start();
        await using var host = await GraphQLHost.StartAsync(options => options.Streaming.MaxStall = TimeSpan.FromMilliseconds(200));
        await using var connection = await host.ConnectAsync();
        var body = """{"query":"subscription { flood }"}""";

        await connection.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

        await GraphQLHost.EventuallyAsync(
            () =>
            {
                listener.RecordObservableInstruments();
                return Volatile.Read(ref cut) > 0;
            },
            "the client is cut");
        await GraphQLHost.EventuallyAsync(() => host.Schema.Streams.Open == 0, "its subscription ends");
        Assert.InRange(host.Schema.Streams.Flooded, 1, 1000);
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams_but_calls_none_complete()
    {
        var host = await GraphQLHost.StartAsync();
        using var events = await host.Client.OpenAsync(Silence, StreamRequests.EventStream);
        using var parts = await host.Client.OpenAsync(Silence, ApolloSubscription);
        await GraphQLHost.EventuallyAsync(() => host.Schema.Streams.Open == 2, "both subscriptions open");

        await host.StopAsync();

        Assert.DoesNotContain("complete", await events.ReadToEndAsync());
        Assert.Contains("""{"payload":null,"errors":[{""", await parts.ReadToEndAsync());
        Assert.Equal(0, host.Schema.Streams.Open);
        await host.DisposeAsync();
    }

    private static string Part(string json) => $"\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{json}";
}
