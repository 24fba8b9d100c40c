using System.Text;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>graphql-transport-ws by its PROTOCOL.md (npm graphql-ws), frame by frame: every MUST and SHOULD that a server can break.</summary>
public sealed class TransportWsTests(TransportWsTests.Server server) : IClassFixture<TransportWsTests.Server>
{
    private const string Init = """{"type":"connection_init"}""";

    public sealed class Server : IAsyncLifetime
    {
        public SocketHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await SocketHost.StartAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }

    private SocketHost Host => server.Host;

    [Fact]
    public async Task The_handshake_names_the_subprotocol()
    {
        using var socket = await Host.OpenAsync("chat, graphql-transport-ws, graphql-ws");

        Assert.Equal(TestSocket.TransportWs, socket.Headers["Sec-WebSocket-Protocol"]);
        // RFC 6455, section 1.3: the answer to its example key
        Assert.Equal("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", socket.Headers["Sec-WebSocket-Accept"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("chat")]
    [InlineData("graphql-transport-ws-2")]
    [InlineData("GRAPHQL-TRANSPORT-WS")]
    public async Task An_unacceptable_subprotocol_closes_with_4406(string? subprotocol)
    {
        using var socket = await Host.OpenAsync(subprotocol);

        Assert.False(socket.Headers.ContainsKey("Sec-WebSocket-Protocol"));
        Assert.Equal((4406, "Subprotocol not acceptable"), await socket.ExpectCloseAsync());
    }

    [Theory]
    [InlineData("""{"type":"connection_init"}""")]
    [InlineData("""{"type":"connection_init","payload":null}""")]
    [InlineData("""{"type":"connection_init","payload":{}}""")]
    [InlineData("""{"type":"connection_init","payload":{"user-agent":"Banana Cake Pop","nested":[{"a":1}]}}""")]
    [InlineData("""{"payload":{},"type":"connection_init"}""")]
    [InlineData("""{"type":"connection_init","later":[1,{}]}""")]
    [InlineData("""{"type":"connection\u005finit"}""")]
    public async Task An_initialisation_is_acknowledged(string message)
    {
        using var socket = await Host.OpenAsync();
        await socket.SendAsync(message);

        await socket.ExpectAsync("""{"type":"connection_ack"}""");
    }

    [Fact]
    public async Task A_second_initialisation_closes_with_4429()
    {
        using var socket = await Host.InitialiseAsync();
        await socket.SendAsync(Init);

        Assert.Equal((4429, "Too many initialisation requests"), await socket.ExpectCloseAsync());
    }

    [Fact]
    public async Task An_operation_before_the_acknowledgement_closes_with_4401()
    {
        using var socket = await Host.OpenAsync();
        await socket.SendAsync(Subscribe("1", "{ hello }"));

        Assert.Equal((4401, "Unauthorized"), await socket.ExpectCloseAsync());
    }

    [Theory]
    [InlineData("""{"type":"ping"}""", """{"type":"pong"}""")]
    [InlineData("""{"type":"ping","payload":null}""", """{"type":"pong"}""")]
    [InlineData("""{"type":"ping","payload":{"at":1}}""", """{"type":"pong","payload":{"at":1}}""")]
    public async Task A_ping_is_answered_before_and_after_the_acknowledgement(string ping, string pong)
    {
        using var socket = await Host.OpenAsync();
        await socket.SendAsync(ping);
        await socket.ExpectAsync(pong);
        await socket.SendAsync(Init);
        await socket.ExpectAsync("""{"type":"connection_ack"}""");
        await socket.SendAsync(ping);
        await socket.ExpectAsync(pong);
    }

    [Theory]
    [InlineData("""{"type":"pong"}""")]
    [InlineData("""{"type":"pong","payload":{"a":1}}""")]
    [InlineData("""{"id":"unknown","type":"complete"}""")]
    public async Task What_needs_no_answer_gets_none(string message)
    {
        using var socket = await Host.InitialiseAsync();
        await socket.SendAsync(message);

        await socket.ExpectNothingAsync();
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"type":"ping"} {}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\"ping\"")]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"unknown"}""")]
    [InlineData("""{"type":"PING"}""")]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"type":"ping","type":"ping"}""")]
    [InlineData("""{"type":"ping","payload":1}""")]
    [InlineData("""{"type":"ping","payload":[]}""")]
    [InlineData("""{"type":"pong","payload":""}""")]
    [InlineData("""{"type":"connection_ack"}""")]
    [InlineData("""{"id":"1","type":"next","payload":{}}""")]
    [InlineData("""{"id":"1","type":"error","payload":[]}""")]
    [InlineData("""{"type":"start","id":"1","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"connection_terminate"}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"complete","id":1}""")]
    [InlineData("""{"type":"complete","id":""}""")]
    [InlineData("""{"type":"subscribe"}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":null}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":"{ hello }"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":[]}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":1}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":null}}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":1,"payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":null,"payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":"{}"}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","operationName":1}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","extensions":1}}""")]
    public async Task An_invalid_message_closes_with_4400(string message)
    {
        using var socket = await Host.InitialiseAsync();
        await socket.SendAsync(message);

        var (code, reason) = await socket.ExpectCloseAsync();
        Assert.Equal(4400, code);
        Assert.NotEmpty(reason);
    }

    [Theory]
    [InlineData("""{"type":"connection_init","payload":"x"}""")]
    [InlineData("""{"type":"connection_init","payload":[]}""")]
    [InlineData("""{"type":"connection_init","payload":{"a":1,"a":2}}""")]
    public async Task An_invalid_initialisation_closes_with_4400(string message)
    {
        using var socket = await Host.OpenAsync();
        await socket.SendAsync(message);

        Assert.Equal(4400, (await socket.ExpectCloseAsync()).Code);
    }

    [Fact]
    public async Task A_binary_message_closes_with_4400()
    {
        using var socket = await Host.InitialiseAsync();
        await socket.SendAsync(TestSocket.Binary, Encoding.UTF8.GetBytes(Init));

        Assert.Equal(4400, (await socket.ExpectCloseAsync()).Code);
    }

    [Theory]
    [InlineData("{ hello }", """{"data":{"hello":"world"}}""")]
    [InlineData("query A { hello }", """{"data":{"hello":"world"}}""")]
    public async Task A_query_gives_one_result_and_completes(string query, string result)
    {
        using var socket = await Host.InitialiseAsync();
        await socket.SendAsync(Subscribe("a\\\"b", query));

        await socket.ExpectAsync($$"""{"id":"a\"b","type":"next","payload":{{result}}}""");
        await socket.ExpectAsync("""{"id":"a\"b","type":"complete"}""");
    }

    [Fact]
    public async Task A_mutation_gives_one_result_and_completes()
    {
        using var socket = await Host.InitialiseAsync();
        var before = Host.Schema.Mutations;
        await socket.SendAsync(Subscribe("1", "mutation { count }"));

        await socket.ExpectAsync(Next("1", $"\"count\":{before + 1}"));
        await socket.ExpectAsync("""{"id":"1","type":"complete"}""");
    }

    [Fact]
    public async Task A_subscription_gives_every_event_in_order_and_completes()
    {
        using var socket = await Host.InitialiseAsync();
        await socket.SendAsync(
            """{"id":"1","type":"subscribe","payload":{"query":"subscription S($n: Int!) { countTo(size: $n) } query Q { hello }","operationName":"S","variables":{"n":500},"extensions":{}}}""");

        for (var number = 1; number <= 500; number++)
            await socket.ExpectAsync(Next("1", $"\"countTo\":{number}"));
        await socket.ExpectAsync("""{"id":"1","type":"complete"}""");
    }

    [Fact]
    public async Task What_is_deferred_comes_with_results_of_its_own()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(Subscribe("1", "{ hello ... @defer { wait } }"));

        var first = (await socket.ReceiveJsonAsync()).GetProperty("payload");
        Assert.Equal("world", first.GetProperty("data").GetProperty("hello").GetString());
        Assert.True(first.GetProperty("hasNext").GetBoolean());
        host.Schema.Released.SetResult();
        var second = (await socket.ReceiveJsonAsync()).GetProperty("payload");
        Assert.Equal("waited", second.GetProperty("incremental")[0].GetProperty("data").GetProperty("wait").GetString());
        Assert.False(second.GetProperty("hasNext").GetBoolean());
        await socket.ExpectAsync("""{"id":"1","type":"complete"}""");
    }

    [Fact]
    public async Task An_error_of_execution_is_a_result()
    {
        using var socket = await Host.InitialiseAsync();
        await socket.SendAsync(Subscribe("1", "{ failBadly }"));

        var result = await socket.ReceiveJsonAsync();
        Assert.Equal("next", result.GetProperty("type").GetString());
        Assert.Equal(ErrorCodes.Internal, result.GetProperty("payload").GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        await socket.ExpectAsync("""{"id":"1","type":"complete"}""");
    }

    [Theory]
    [InlineData("{", ErrorCodes.SyntaxError)]
    [InlineData("{ unknown }", ErrorCodes.ValidationFailed)]
    [InlineData("query A { hello } query B { hello }", ErrorCodes.OperationNotFound)]
    [InlineData("query A($n: Int!) { big(size: $n) }", ErrorCodes.BadVariable)]
    [InlineData("subscription { cannotOpen }", ErrorCodes.Internal)]
    public async Task What_cannot_be_executed_is_an_error_and_the_end_of_that_operation_alone(string query, string code)
    {
        using var socket = await Host.InitialiseAsync();
        await socket.SendAsync(Subscribe("1", query));

        await ExpectErrorAsync(socket, "1", code);
        await socket.ExpectNothingAsync();
        // its id is free again
        await socket.SendAsync(Subscribe("1", "{ hello }"));
        await socket.ExpectAsync("""{"id":"1","type":"next","payload":{"data":{"hello":"world"}}}""");
    }

    [Fact]
    public async Task A_stream_that_breaks_ends_with_an_error_and_says_nothing_of_its_cause()
    {
        using var socket = await Host.InitialiseAsync();
        await socket.SendAsync(Subscribe("1", "subscription { breaks }"));

        await socket.ExpectAsync("""{"id":"1","type":"next","payload":{"data":{"breaks":1}}}""");
        await ExpectErrorAsync(socket, "1", ErrorCodes.Internal);
        await socket.ExpectNothingAsync();
    }

    [Theory]
    [InlineData("subscription { silent }")]
    [InlineData("query { wait }")]
    public async Task An_id_in_use_closes_with_4409(string query)
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(Subscribe("same", query));
        await socket.SendAsync(Subscribe("same", "{ hello }"));

        Assert.Equal((4409, "Subscriber for same already exists"), await socket.ExpectCloseAsync());
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "the first operation ends");
    }

    [Fact]
    public async Task The_same_id_may_be_used_on_two_sockets_and_one_after_another()
    {
        using var first = await Host.InitialiseAsync();
        using var second = await Host.InitialiseAsync();
        await first.SendAsync(Subscribe("1", "subscription { silent }"));
        for (var round = 0; round < 50; round++)
        {
            await second.SendAsync(Subscribe("1", "{ hello }"));
            await second.ExpectAsync("""{"id":"1","type":"next","payload":{"data":{"hello":"world"}}}""");
            await second.ExpectAsync("""{"id":"1","type":"complete"}""");
        }

        await first.ExpectNothingAsync();
    }

    [Fact]
    public async Task Operations_do_not_wait_for_each_other()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(Subscribe("slow", "{ wait }"));
        await socket.SendAsync(Subscribe("fast", "{ hello }"));
        await socket.ExpectAsync("""{"id":"fast","type":"next","payload":{"data":{"hello":"world"}}}""");
        await socket.ExpectAsync("""{"id":"fast","type":"complete"}""");
        host.Schema.Released.SetResult();

        await socket.ExpectAsync("""{"id":"slow","type":"next","payload":{"data":{"wait":"waited"}}}""");
        await socket.ExpectAsync("""{"id":"slow","type":"complete"}""");
    }

    [Fact]
    public async Task The_clients_complete_ends_the_stream_and_nothing_more_is_sent()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(Subscribe("1", "subscription { pushed }"));
        await host.Schema.Pushed.Writer.WriteAsync(1);
        await socket.ExpectAsync("""{"id":"1","type":"next","payload":{"data":{"pushed":1}}}""");
        await socket.SendAsync("""{"id":"1","type":"complete"}""");
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "the stream ends");
        await host.Schema.Pushed.Writer.WriteAsync(2);

        await socket.ExpectNothingAsync();
        await socket.SendAsync("""{"id":"1","type":"complete"}""");
        await socket.ExpectNothingAsync();
    }

    [Fact]
    public async Task The_result_of_a_query_that_was_completed_by_the_client_is_not_sent()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(Subscribe("1", "{ wait }"));
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 1, "the query runs");
        await socket.SendAsync("""{"id":"1","type":"complete"}""");
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "the query ends");
        host.Schema.Released.SetResult();

        await socket.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_stream_that_fails_to_end_neither_says_so_nor_breaks_the_socket()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(Subscribe("1", "subscription { endsBadly }"));
        await socket.ExpectAsync("""{"id":"1","type":"next","payload":{"data":{"endsBadly":1}}}""");
        await socket.SendAsync("""{"id":"1","type":"complete"}""");
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "the stream ends");

        await socket.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_subscription_that_never_waits_can_still_be_completed()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.InitialiseAsync();
        await socket.SendAsync(Subscribe("1", "subscription { flood(size: 10) }"));
        await socket.ReceiveJsonAsync();
        await socket.SendAsync("""{"id":"1","type":"complete"}""");
        await socket.SendAsync("""{"type":"ping"}""");

        while (await socket.ReceiveAsync() != """{"type":"pong"}""")
            continue;
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0, "the stream ends");
    }

    [Fact]
    public async Task A_connection_that_is_cut_ends_its_operations()
    {
        await using var host = await SocketHost.StartAsync();
        var socket = await host.InitialiseAsync();
        await socket.SendAsync(Subscribe("1", "subscription { silent }"));
        await socket.SendAsync(Subscribe("2", "{ wait }"));
        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 2, "both run");
        socket.Dispose();

        await GraphQLHost.EventuallyAsync(() => host.Schema.Open == 0 && host.Connections.Count == 0, "both end");
        Assert.Empty(host.Errors);
    }

    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(1001, 1001)]
    [InlineData(3000, 3000)]
    [InlineData(4999, 4999)]
    [InlineData(1005, 1002)]
    [InlineData(1006, 1002)]
    [InlineData(999, 1002)]
    [InlineData(5000, 1002)]
    public async Task A_client_that_closes_gets_its_code_back_unless_it_is_none(int sent, int expected)
    {
        using var socket = await Host.InitialiseAsync();
        await socket.SendAsync(TestSocket.Close, [(byte)(sent >> 8), (byte)sent, .. "bye"u8]);

        Assert.Equal(expected, (await socket.ExpectCloseAsync()).Code);
    }

    internal static string Subscribe(string id, string query) =>
        $"{{\"id\":\"{id}\",\"type\":\"subscribe\",\"payload\":{{\"query\":\"{query}\"}}}}";

    /// <summary>A result without errors.</summary>
    internal static string Next(string id, string fields) =>
        $"{{\"id\":\"{id}\",\"type\":\"next\",\"payload\":{{\"data\":{{{fields}}}}}}}";

    internal static async Task ExpectErrorAsync(TestSocket socket, string id, string code)
    {
        var message = await socket.ReceiveJsonAsync();
        Assert.Equal("error", message.GetProperty("type").GetString());
        Assert.Equal(id, message.GetProperty("id").GetString());
        Assert.DoesNotContain(SocketSchema.Secret, message.GetRawText());
        Assert.Equal(code, message.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
    }
}
