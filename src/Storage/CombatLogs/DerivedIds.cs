using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Guildhall.Storage.CombatLogs;

/// <summary>
/// Ids of what is derived from a log: the first 16 bytes of SHA-256 over a letter for the kind, the parent's id in network order and
/// what tells it among its siblings, marked as version 8. Deriving anew, on any machine, gives the same ids.
/// </summary>
internal static class DerivedIds
{
    /// <summary>Of an encounter: its log and the byte offset of its first line; those that share a line are told apart by their turn.</summary>
    public static Guid Encounter(Guid logId, long offset, int turn)
    {
        Span<byte> place = stackalloc byte[12];
        BinaryPrimitives.WriteInt64BigEndian(place, offset);
        BinaryPrimitives.WriteInt32BigEndian(place[8..], turn);
        return Derive((byte)'E', logId, place);
    }

    /// <summary>Of a segment: its run and its index.</summary>
    public static Guid Segment(Guid runId, int index)
    {
        Span<byte> place = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(place, index);
        return Derive((byte)'S', runId, place);
    }

    /// <summary>Of a character stream: its encounter or segment, and the character.</summary>
    public static Guid Stream(Guid parentId, string guid) => Derive((byte)'C', parentId, Encoding.UTF8.GetBytes(guid));

    private static Guid Derive(byte kind, Guid parentId, ReadOnlySpan<byte> place)
    {
        Span<byte> parent = stackalloc byte[16];
        parentId.TryWriteBytes(parent, bigEndian: true, out _);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData([kind]);
        digest.AppendData(parent);
        digest.AppendData(place);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        digest.GetHashAndReset(hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
