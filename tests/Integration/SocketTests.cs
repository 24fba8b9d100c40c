using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Integration.Infrastructure;
using Prerequisites;

namespace Integration;

/// <summary>The host over WebSocket, with API keys: the same questions, the same access.</summary>
public sealed class SocketTests(SocketTests.Host host) : IClassFixture<SocketTests.Host>
{
    private const string Key = "the-key-of-the-raid-leader";

    public sealed class Host() : HostFixture(
        "--Authentication:ApiKeys:0:Name=leader", $"--Authentication:ApiKeys:0:Key={Key}", "--Authentication:ApiKeys:0:Roles:0=PLAYER");

    private Uri Endpoint => new UriBuilder(host.Process.Address) { Scheme = "ws", Path = "/graphql" }.Uri;

    [NodeFact]
    public async Task The_client_that_people_use_asks_a_question()
    {
        var answer = await NodeScript.RunAsync(
            "clients/ask-over-websocket.mjs", Endpoint.ToString(), $"{{\"Authorization\":\"Bearer {Key}\"}}", "{ encounters(first: 1) { totalCount } }");

        Assert.Equal("""{"data":{"encounters":{"totalCount":0}}}""", answer.Trim());
    }

    [Theory]
    [InlineData("Authorization", $"Bearer {Key}", "{}")]
    [InlineData("X-API-Key", Key, "{}")]
    [InlineData(null, null, $$"""{"Authorization":"Bearer {{Key}}"}""")]
    [InlineData(null, null, $$"""{"authorization":"bearer {{Key}}"}""")]
    [InlineData(null, null, $$"""{"x-api-key":"{{Key}}"}""")]
    public async Task A_key_opens_the_door_by_header_or_by_payload(string? header, string? value, string payload)
    {
        using var socket = await OpenAsync(header, value);
        await SendAsync(socket, $$"""{"type":"connection_init","payload":{{payload}}}""");
        Assert.Equal("connection_ack", (await ReceiveAsync(socket)).GetProperty("type").GetString());
        await SendAsync(socket, """{"type":"subscribe","id":"1","payload":{"query":"{ encounters(first: 1) { totalCount } }"}}""");

        var answer = await ReceiveAsync(socket);
        Assert.Equal("next", answer.GetProperty("type").GetString());
        Assert.False(answer.GetProperty("payload").TryGetProperty("errors", out _));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Authorization":""}""")]
    [InlineData("""{"Authorization":"Bearer something-else-entirely"}""")]
    [InlineData($$"""{"Authorization":"{{Key}}"}""")]
    [InlineData("""{"Authorization":1}""")]
    public async Task Without_a_key_the_connection_is_forbidden(string payload)
    {
        using var socket = await OpenAsync();
        await SendAsync(socket, $$"""{"type":"connection_init","payload":{{payload}}}""");

        var close = await socket.ReceiveAsync(new byte[1_000], Patience());
        Assert.Equal(WebSocketMessageType.Close, close.MessageType);
        Assert.Equal(4403, (int)socket.CloseStatus!);
    }

    [Theory]
    [InlineData("Authorization", "Bearer something-else-entirely")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Who_is_refused_at_the_door_gets_no_socket(string header, string value) =>
        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(header, value));

    private async Task<ClientWebSocket> OpenAsync(string? header = null, string? value = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (header is not null)
            socket.Options.SetRequestHeader(header, value);
        await socket.ConnectAsync(Endpoint, Patience());
        return socket;
    }

    private static CancellationToken Patience() => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, Patience());

    private static async Task<JsonElement> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[10_000];
        var received = await socket.ReceiveAsync(buffer, Patience());
        return JsonElement.Parse(buffer.AsSpan(0, received.Count));
    }
}
