using System.Threading.Channels;
using Guildhall.Domain.Encounters;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Ingestion.CombatLogs;

/// <summary>
/// Reads one log in three stages side by side: reading and analysing, compressing what is kept, and storing both. Bounded queues lie
/// between them, so the slowest sets the pace and memory does not depend on the log.
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

        var analysing = Stage(() => AnalyseAsync(work, analyzer, pool, texts.Writer, writes.Writer, stop.Token), () => texts.Writer.Complete(), stop);
        var compressing = Stage(() => CompressAsync(work, pool, texts.Reader, writes.Writer, stop.Token), null, stop);
        var storing = Stage(() => StoreAsync(writes.Reader, stop.Token), null, stop);
        try
        {
            await Task.WhenAll(analysing, compressing);
            writes.Writer.Complete();
            await storing;
        }
        catch (Exception)
        {
            // What stopped the others is the cause; that they were stopped is not.
            await Task.WhenAll(analysing, compressing, storing).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var stage in (Task[])[analysing, compressing, storing])
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

    private async Task AnalyseAsync(
        ImportWork work,
        CombatLogAnalyzer analyzer,
        BlockPool pool,
        ChannelWriter<TextBlock> texts,
        ChannelWriter<Func<CancellationToken, Task>> writes,
        CancellationToken cancellationToken)
    {
        var progress = new ProgressMeter(clock, work.Length);
        await using var file = work.OpenRead();
        var bytesRead = 0L;
        for (var index = 0; ; index++)
        {
            var block = await pool.RentAsync(cancellationToken);
            if (!block.Fill(file, index))
            {
                pool.Return(block);
                break;
            }

            bytesRead += block.Length;
            analyzer.Append(block.Text);
            await texts.WriteAsync(block, cancellationToken);
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

    private async Task CompressAsync(
        ImportWork work, BlockPool pool, ChannelReader<TextBlock> texts, ChannelWriter<Func<CancellationToken, Task>> writes, CancellationToken cancellationToken)
    {
        var compressor = new BlockCompressor();
        var chunk = new List<CompressedBlock>();
        var bytes = 0;
        await foreach (var block in texts.ReadAllAsync(cancellationToken))
        {
            if (block.Index < work.KnownBlocks)
            {
                compressor.Skip(block);
                pool.Return(block);
                continue;
            }

            var compressed = compressor.Compress(block);
            pool.Return(block);
            chunk.Add(compressed);
            bytes += compressed.Data.Length;
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
}
