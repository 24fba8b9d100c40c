using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Ingestion.CombatLogs;

/// <summary>Puts the reading of combat logs into an application.</summary>
public static class CombatLogIngestionServices
{
    /// <summary>Adds the background service that reads accepted logs. Needs the storage's services.</summary>
    public static IServiceCollection AddCombatLogIngestion(this IServiceCollection services)
    {
        services.AddSingleton<CombatLogImporter>();
        services.AddHostedService<CombatLogImportService>();
        return services;
    }
}
