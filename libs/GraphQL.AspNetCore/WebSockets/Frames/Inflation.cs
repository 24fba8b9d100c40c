using System.IO.Compression;

namespace GraphQL.AspNetCore.WebSockets.Frames;

/// <summary>
/// Decompresses messages; RFC 7692, section 7.2.2. No message depends on an earlier one (<c>client_no_context_takeover</c>), so
/// nothing is kept between them.
/// </summary>
internal static class Inflation
{
    // what the sender left away, and an empty last block behind it, so that the stream ends as one
    private static readonly byte[] Ending = [0x00, 0x00, 0xFF, 0xFF, 0x01, 0x00, 0x00, 0xFF, 0xFF];

    /// <summary>Decompresses one message.</summary>
    /// <param name="compressed">As received; the ending is added to it.</param>
    /// <param name="target">Where the message goes.</param>
    /// <param name="maxBytes">The longest message; a longer one is refused before it takes the memory.</param>
    /// <exception cref="SocketViolationException">It is longer than that, or no compressed message.</exception>
    public static void Inflate(PooledBytes compressed, PooledBytes target, int maxBytes)
    {
        compressed.Append(Ending);
        if (!System.Runtime.InteropServices.MemoryMarshal.TryGetArray(compressed.Memory, out var bytes))
            throw new InvalidOperationException("Pooled bytes lie in an array.");
        using var source = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        using var inflating = new DeflateStream(source, CompressionMode.Decompress);
        try
        {
            while (true)
            {
                var read = inflating.Read(target.GetSpan());
                if (read == 0)
                    return;
                target.Advance(read);
                if (target.Length > maxBytes)
                    throw new SocketViolationException(Closures.MessageTooLarge(maxBytes));
            }
        }
        catch (InvalidDataException)
        {
            throw new SocketViolationException(Closures.NotCompressed);
        }
    }
}
