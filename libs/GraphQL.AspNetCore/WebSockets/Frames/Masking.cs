using System.Numerics;
using System.Runtime.InteropServices;

namespace GraphQL.AspNetCore.WebSockets.Frames;

/// <summary>Takes off what clients mask their payloads with; RFC 6455, section 5.3.</summary>
internal static class Masking
{
    /// <summary>Unmasks a part of a payload in place.</summary>
    /// <param name="bytes">The part.</param>
    /// <param name="mask">The frame's mask.</param>
    /// <param name="position">Where in the payload the part begins.</param>
    public static void Unmask(Span<byte> bytes, uint mask, long position)
    {
        // the first byte in memory is the lowest of the word on the machines .NET runs on
        mask = BitOperations.RotateRight(mask, (int)(position & 3) * 8);
        var wide = Vector<byte>.Count;
        if (bytes.Length >= wide)
        {
            var pattern = Vector.AsVectorByte(new Vector<uint>(mask));
            var blocks = MemoryMarshal.Cast<byte, Vector<byte>>(bytes);
            for (var i = 0; i < blocks.Length; i++)
                blocks[i] ^= pattern;
            bytes = bytes[(blocks.Length * wide)..];
        }

        for (var i = 0; i < bytes.Length; i++)
            bytes[i] ^= (byte)(mask >> ((i & 3) * 8));
    }
}
