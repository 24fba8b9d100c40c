using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GraphQL.Execution;

/// <summary>The SHA-256 of a document's bytes.</summary>
public readonly record struct DocumentHash
{
    // equal in memory to the digest, so that comparing two is two comparisons
    private readonly UInt128 _first;
    private readonly UInt128 _second;

    private DocumentHash(ReadOnlySpan<byte> digest)
    {
        _first = MemoryMarshal.Read<UInt128>(digest);
        _second = MemoryMarshal.Read<UInt128>(digest[16..]);
    }

    /// <summary>Computes it.</summary>
    /// <param name="document">UTF-8.</param>
    public static DocumentHash Of(ReadOnlySpan<byte> document)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, digest);
        return new DocumentHash(digest);
    }

    /// <summary>Reads 64 hexadecimal digits, of either case.</summary>
    /// <returns>False for anything else.</returns>
    public static bool TryParse(ReadOnlySpan<char> digits, out DocumentHash hash)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash = default;
        if (digits.Length != 2 * digest.Length || Convert.FromHexString(digits, digest, out _, out _) != OperationStatus.Done)
            return false;
        hash = new DocumentHash(digest);
        return true;
    }

    /// <summary>64 hexadecimal digits in lower case.</summary>
    public override string ToString()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        MemoryMarshal.Write(digest, _first);
        MemoryMarshal.Write(digest[16..], _second);
        return Convert.ToHexStringLower(digest);
    }
}
