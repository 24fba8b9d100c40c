using GraphQL;
using GraphQL.AspNetCore;
using GraphQL.Execution;
using Guildhall.Api.Security;
using Guildhall.Domain.Access;
using Guildhall.Schema;
using Guildhall.Storage;

namespace Guildhall.Api.Composition;

/// <summary>The GraphQL server: its schema, its bounds, its address.</summary>
internal static class GraphQLServices
{
    private const string Path = "/graphql";

    /// <summary>What a newcomer finds in the explorer: a question that any log answers.</summary>
    private const string FirstDocument = """
        # What was fought, newest first, and who did how much in it.
        # Bring a log first; the README tells how.
        query Night {
          encounters(first: 5) {
            totalCount
            nodes {
              name
              kind
              state
              durationMs
              characters(order: [{ dps: DESC }]) {
                name
                spec
                dps
                hps
                deathCount
              }
            }
          }
        }
        """;

    public static void AddGuildhallGraphQL(this IServiceCollection services, IWebHostEnvironment environment)
    {
        services.AddGuildhallSchema();
        if (environment.IsDevelopment())
            services.AddSingleton<IStatementObserver, PlanStatements>();
        services.AddGraphQLServer(GuildhallSchema.Build)
            .ConfigureExecution(static provider =>
            {
                var logger = provider.GetRequiredService<ILogger<RequestExecutor>>();
                return new RequestExecutorOptions
                {
                    ExecutionTimeout = provider.GetRequiredService<LimitOptions>().RequestTimeout,
                    IncludeExceptionDetail = false,
                    OnUnexpectedException = error => logger.LogError(error.Exception, "A resolver failed at {Path}", string.Join('/', error.Path ?? [])),
                };
            });
        services.AddOptions<GraphQLServerOptions>().Configure<LimitOptions, StorageOptions, ApiKeyRing>((options, limits, storage, keys) =>
        {
            options.Admit = Admit;
            if (environment.IsDevelopment())
                options.AllowPlan = static context => context.RequestServices.GetRequiredService<Viewer>().Is(Role.Admin);
            options.MaxRequestBytes = limits.MaxRequestBytes;
            options.PrepareOperation = ConnectionAccess.Prepare;
            options.SingleConnection.Caller = static context => context.RequestServices.GetRequiredService<Viewer>().UserId;
            options.WebSockets.Authenticate = (initialization, _) => ValueTask.FromResult(ConnectionAccess.Decide(initialization, keys));
            options.WebSockets.MaxMessageBytes = limits.MaxRequestBytes;
            options.WebSockets.MaxConnections = limits.MaxConnections;
            // beside the data, so that an import takes an upload over by renaming it
            options.Multipart.Directory = System.IO.Path.Combine(storage.Directory, "uploads");
            options.Multipart.MaxFileBytes = limits.MaxUploadBytes;
            options.Multipart.MaxBodyBytes = limits.MaxUploadBytes + (16L << 20);
            options.Ide.Title = "Guildhall";
            options.Ide.Directory = System.IO.Path.Combine(environment.ContentRootPath, "wwwroot", "ide");
            options.Ide.InitialDocument = FirstDocument;
            options.Ide.InstallCommand = "dotnet build src/Api -t:Ide";
        });
    }

    public static void MapGraphQLEndpoint(this WebApplication application) => application.MapGraphQL(Path);

    private static RequestDenial? Admit(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<Viewer>().IsKnown || context.RequestServices.GetRequiredService<ApiKeyRing>() is { IsEmpty: false, AllowsStrangers: true })
            return null;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return new RequestDenial(StatusCodes.Status401Unauthorized, new GraphQLError(AccessErrors.KeyMissing) { Code = AccessErrors.Unauthenticated });
    }
}
