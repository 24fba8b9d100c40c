using Guildhall.Domain.Access;
using Guildhall.Ingestion.CombatLogs;
using Guildhall.Storage;
using Guildhall.Storage.CombatLogs;
using Guildhall.Storage.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guildhall.Ingestion.Tests;

/// <summary>A host with storage and ingestion, as the application has them.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly IHost _host;

    private Server(IHost host) => _host = host;

    public static Viewer Owner { get; } = new(new Guid(1, 0, 0, new byte[8]), "owner", new HashSet<Role> { Role.Player });

    public CombatLogIntake Intake => _host.Services.GetRequiredService<CombatLogIntake>();

    public CombatLogStore Store => _host.Services.GetRequiredService<CombatLogStore>();

    public CombatLogImports Imports => _host.Services.GetRequiredService<CombatLogImports>();

    public static async Task<Server> StartAsync(string directory, int workers = 2, bool imports = true)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Directory"] = directory,
            ["CombatLogs:Workers"] = workers.ToString(),
        });
        builder.Logging.ClearProviders();
        builder.Services.AddGuildhallStorage(builder.Configuration);
        if (imports)
            builder.Services.AddCombatLogIngestion();

        var host = builder.Build();
        await host.StartAsync();
        return new Server(host);
    }

    public Task<T> ReadAsync<T>(Func<GuildhallContext, T> read) => _host.Services.GetRequiredService<StorageReader>().ReadAsync(read);

    public Task<CombatLog> LogAsync(Guid id) => ReadAsync(context => context.CombatLogs(Owner).Single(log => log.Id == id));

    /// <summary>Brings a log in, without waiting for its end.</summary>
    public async Task<Guid> BringAsync(byte[] content, string fileName = "WoWCombatLog-021626_200000.txt")
    {
        using var stream = new MemoryStream(content);
        var result = await Intake.ImportStreamAsync(Owner, stream, fileName, new ImportSettings());
        Assert.Null(result.Error);
        return Assert.Single(result.LogIds);
    }

    /// <summary>Brings a log in and waits for its end.</summary>
    public async Task<CombatLog> ImportAsync(byte[] content, string fileName = "WoWCombatLog-021626_200000.txt")
    {
        var id = await BringAsync(content, fileName);
        Assert.True(await Store.WaitAsync([id], TimeSpan.FromMinutes(2)));
        return await LogAsync(id);
    }

    /// <summary>Everything seen of a log, in a form that two servers can be compared by.</summary>
    public Task<string[]> DerivedAsync(Guid logId) => ReadAsync<string[]>(context =>
    [
        .. context.Encounters(Owner).Where(row => row.LogId == logId).AsEnumerable()
            .Select(row => $"encounter {row.Kind} {row.Name} {row.StartedAt:O} {row.DurationMs} {row.State} {row.EventCount} {row.FirstLine}-{row.LastLine}").Order(),
        .. context.CharacterStreams(Owner).Where(row => row.LogId == logId).AsEnumerable()
            .Select(row => $"stream {row.Guid} {row.TotalDamageDone} {row.TotalHealingDone} {row.Dps:R} {row.EventCount} {row.DeathCount}").Order(),
        .. context.Deaths(Owner).Where(row => row.LogId == logId).AsEnumerable()
            .Select(row => $"death {row.Line} {row.At:O} {row.Cause} {row.SourceName}").Order(),
    ]);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
