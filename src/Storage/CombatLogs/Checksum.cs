using System.Buffers.Binary;
using System.Numerics;

namespace Guildhall.Storage.CombatLogs;

/// <summary>CRC-32C (RFC 3720, appendix B.4): tells bytes that a disk has changed, not those that somebody has.</summary>
internal static class Checksum
{
    /// <summary>The checksum of the bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));

        foreach (var single in bytes)
            checksum = BitOperations.Crc32C(checksum, single);

        return ~checksum;
    }
}
