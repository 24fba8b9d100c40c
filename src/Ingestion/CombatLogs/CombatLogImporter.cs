using System.Threading.Channels;
using Guildhall.Domain.Encounters;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Ingestion.CombatLogs;

/// <summary>
/// Reads one log in three stages side by side: unpacking its text, analysing it, and storing what is found together with the packed text.
/// Bounded queues lie between them, so the slowest sets the pace and memory does not depend on the log.
/// </summary>
internal sealed class CombatLogImporter(CombatLogImports imports, TimeProvider clock)
{
    /// <summary>Buffers of raw text in use at once.</summary>
    internal const int Buffers = 6;

    // A chunk is written in one transaction; at these sizes that takes well under 50 ms.
    private const int ChunkBlocks = 8;
    private const int ChunkBytes = 1 << 20;
    private const int WaitingWrites = 4;

    private static readonly string ParserVersion = typeof(CombatLogAnalyzer).Assembly.GetName().Version!.ToString(3);

    /// <summary>Imports a log, from taking it on to making it visible.</summary>
    /// <exception cref="ImportSupersededException">The import is no longer wanted.</exception>
    /// <exception cref="IOException">The text cannot be read.</exception>
    /// <exception cref="InvalidDataException">The text is damaged.</exception>
    public async Task ImportAsync(ImportWork work, CancellationToken cancellationToken)
    {
        using var pool = new BlockPool(Buffers);
        await ImportAsync(work, pool, cancellationToken);
    }

    internal async Task ImportAsync(ImportWork work, BlockPool pool, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var texts = Channel.CreateBounded<TextBlock>(new BoundedChannelOptions(Buffers) { SingleReader = true, SingleWriter = true });
        var writes = Channel.CreateBounded<Func<CancellationToken, Task>>(new BoundedChannelOptions(WaitingWrites) { SingleReader = true });
        var analyzer = new CombatLogAnalyzer(Options(work));

        var unpacking = Stage(() => UnpackAsync(work, pool, texts.Writer, writes.Writer, stop.Token), () => texts.Writer.Complete(), stop);
        var analysing = Stage(() => AnalyseAsync(work, analyzer, pool, texts.Reader, writes.Writer, stop.Token), null, stop);
        var storing = Stage(() => StoreAsync(writes.Reader, stop.Token), null, stop);
        try
        {
            await Task.WhenAll(unpacking, analysing);
            writes.Writer.Complete();
            await storing;
        }
        catch (Exception)
        {
            // What stopped the others is the cause; that they were stopped is not.
            await Task.WhenAll(unpacking, analysing, storing).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var stage in (Task[])[unpacking, analysing, storing])
            {
                if (stage.IsFaulted)
                    await stage;
            }

            throw;
        }

        await imports.CompleteAsync(work, new ImportFindings(analyzer.Facts, analyzer.Problems, analyzer.UnknownEvents, ParserVersion), cancellationToken);
    }

    /// <summary>Runs a stage on a thread of its own; when it fails, the others stop.</summary>
    private static Task Stage(Func<Task> run, Action? ended, CancellationTokenSource stop) => Task.Run(async () =>
    {
        try
        {
            await run();
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
        finally
        {
            ended?.Invoke();
        }
    });

    private static async Task StoreAsync(ChannelReader<Func<CancellationToken, Task>> writes, CancellationToken cancellationToken)
    {
        await foreach (var write in writes.ReadAllAsync(cancellationToken))
            await write(cancellationToken);
    }

    private CombatLogOptions Options(ImportWork work) => new()
    {
        ReferenceDate = work.ReferenceDate,
        UtcOffsetMinutes = work.UtcOffsetMinutes
            ?? (int)clock.LocalTimeZone.GetUtcOffset(work.ReferenceDate.ToDateTime(TimeOnly.MinValue)).TotalMinutes,
    };

    private async Task UnpackAsync(
        ImportWork work, BlockPool pool, ChannelWriter<TextBlock> texts, ChannelWriter<Func<CancellationToken, Task>> writes, CancellationToken cancellationToken)
    {
        using var text = work.OpenText();
        var chunk = new List<CompressedBlock>();
        var bytes = 0;
        while (true)
        {
            var block = await pool.RentAsync(cancellationToken);
            if (block.Fill(text) is not { } packed)
                break;

            await texts.WriteAsync(block, cancellationToken);
            if (packed.Index < work.KnownBlocks)
                continue;

            chunk.Add(packed);
            bytes += packed.Data.Length;
            if (chunk.Count >= ChunkBlocks || bytes >= ChunkBytes)
                await FlushAsync();
        }

        if (chunk.Count > 0)
            await FlushAsync();

        async Task FlushAsync()
        {
            var blocks = chunk;
            (chunk, bytes) = ([], 0);
            await writes.WriteAsync(token => imports.StoreBlocksAsync(work, blocks, token), cancellationToken);
        }
    }

    private async Task AnalyseAsync(
        ImportWork work,
        CombatLogAnalyzer analyzer,
        BlockPool pool,
        ChannelReader<TextBlock> texts,
        ChannelWriter<Func<CancellationToken, Task>> writes,
        CancellationToken cancellationToken)
    {
        var progress = new ProgressMeter(clock, work.Length);
        var bytesRead = 0L;
        await foreach (var block in texts.ReadAllAsync(cancellationToken))
        {
            bytesRead += block.Text.Length;
            analyzer.Append(block.Text);
            pool.Return(block);
            await StoreFinishedAsync();
            if (progress.Next(bytesRead, analyzer.Facts) is { } report)
                await writes.WriteAsync(token => imports.ReportAsync(work, report, token), cancellationToken);
        }

        analyzer.Complete();
        await StoreFinishedAsync();

        async Task StoreFinishedAsync()
        {
            foreach (var encounter in analyzer.TakeFinished())
                await writes.WriteAsync(token => imports.StoreEncounterAsync(work, encounter, token), cancellationToken);
        }
    }
}
