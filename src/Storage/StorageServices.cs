using Guildhall.Storage.CombatLogs;
using Guildhall.Storage.Commits;
using Guildhall.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Guildhall.Storage;

/// <summary>Puts storage into an application.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds the database with its reader and committer, and the intake of combat logs. Reads <c>Data:Directory</c>, <c>Database:Readers</c>,
    /// <c>Database:Sqlite:Library</c> and <c>CombatLogs:*</c>; the database is opened and migrated when the host starts.
    /// </summary>
    /// <exception cref="InvalidOperationException">A value of the configuration cannot be used; the message names its key.</exception>
    public static IServiceCollection AddGuildhallStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(ReadStorage(new ConfigurationReader(configuration)));
        services.AddSingleton(ImportOptions.Read(new ConfigurationReader(configuration)));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IdGenerator>();
        services.AddSingleton(provider => Database.Open(
            provider.GetRequiredService<StorageOptions>(), provider.GetService<IStatementObserver>()));
        services.AddSingleton<StorageReader>();
        services.AddScoped<QuerySession>();
        services.AddSingleton<Committer>();
        services.AddSingleton<ImportSignals>();
        services.AddSingleton<CombatLogIntake>();
        services.AddSingleton<CombatLogStore>();
        services.AddSingleton<CombatLogImports>();
        services.AddHostedService<Opening>();
        return services;
    }

    private static StorageOptions ReadStorage(ConfigurationReader reader) => new()
    {
        Directory = reader.Text("Data:Directory", "./data"),
        SqliteLibrary = reader.Choice("Database:Sqlite:Library", SqliteLibraryChoice.Auto),
        Readers = (int)reader.Number("Database:Readers", 4, 1, 64),
    };

    // A database that cannot be opened must stop the host from starting, not the first request from being answered.
    private sealed class Opening(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetRequiredService<Committer>();
            services.GetRequiredService<CombatLogImports>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
