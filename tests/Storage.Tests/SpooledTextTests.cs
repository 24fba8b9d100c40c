using System.Buffers;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Storage.Tests;

public sealed class SpooledTextTests : IDisposable
{
    private const int MiB = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("text");

    [Theory]
    [InlineData(1)]
    [InlineData(MiB)]
    [InlineData(MiB + 1)]
    [InlineData((9 * MiB) - 7)]
    public void A_text_is_read_as_it_was_written(int length)
    {
        var text = Write(length);
        using var spooled = SpooledText.Open(File);
        var buffer = new byte[SpooledText.BlockSize];
        var read = new List<byte>();
        var blocks = 0;
        while (spooled.Next(buffer) is { } block)
        {
            Assert.Equal((blocks++, 1 + read.Count(character => character == '\n')), (block.Index, block.FirstLine));
            read.AddRange(buffer.AsSpan(0, block.Length));
        }

        Assert.Equal(text, read);
        Assert.Equal(text[((blocks - 1) * MiB)..], spooled.Block(blocks - 1));
        Assert.Null(spooled.Block(blocks));
    }

    [Fact]
    public void A_file_that_is_torn_anywhere_is_recognised_when_it_is_opened()
    {
        Write(3 * MiB);
        var whole = System.IO.File.ReadAllBytes(File);
        foreach (var length in (int[])[0, 1, 15, 16, whole.Length / 2, .. Enumerable.Range(1, 60).Select(missing => whole.Length - missing)])
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Assert.Contains("torn", Assert.Throws<InvalidDataException>(() => SpooledText.Open(File)).Message);
        }
    }

    [Fact]
    public void A_changed_byte_is_recognised_wherever_it_is()
    {
        Write(2 * MiB);
        var whole = System.IO.File.ReadAllBytes(File);
        var step = Math.Max(1, whole.Length / 500);
        foreach (var at in Enumerable.Range(0, whole.Length).Where(at => at % step == 0 || at > whole.Length - 45))
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            System.IO.File.WriteAllBytes(File, changed);
            Assert.Throws<InvalidDataException>(() =>
            {
                using var spooled = SpooledText.Open(File);
                var buffer = new byte[SpooledText.BlockSize];
                while (spooled.Next(buffer) is not null)
                {
                }
            });
        }
    }

    [Fact]
    public void A_damaged_block_is_named_and_those_before_it_are_read()
    {
        Write(3 * MiB);
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[bytes.Length / 2] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        using var spooled = SpooledText.Open(File);
        var buffer = new byte[SpooledText.BlockSize];
        Assert.Equal(0, spooled.Next(buffer)!.Index);
        Assert.Equal("Block 1 of the spooled text is damaged.", Assert.Throws<InvalidDataException>(() => spooled.Next(buffer)).Message);
    }

    // RFC 3720, appendix B.4, and the check value that every catalogue of CRCs gives.
    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xE3069283u)]
    public void The_checksum_is_the_standard_one(string text, uint expected) =>
        Assert.Equal(expected, Checksum.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    public void Dispose() => _folder.Dispose();

    // Blocks of random letters, so that all are about equally long when packed.
    private byte[] Write(int length)
    {
        var text = new byte[length];
        var random = new Random(5);
        for (var index = 0; index < length; index++)
            text[index] = random.Next(100) == 0 ? (byte)'\n' : (byte)random.Next('a', 'q');

        using var writer = new SpoolWriter(File);
        foreach (var block in text.Chunk(SpooledText.BlockSize))
        {
            var buffer = ArrayPool<byte>.Shared.Rent(block.Length);
            block.CopyTo(buffer, 0);
            writer.Add(buffer, block.Length);
        }

        writer.Complete();
        return text;
    }
}
