using System.Net;
using System.Net.Sockets;
using GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.Tests.Infrastructure;

/// <summary>A real server on a free port of this machine, with the test schema behind it.</summary>
public sealed class GraphQLHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DirectoryInfo _uploads;

    private GraphQLHost(WebApplication application, DirectoryInfo uploads, TestSchema schema)
    {
        Schema = schema;
        _application = application;
        _uploads = uploads;
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.First());
        Endpoint = new Uri(Address, "/graphql");
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public TestSchema Schema { get; }

    public IServiceProvider Services => _application.Services;

    public Uri Address { get; }

    public Uri Endpoint { get; }

    public HttpClient Client { get; }

    /// <summary>Files that uploads have left on disk.</summary>
    public IReadOnlyList<string> FilesOnDisk => [.. _uploads.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name)];

    public static async Task<GraphQLHost> StartAsync(
        Action<GraphQLServerOptions>? configure = null,
        Action<KestrelServerOptions>? configureServer = null,
        RequestExecutorOptions? execution = null,
        Action<HttpContext>? before = null)
    {
        var uploads = Directory.CreateTempSubdirectory("graphql-tests-");
        var schema = new TestSchema();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(options => configureServer?.Invoke(options));
        builder.Services.AddGraphQLServer(_ => schema.Build())
            .ConfigureHttp(options =>
            {
                options.Multipart.Directory = uploads.FullName;
                configure?.Invoke(options);
            })
            .ConfigureExecution(_ => execution ?? new RequestExecutorOptions());
        var application = builder.Build();
        if (before is not null)
        {
            application.Use((context, next) =>
            {
                before(context);
                return next(context);
            });
        }

        application.MapGraphQL();
        await application.StartAsync();
        return new GraphQLHost(application, uploads, schema);
    }

    /// <summary>Stops the server as an operator does; requests under way may end.</summary>
    public Task StopAsync() => _application.StopAsync();

    /// <summary>A connection on which anything can be said.</summary>
    public async Task<NetworkStream> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, Address.Port));
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Waits for what the server does after an answer, or without one.</summary>
    public static async Task EventuallyAsync(Func<bool> condition, string what)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (condition())
                return;
            await Task.Delay(25);
        }

        Assert.Fail($"Waited for five seconds in vain: {what}");
    }

    /// <summary>Waits until a count does not grow any more, and gives it: what has stopped says nothing of that.</summary>
    public static async Task<long> StandstillAsync(Func<long> count)
    {
        var last = -1L;
        for (var still = 0; still < 20; still++)
        {
            await Task.Delay(25);
            if (count() == last)
                continue;
            last = count();
            still = 0;
        }

        return last;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
        _uploads.Delete(recursive: true);
    }
}

/// <summary>One server for all tests of a class that need nothing special.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    public GraphQLHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await GraphQLHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
