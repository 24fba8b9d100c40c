using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>A real server on a free port of this machine, whose clock the test moves.</summary>
public sealed class SocketHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SocketHost(WebApplication application, SocketSchema schema, ManualClock clock, ErrorLog log)
    {
        _application = application;
        Schema = schema;
        Clock = clock;
        Errors = log.Entries;
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public SocketSchema Schema { get; }

    public ManualClock Clock { get; }

    public Uri Address { get; }

    /// <summary>What the server has logged as a warning or worse.</summary>
    public IReadOnlyCollection<string> Errors { get; }

    public GraphQLConnections Connections => _application.Services.GetRequiredService<GraphQLConnections>();

    public static async Task<SocketHost> StartAsync(
        Action<GraphQLServerOptions>? configure = null,
        HttpProtocols protocols = HttpProtocols.Http1,
        TimeProvider? clock = null)
    {
        var schema = new SocketSchema();
        var manual = new ManualClock();
        var log = new ErrorLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(options => options.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols));
        builder.Services.AddSingleton(clock ?? manual);
        builder.Services.AddScoped<Caller>();
        builder.Services.AddGraphQLServer(_ => schema.Build()).ConfigureHttp(options => configure?.Invoke(options));
        var application = builder.Build();
        application.MapGraphQL();
        await application.StartAsync();
        return new SocketHost(application, schema, manual, log);
    }

    /// <summary>A socket that nothing was said on.</summary>
    public async Task<TestSocket> OpenAsync(string? subprotocol = TestSocket.TransportWs, params (string Name, string Value)[] headers)
    {
        var socket = await ConnectAsync();
        await socket.ShakeHandsAsync(Address.Authority, subprotocol, headers);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, socket.Status);
        return socket;
    }

    /// <summary>A socket whose connection is acknowledged.</summary>
    public async Task<TestSocket> InitialiseAsync(string subprotocol = TestSocket.TransportWs)
    {
        var socket = await OpenAsync(subprotocol);
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ExpectAsync("""{"type":"connection_ack"}""");
        if (subprotocol == TestSocket.Legacy)
            await socket.ExpectAsync("""{"type":"ka"}""");
        return socket;
    }

    /// <summary>A connection on which anything can be said.</summary>
    public async Task<TestSocket> ConnectAsync(int? receiveBuffer = null)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer is { } size)
            socket.ReceiveBufferSize = size;
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, Address.Port));
        return new TestSocket(new NetworkStream(socket, ownsSocket: true));
    }

    public Task StopAsync() => _application.StopAsync();

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Entries { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Entries.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
            // there is nothing to let go of
        }
    }
}
