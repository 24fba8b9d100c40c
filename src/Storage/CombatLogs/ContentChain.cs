using System.Security.Cryptography;

namespace Guildhall.Storage.CombatLogs;

/// <summary>
/// What a content is recognised by: h(i) = SHA-256(h(i-1) ‖ block i) over blocks of 1 MiB, the last of which may be shorter, with 32
/// zero bytes before the first. A longer content continues a shorter one exactly when its chain passes through the shorter one's head.
/// </summary>
/// <param name="Length">Of the content, in bytes.</param>
/// <param name="Hashes">32 bytes for each whole block.</param>
/// <param name="Head">The last hash, of a partial block if the content ends in one.</param>
/// <param name="HeadsAt">What the head was when the content had the lengths that were asked for.</param>
internal sealed record ContentChain(long Length, byte[] Hashes, byte[] Head, IReadOnlyDictionary<long, byte[]> HeadsAt)
{
    public const int BlockSize = 1 << 20;
    public const int HashSize = SHA256.HashSizeInBytes;

    private static readonly byte[] Root = new byte[HashSize];

    public string HeadText => Convert.ToHexStringLower(Head);

    /// <summary>The hash after a number of whole blocks.</summary>
    public ReadOnlySpan<byte> After(int blocks) => After(Hashes, blocks);

    /// <summary>The hash after a number of whole blocks of a stored chain.</summary>
    public static ReadOnlySpan<byte> After(byte[] hashes, int blocks) => blocks == 0 ? Root : hashes.AsSpan((blocks - 1) * HashSize, HashSize);

    /// <summary>The head of a content that ends with these bytes after what the hash stands for.</summary>
    public static byte[] Extend(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> tail)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(hash);
        digest.AppendData(tail);
        return digest.GetHashAndReset();
    }
}

/// <summary>Computes a chain from content that passes by once.</summary>
internal sealed class ContentChainBuilder : IDisposable
{
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _hashes = new();
    private readonly Queue<long> _checkpoints;
    private readonly Dictionary<long, byte[]> _headsAt = [];
    private readonly byte[] _hash = new byte[ContentChain.HashSize];
    private long _length;

    /// <param name="checkpoints">Lengths at which the head is remembered: those of contents that this one may continue.</param>
    public ContentChainBuilder(IEnumerable<long> checkpoints)
    {
        _checkpoints = new Queue<long>(checkpoints.Where(length => length > 0).Distinct().Order());
        _digest.AppendData(_hash);
    }

    public long Length => _length;

    public void Append(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            var room = ContentChain.BlockSize - (int)(_length % ContentChain.BlockSize);
            if (_checkpoints.TryPeek(out var checkpoint))
                room = (int)Math.Min(room, checkpoint - _length);

            var part = content[..Math.Min(room, content.Length)];
            _digest.AppendData(part);
            _length += part.Length;
            content = content[part.Length..];

            if (_length % ContentChain.BlockSize == 0)
                CloseBlock();

            if (_checkpoints.TryPeek(out checkpoint) && checkpoint == _length)
                _headsAt[_checkpoints.Dequeue()] = Head();
        }
    }

    public ContentChain Complete() => new(_length, _hashes.ToArray(), Head(), _headsAt);

    public void Dispose()
    {
        _digest.Dispose();
        _hashes.Dispose();
    }

    private void CloseBlock()
    {
        _digest.GetHashAndReset(_hash);
        _hashes.Write(_hash);
        _digest.AppendData(_hash);
    }

    private byte[] Head() => _length % ContentChain.BlockSize == 0 ? [.. _hash] : _digest.GetCurrentHash();
}
