using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using GraphQL.AspNetCore.Tests.WebSockets;
using GraphQL.Subscriptions;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.Tests.Subscriptions;

/// <summary>A whole server whose mutation sends what its subscription follows.</summary>
public sealed class TopicSubscriptionTests : IAsyncLifetime
{
    private WebApplication _application = null!;
    private Uri _address = null!;

    private ActiveSubscriptions Active => _application.Services.GetRequiredService<ActiveSubscriptions>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Names>();
        builder.Services.AddScoped<Asker>();
        builder.Services
            .AddGraphQLServer(services => new SchemaBuilder()
                .AddType(typeof(TickQueries)).AddType(typeof(TickMutations)).AddType(typeof(TickSubscriptions))
                .InferServices(services.GetRequiredService<IServiceProviderIsService>().IsService)
                .InferSingletons(builder.Services)
                .Build())
            .AddInMemorySubscriptions(new SubscriptionOptions { MaxTopics = 10 });
        _application = builder.Build();
        _application.MapGraphQL();
        await _application.StartAsync();
        _address = new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task A_burst_reaches_every_socket_by_one_execution_an_event_and_a_stop_ends_them()
    {
        var sockets = new List<TestSocket>();
        for (var i = 0; i < 20; i++)
            sockets.Add(await SubscribeAsync("subscription { tick { seq name } }"));
        await WaitForAsync(() => Active.Count == 20);
        foreach (var socket in sockets)
            await socket.ExpectNothingAsync();
        Assert.Equal(1, Active.Groups);
        using var client = new HttpClient();
        var burst = await client.PostAsJsonAsync(new Uri(_address, "/graphql"), new { query = "mutation { burst(count: 5) }" });
        Assert.Equal(HttpStatusCode.OK, burst.StatusCode);
        foreach (var socket in sockets)
        {
            for (var seq = 0; seq < 5; seq++)
                await socket.ExpectAsync($$$$$"""{"id":"1","type":"next","payload":{"data":{"tick":{"seq":{{{{{seq}}}}},"name":"Tick {{{{{seq}}}}}"}}}}""");
        }

        Assert.Equal((5, 100), (Active.Fields["tick"].Events, Active.Fields["tick"].Deliveries));
        var stop = _application.StopAsync();
        foreach (var socket in sockets)
        {
            Assert.Equal(1001, (await socket.ExpectCloseAsync()).Code);
            socket.Dispose();
        }

        await stop;
        await WaitForAsync(() => Active is { Count: 0, Groups: 0 });
    }

    [Fact]
    public async Task What_uses_a_service_of_the_request_is_not_shared()
    {
        using var first = await SubscribeAsync("subscription { tick { seq asker } }");
        using var second = await SubscribeAsync("subscription { tick { seq asker } }");
        await WaitForAsync(() => _application.Services.GetRequiredService<TopicHub>().Topics.Sum(static topic => topic.Receivers) == 2);
        Assert.Equal(2, Active.Groups);
        await _application.Services.GetRequiredService<ITopicEventSender>().SendAsync("Tick", new Tick(1));
        var askers = new[] { await AskerAsync(first), await AskerAsync(second) };
        Assert.NotEqual(askers[0], askers[1]);
    }

    private static async Task<string?> AskerAsync(TestSocket socket) =>
        (await socket.ReceiveJsonAsync()).GetProperty("payload").GetProperty("data").GetProperty("tick").GetProperty("asker").GetString();

    private async Task<TestSocket> SubscribeAsync(string document)
    {
        var connection = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await connection.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _address.Port));
        var socket = new TestSocket(new NetworkStream(connection, ownsSocket: true));
        await socket.ShakeHandsAsync(_address.Authority, TestSocket.TransportWs);
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ExpectAsync("""{"type":"connection_ack"}""");
        await socket.SendAsync($$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{document}}}"}}""");
        return socket;
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(5, patience.Token);
    }

    public sealed record Tick(int Seq)
    {
        public string Name(Names names) => names.Of(Seq);

        public string Asker(Asker asker) => asker.Id.ToString();
    }

    /// <summary>The same for everybody.</summary>
    public sealed class Names
    {
        public string Of(int seq) => $"Tick {seq}";
    }

    /// <summary>One for each request.</summary>
    public sealed class Asker
    {
        public Guid Id { get; } = Guid.NewGuid();
    }

    [QueryType]
    private static class TickQueries
    {
        public static string Hello => "world";
    }

    [MutationType]
    private static class TickMutations
    {
        [UseMutationConvention(Disable = true)]
        public static async Task<int> Burst(int count, ITopicEventSender sender)
        {
            for (var i = 0; i < count; i++)
                await sender.SendAsync(nameof(TickSubscriptions.Tick), new Tick(i));
            return count;
        }
    }

    [SubscriptionType]
    private static class TickSubscriptions
    {
        [Subscribe]
        public static Tick Tick([EventMessage] Tick tick) => tick;
    }
}
