using Guildhall.Api.Endpoints;
using Guildhall.Api.Security;
using Guildhall.Ingestion.CombatLogs;
using Guildhall.Storage;

namespace Guildhall.Api.Composition;

/// <summary>Puts the whole application together; nothing else knows all of its parts.</summary>
internal static class GuildhallApplication
{
    /// <summary>Builds it, ready to run. Nothing is opened or listened to yet.</summary>
    /// <param name="arguments">Configuration from the command line, such as <c>--urls</c>.</param>
    /// <exception cref="ConfigurationException">The configuration cannot be used.</exception>
    public static WebApplication Build(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = arguments,
            // the settings and the pages lie beside the program, wherever it is started from
            ContentRootPath = AppContext.BaseDirectory,
        });
        try
        {
            AddServices(builder);
        }
        catch (InvalidOperationException exception) when (exception.Message.StartsWith("The configuration's ", StringComparison.Ordinal))
        {
            throw new ConfigurationException(exception.Message);
        }

        var application = builder.Build();
        Map(application);
        return application;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        var limits = LimitOptions.Read(new ConfigurationReader(configuration));
        services.AddSingleton(limits);
        builder.WebHost.ConfigureKestrel(limits.Apply);
        builder.Host.ConfigureHostOptions(options => options.ShutdownTimeout = limits.ShutdownTimeout);

        services.AddGuildhallAccess(configuration);
        services.AddGuildhallStorage(configuration);
        services.AddCombatLogIngestion();
        services.AddGuildhallGraphQL(builder.Environment);
        services.AddHealthChecks().AddCheck<StorageHealthCheck>("storage");
    }

    private static void Map(WebApplication application)
    {
        application.UseMiddleware<RequestLog>();
        application.UseWhen(
            static context => !context.Request.Path.StartsWithSegments(HealthEndpoints.Prefix),
            static branch => branch.UseMiddleware<ViewerMiddleware>());
        application.MapGraphQLEndpoint();
        application.MapHealth();
        application.MapLandingPage();
    }
}
