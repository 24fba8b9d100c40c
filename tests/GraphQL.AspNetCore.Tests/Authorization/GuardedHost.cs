using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text.Encodings.Web;
using GraphQL.AspNetCore.PersistedOperations;
using GraphQL.AspNetCore.Tests.Infrastructure;
using GraphQL.AspNetCore.Tests.WebSockets;
using GraphQL.Subscriptions;
using GraphQL.Types;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GraphQL.AspNetCore.Tests.Authorization;

/// <summary>A real server with ASP.NET Core's authentication and authorization, whose callers say their roles.</summary>
public sealed class GuardedHost : IAsyncDisposable
{
    /// <summary>Any other header than those of HTTP's own authentication.</summary>
    public const string KeyHeader = "X-Api-Key";

    private readonly WebApplication _application;

    private GuardedHost(WebApplication application)
    {
        _application = application;
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public ITopicEventSender Topics => _application.Services.GetRequiredService<ITopicEventSender>();

    public ActiveSubscriptions Subscriptions => _application.Services.GetRequiredService<ActiveSubscriptions>();

    public static async Task<GuardedHost> StartAsync(Action<GraphQLServerOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthentication("Roles").AddScheme<AuthenticationSchemeOptions, RolesHandler>("Roles", configureOptions: null);
        builder.Services.AddScoped<IAuthorizationHandler, OwnerHandler>();
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("adult", static policy => policy.RequireClaim("adult"))
            .AddPolicy("owner", static policy => policy.AddRequirements(new OwnerRequirement()));
        builder.Services.AddGraphQLServer(_ => new SchemaBuilder()
                .AddType(typeof(GuardedQueries)).AddType(typeof(GuardedMutations)).AddType(typeof(GuardedSubscriptions)).Build())
            .AddInMemorySubscriptions()
            .ConfigureHttp(options =>
            {
                options.PersistedOperations.Store = new Documents();
                options.WebSockets.Authenticate = static (initialization, _) =>
                {
                    if (initialization.Payload.ValueKind == System.Text.Json.JsonValueKind.Object && initialization.Payload.TryGetProperty("roles", out var roles))
                        initialization.Context.User = Caller(roles.GetString()!);
                    return ValueTask.FromResult(ConnectionDecision.Accept());
                };
                configure?.Invoke(options);
            });
        var application = builder.Build();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapGraphQL();
        await application.StartAsync();
        return new GuardedHost(application);
    }

    /// <summary>A caller of these roles; without any words nobody.</summary>
    public static ClaimsPrincipal Caller(string roles) => new(new ClaimsIdentity(
        roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static word => word == "adult" ? new Claim("adult", "yes") : new Claim(ClaimTypes.Role, word))
            .Append(new Claim(ClaimTypes.Name, roles)),
        "Roles"));

    public Task<Answer> AskAsync(string document, string? roles, string accept = Requests.Json) => Client.AskAsync(
        As(roles, new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(new { query = document }), System.Text.Encoding.UTF8, Requests.Json),
        }),
        accept);

    public Task<Answer> GetAsync(string pathAndQuery, string? roles, string header = "Authorization", string? held = null)
    {
        var request = As(roles, new HttpRequestMessage(HttpMethod.Get, pathAndQuery), header);
        if (held is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", held);
        return Client.AskAsync(request, Requests.Json);
    }

    public static HttpRequestMessage As(string? roles, HttpRequestMessage request, string header = "Authorization")
    {
        if (roles is not null)
            request.Headers.TryAddWithoutValidation(header, $"Roles {roles}");
        return request;
    }

    /// <summary>A socket whose <c>connection_init</c> names roles; null for one that names none.</summary>
    public async Task<TestSocket> OpenSocketAsync(string? roles)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, Address.Port));
        var opened = new TestSocket(new NetworkStream(socket, ownsSocket: true));
        await opened.ShakeHandsAsync(Address.Authority, TestSocket.TransportWs);
        await opened.SendAsync(roles is null ? """{"type":"connection_init"}""" : $$$"""{"type":"connection_init","payload":{"roles":"{{{roles}}}"}}""");
        await opened.ExpectAsync("""{"type":"connection_ack"}""");
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }

    private sealed class RolesHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var said = Request.Headers.Authorization.Append(Request.Headers[KeyHeader].ToString()).FirstOrDefault(static value => !string.IsNullOrEmpty(value));
            return Task.FromResult(said?.Split(' ', 2) is ["Roles", var roles]
                ? AuthenticateResult.Success(new AuthenticationTicket(Caller(roles), Scheme.Name))
                : AuthenticateResult.NoResult());
        }
    }

    private sealed class OwnerRequirement : IAuthorizationRequirement;

    /// <summary>Scoped, as handlers that read from storage are.</summary>
    private sealed class OwnerHandler : AuthorizationHandler<OwnerRequirement, Chest>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnerRequirement requirement, Chest resource)
        {
            if (context.User.IsInRole(resource.Owner))
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }

    private sealed class Documents : IPersistedDocumentStore
    {
        private readonly Dictionary<string, PersistedDocument> _documents = new()
        {
            ["mine"] = new("{ open caller }"),
            ["audit"] = new("{ audit { entry } }"),
        };

        public ValueTask<PersistedDocument?> FindAsync(string id, CancellationToken cancellationToken) =>
            ValueTask.FromResult(_documents.GetValueOrDefault(id));
    }
}
