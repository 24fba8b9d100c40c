using Guildhall.Storage.CombatLogs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guildhall.Ingestion.CombatLogs;

/// <summary>Reads accepted logs in the background, a bounded number at once, the oldest first.</summary>
internal sealed class CombatLogImportService(
    CombatLogImports imports, ImportSignals signals, ImportOptions options, CombatLogImporter importer, TimeProvider clock, ILogger<CombatLogImportService> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await imports.RecoverAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Asked for before looking, so that work that comes between looking and waiting is not missed.
            var queued = signals.NextQueued;
            try
            {
                if (await imports.TakeAsync(stoppingToken) is { } work)
                {
                    await RunAsync(work, stoppingToken);
                    continue;
                }

                await imports.SweepDeletedAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is busy or its disk is full: what waits goes on waiting.
                logger.LogError(exception, "Imports cannot be taken on at the moment.");
            }

            await Task.WhenAny(queued, Task.Delay(LookAgain, clock, stoppingToken));
        }
    }

    private async Task RunAsync(ImportWork work, CancellationToken stoppingToken)
    {
        var begun = clock.GetTimestamp();
        try
        {
            await importer.ImportAsync(work, stoppingToken);
            var seconds = clock.GetElapsedTime(begun).TotalSeconds;
            logger.LogInformation("Log {LogId}: {Bytes} bytes read in {Seconds:F1} s.", work.LogId, work.Length, seconds);
        }
        catch (ImportSupersededException)
        {
            logger.LogInformation("Log {LogId}: no longer wanted as it was.", work.LogId);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await imports.PutBackAsync(work);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Log {LogId} cannot be read.", work.LogId);
            await FailAsync(work, exception);
        }
        finally
        {
            imports.Release(work);
        }

        await imports.SweepAsync(work.LogId, stoppingToken);
    }

    private async Task FailAsync(ImportWork work, Exception exception)
    {
        try
        {
            await imports.FailAsync(work, exception.Message, CancellationToken.None);
        }
        catch (ImportSupersededException)
        {
            // Then nobody waits for its end.
        }
    }
}
