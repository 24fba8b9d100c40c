using Guildhall.Domain.Encounters;
using Guildhall.Ingestion.CombatLogs;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Ingestion.Tests;

public sealed class MemoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_import_uses_a_fixed_number_of_buffers_however_long_the_log()
    {
        await using var server = await Server.StartAsync(_folder.Path, imports: false);
        var id = await BringAsync(server, new LineOfBytes(64 << 20));
        var work = (await server.Imports.TakeAsync())!;
        using var pool = new BlockPool(CombatLogImporter.Buffers);
        await new CombatLogImporter(server.Imports, TimeProvider.System).ImportAsync(work, pool, CancellationToken.None);
        server.Imports.Release(work);

        Assert.InRange(pool.Created, 1, CombatLogImporter.Buffers);
        Assert.Equal(ImportState.Completed, (await server.LogAsync(id)).State);
    }

    [Fact]
    public async Task A_gigabyte_without_a_newline_is_one_skipped_line()
    {
        await using var server = await Server.StartAsync(_folder.Path);
        var before = GC.GetTotalAllocatedBytes();
        var id = await BringAsync(server, new LineOfBytes(1L << 30));
        Assert.True(await server.Store.WaitAsync([id], TimeSpan.FromMinutes(5)));

        var log = await server.LogAsync(id);
        Assert.Equal((ImportState.Completed, 1L << 30, 2L, 1L), (log.State, log.BytesRead, log.LinesRead, log.LinesSkipped));
        Assert.Equal(RawLineBytes, (await server.Store.RawLineAsync(Server.Owner, id, 2))!.Length);

        // Neither the line nor the file was ever held: all that was allocated, freed or not, is less than either.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 512L << 20);
    }

    public void Dispose() => _folder.Dispose();

    private const int RawLineBytes = 1 << 16;

    private static async Task<Guid> BringAsync(Server server, Stream content)
    {
        var result = await server.Intake.ImportStreamAsync(Server.Owner, content, "log.txt", new ImportSettings());
        Assert.Null(result.Error);
        return result.LogIds[0];
    }

    /// <summary>A header, then one line without an end; made as it is read.</summary>
    private sealed class LineOfBytes(long length) : Stream
    {
        private static readonly byte[] Beginning = "2/16/2026 20:00:00.0001  COMBAT_LOG_VERSION,22,ADVANCED_LOG_ENABLED,1,BUILD_VERSION,12.0.5,PROJECT_ID,1\n2/16/2026 20:00:00.0001  SPELL_DAMAGE,"u8.ToArray();

        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - _position);
            buffer[..count].Fill((byte)'7');
            if (_position < Beginning.Length)
                Beginning.AsSpan((int)_position, (int)Math.Min(count, Beginning.Length - _position)).CopyTo(buffer);

            _position += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
