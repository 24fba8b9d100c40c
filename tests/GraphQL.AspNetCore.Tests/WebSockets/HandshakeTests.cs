using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GraphQL.AspNetCore.Tests.WebSockets;

public sealed class HandshakeTests
{
    [Theory]
    [InlineData("Sec-WebSocket-Version", "12", 426)]
    [InlineData("Sec-WebSocket-Version", "", 426)]
    [InlineData("Sec-WebSocket-Key", "", 400)]
    [InlineData("Sec-WebSocket-Key", "c2hvcnQ=", 400)]
    [InlineData("Sec-WebSocket-Key", "!!!!!!!!!!!!!!!!!!!!!!==", 400)]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "http://127.0.0.1:1", 403)]
    [InlineData("Origin", "https://friend.example", 101)]
    [InlineData("Origin", "HTTPS://FRIEND.example", 101)]
    [InlineData("Origin", "https://friend.example.evil.example", 403)]
    public async Task Only_what_is_a_handshake_of_a_page_of_ours_opens_a_socket(string header, string value, int status)
    {
        await using var host = await SocketHost.StartAsync(options => options.WebSockets.AllowedOrigins.Add("https://friend.example"));
        using var socket = await host.ConnectAsync();
        await socket.ShakeHandsAsync(host.Address.Authority, TestSocket.TransportWs, (header, value));

        Assert.Equal(status, (int)socket.Status);
        Assert.Equal(status == 426 ? "13" : null, socket.Headers.GetValueOrDefault("Sec-WebSocket-Version"));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task The_pages_of_the_servers_own_host_may_open_sockets(string scheme)
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.OpenAsync(TestSocket.TransportWs, ("Origin", $"{scheme}://{host.Address.Authority}"));

        Assert.Equal(HttpStatusCode.SwitchingProtocols, socket.Status);
    }

    [Fact]
    public async Task Without_a_decision_on_initialisations_whom_the_application_does_not_admit_gets_no_socket()
    {
        await using var host = await SocketHost.StartAsync(
            options => options.Admit = _ => new RequestDenial(401, new GraphQLError("No.") { Code = "NO" }));
        using var socket = await host.ConnectAsync();
        await socket.ShakeHandsAsync(host.Address.Authority, TestSocket.TransportWs);

        Assert.Equal(HttpStatusCode.Unauthorized, socket.Status);
    }

    [Fact]
    public async Task Switched_off_sockets_are_requests_like_any_other()
    {
        await using var host = await SocketHost.StartAsync(options => options.WebSockets.Enabled = false);
        using var socket = await host.ConnectAsync();
        await socket.ShakeHandsAsync(host.Address.Authority, TestSocket.TransportWs);

        Assert.Equal(HttpStatusCode.BadRequest, socket.Status);
    }

    [Theory]
    [InlineData(HttpProtocols.Http1, 1)]
    [InlineData(HttpProtocols.Http2, 2)]
    public async Task The_clients_of_the_platform_are_served_over_either_version_of_HTTP(HttpProtocols protocols, int version)
    {
        await using var host = await SocketHost.StartAsync(protocols: protocols);
        using var client = new ClientWebSocket();
        client.Options.AddSubProtocol(TestSocket.TransportWs);
        client.Options.HttpVersion = new Version(version, version == 1 ? 1 : 0);
        client.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        client.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await client.ConnectAsync(new Uri($"ws://{host.Address.Authority}/graphql"), invoker, patience.Token);

        await SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await ReceiveAsync());
        await SendAsync(TransportWsTests.Subscribe("1", $"{{ hello big(size: 200000) }} {new string(' ', 5_000)}"));
        Assert.Equal(TransportWsTests.Next("1", $"\"hello\":\"world\",\"big\":\"{new string('x', 200_000)}\""), await ReceiveAsync());
        Assert.Equal("""{"id":"1","type":"complete"}""", await ReceiveAsync());
        await client.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", patience.Token);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, client.CloseStatus);
        Assert.Empty(host.Errors);

        Task SendAsync(string message) =>
            client.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, patience.Token);

        async Task<string> ReceiveAsync()
        {
            var message = new MemoryStream();
            var buffer = new byte[10_000];
            while (true)
            {
                var part = await client.ReceiveAsync(buffer, patience.Token);
                message.Write(buffer.AsSpan(0, part.Count));
                if (part.EndOfMessage)
                    return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }
}
