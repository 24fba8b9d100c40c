using System.Text.Json;
using GraphQL.AspNetCore.Tests.Infrastructure;
using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.Tests.Hostile;

/// <summary>A real server whose schema has something for every attack to get hold of, with the default limits.</summary>
public sealed class HostileHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private HostileHost(WebApplication application)
    {
        _application = application;
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.First());
        Client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>What holds <c>wait</c> back, and counts who waits there.</summary>
    public Door Door => _application.Services.GetRequiredService<Door>();

    public static async Task<HostileHost> StartAsync(Action<GraphQLServerOptions>? configure = null, RequestExecutorOptions? execution = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Door>();
        builder.Services.AddGraphQLServer(static _ => new SchemaBuilder().AddType(typeof(Queries)).AddType(typeof(Subscriptions))
                .InferServices(static type => type == typeof(Door)).Build())
            .ConfigureHttp(options => configure?.Invoke(options))
            .ConfigureExecution(_ => execution ?? new RequestExecutorOptions());
        var application = builder.Build();
        application.MapGraphQL();
        await application.StartAsync();
        return new HostileHost(application);
    }

    public Task<Answer> AskAsync(string document, object? variables = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new { query = document, variables })),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", Requests.Json);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return Client.AskAsync(request, Requests.GraphQLResponse);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }

    [QueryType]
    public static class Queries
    {
        public static Thing GetThing() => new(1);

        [ListSize(SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
        public static IEnumerable<Thing> GetThings(int? first) => Enumerable.Range(0, Math.Min(first ?? 3, 1000)).Select(static i => new Thing(i));

        public static string? Echo(string? text) => text;

        public static string Numbers(int? i, long? l, double? f, decimal? d) => $"{i} {l} {f} {d}";

        public static bool Take(Tree? tree, JsonElement? any) => tree is not null || any is not null;

        [UsePaging]
        [UseFiltering]
        [UseSorting]
        public static IQueryable<Thing> GetPages() => Enumerable.Range(0, 1000).Select(static i => new Thing(i)).AsQueryable();

        public static string Fail() => throw new InvalidOperationException(TestSchema.Secret);

        public static async Task<string> WaitAsync([Service] Door door, CancellationToken cancellationToken)
        {
            await door.PassAsync(cancellationToken);
            return "through";
        }
    }

    [SubscriptionType]
    public static class Subscriptions
    {
        public static async IAsyncEnumerable<int> Never([Service] Door door)
        {
            await door.PassAsync(CancellationToken.None);
            yield return 1;
        }
    }

    public sealed record Thing(int Id)
    {
        public string Name => $"{Id}";

        public Thing Self() => this;

        public IEnumerable<Thing> Others() => [new(Id + 1), new(Id + 2)];

        public string? Broken() => throw new InvalidOperationException(TestSchema.Secret);
    }

    public sealed record Tree(string? Name, Tree? Left, IReadOnlyList<Tree>? Branches);
}

/// <summary>Keeps callers waiting until it is opened.</summary>
public sealed class Door
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    public void Open() => _open.TrySetResult();

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _open.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
