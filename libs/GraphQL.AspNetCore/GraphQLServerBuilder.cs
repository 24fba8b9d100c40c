using System.Diagnostics.Metrics;
using GraphQL.AspNetCore.Authorization;
using GraphQL.AspNetCore.Compression;
using GraphQL.AspNetCore.Diagnostics;
using GraphQL.AspNetCore.Http;
using GraphQL.AspNetCore.Ide;
using GraphQL.AspNetCore.Multipart;
using GraphQL.AspNetCore.PersistedOperations;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.AspNetCore.Sdl;
using GraphQL.AspNetCore.Sse;
using GraphQL.AspNetCore.Streaming;
using GraphQL.AspNetCore.Subscriptions;
using GraphQL.AspNetCore.WebSockets;
using GraphQL.Execution;
using GraphQL.Subscriptions;
using GraphQL.Types;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GraphQL.AspNetCore;

/// <summary>Sets up what <see cref="GraphQLServerServiceCollectionExtensions.AddGraphQLServer"/> began.</summary>
public sealed class GraphQLServerBuilder
{
    internal GraphQLServerBuilder(IServiceCollection services) => Services = services;

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Sets bounds and habits of execution; the last one set holds.</summary>
    /// <param name="options">Makes them from the application's root services; called once.</param>
    public GraphQLServerBuilder ConfigureExecution(Func<IServiceProvider, RequestExecutorOptions> options)
    {
        Services.AddSingleton(options);
        return this;
    }

    /// <summary>
    /// Lets subscriptions take the messages of topics that are sent in this process, through <see cref="ITopicEventSender"/>.
    /// </summary>
    /// <param name="options">Null: the defaults.</param>
    public GraphQLServerBuilder AddInMemorySubscriptions(SubscriptionOptions? options = null) =>
        AddSubscriptions(static _ => new InMemoryTopicBroker(), options);

    /// <summary>Lets subscriptions take the messages of topics that a broker carries.</summary>
    /// <param name="broker">Makes the broker from the application's root services; called once.</param>
    /// <param name="options">Null: the defaults.</param>
    public GraphQLServerBuilder AddSubscriptions(Func<IServiceProvider, ITopicBroker> broker, SubscriptionOptions? options = null)
    {
        if (options is not null)
            Services.AddSingleton(options);
        Services.AddSingleton(broker);
        Services.AddSingleton(static provider => new TopicHub(provider.GetRequiredService<ITopicBroker>(), provider.GetRequiredService<SubscriptionOptions>()));
        Services.AddSingleton<ITopicEventSender>(static provider => provider.GetRequiredService<TopicHub>());
        Services.AddSingleton<ITopicEventReceiver>(static provider => provider.GetRequiredService<TopicHub>());
        return this;
    }

    /// <summary>Sets what the HTTP endpoint offers and where it stops.</summary>
    public GraphQLServerBuilder ConfigureHttp(Action<GraphQLServerOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }
}

/// <summary>Registers a GraphQL server.</summary>
public static class GraphQLServerServiceCollectionExtensions
{
    /// <summary>Adds a server for one schema, to be mapped by <see cref="GraphQLEndpointRouteBuilderExtensions.MapGraphQL"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="schema">Builds the schema; called once, from the application's root services.</param>
    public static GraphQLServerBuilder AddGraphQLServer(this IServiceCollection services, Func<IServiceProvider, Schema> schema)
    {
        services.AddOptions();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(schema);
        services.AddSingleton(provider =>
        {
            var options = provider.GetService<RequestExecutorOptions>() ?? new RequestExecutorOptions();
            options = options with
            {
                Subscriptions = options.Subscriptions ?? provider.GetRequiredService<ActiveSubscriptions>(),
                MeterFactory = options.MeterFactory ?? provider.GetRequiredService<IMeterFactory>(),
            };
            if (options.Policies is null && provider.GetService<IAuthorizationPolicyProvider>() is { } policies)
                options = options with { Policies = new HostPolicies(policies) };
            return new RequestExecutors(provider.GetRequiredService<Schema>(), options);
        });
        services.TryAddSingleton(new SubscriptionOptions());
        services.AddSingleton(static provider =>
        {
            var scopes = provider.GetRequiredService<IServiceScopeFactory>();
            return new ActiveSubscriptions(provider.GetRequiredService<SubscriptionOptions>(), () =>
            {
                var scope = scopes.CreateAsyncScope();
                return new ServiceLease(scope.ServiceProvider, scope);
            });
        });
        services.AddHostedService<SubscriptionDrain>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<GraphQLServerOptions>>().Value;
            options.Validate();
            return options;
        });
        services.AddSingleton(provider => new UploadDirectory(
            provider.GetRequiredService<GraphQLServerOptions>().Multipart.Directory, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new IdeEndpoint(provider.GetRequiredService<GraphQLServerOptions>().Ide));
        services.AddSingleton<DocumentResolver>();
        services.AddSingleton<ConcurrencyGate>();
        services.AddSingleton<RequestPipeline>();
        services.AddSingleton(provider => new JsonRequestParser(provider.GetRequiredService<GraphQLServerOptions>().MaxJsonDepth));
        services.AddSingleton(provider => new ResponseCompression(provider.GetRequiredService<GraphQLServerOptions>().Compression));
        services.AddSingleton(provider => new CachePolicy(
            provider.GetRequiredService<GraphQLServerOptions>().PersistedOperations, provider.GetRequiredService<RequestExecutors>()));
        services.AddSingleton<RequestReader>();
        services.AddSingleton<ResponseWriter>();
        services.AddSingleton<StreamResponder>();
        services.AddSingleton<SingleConnectionEndpoint>();
        services.AddSingleton<SdlEndpoint>();
        services.AddSingleton<StreamCounters>();
        services.AddSingleton<ServerInstruments>();
        services.AddSingleton<SocketCounters>();
        services.AddSingleton<SocketRegistry>();
        services.AddSingleton<SocketServices>();
        services.AddSingleton<SocketEndpoint>();
        services.AddSingleton(static provider => new GraphQLConnections(provider.GetRequiredService<SocketRegistry>()));
        services.AddSingleton<GraphQLEndpoint>();
        return new GraphQLServerBuilder(services);
    }
}

/// <summary>Maps a GraphQL server to an address.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves GraphQL over HTTP and WebSocket at <paramref name="path"/>, the schema at <c>?sdl</c> there, and a page to explore it with for
    /// browsers. The schema is built here, so that a faulty one stops the application before it listens.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">Where, such as <c>/graphql</c>.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<GraphQLEndpoint>();
        // two routes that no address matches both, for matching the one without parameters costs nothing then
        var group = endpoints.MapGroup(path.TrimEnd('/'));
        group.Map("", endpoint.HandleAsync);
        group.Map($"{{{GraphQLEndpoint.FirstOfPath}}}/{{**{GraphQLEndpoint.RestOfPath}}}", endpoint.HandleBelowAsync);
        return group.WithDisplayName("GraphQL");
    }
}
