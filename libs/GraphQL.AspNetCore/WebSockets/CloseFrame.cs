using System.Buffers.Binary;
using System.Text.Unicode;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>What a client says when it closes; RFC 6455, sections 5.5.1 and 7.4.</summary>
internal static class CloseFrame
{
    /// <summary>Reads it.</summary>
    /// <returns>The code to answer with: the client's own, or what is wrong with it; null for none.</returns>
    public static int? Read(ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty)
            return null;
        if (payload.Length == 1)
            return ProtocolError;
        var code = BinaryPrimitives.ReadUInt16BigEndian(payload);
        var isUsable = code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);
        if (!isUsable)
            return ProtocolError;
        return Utf8.IsValid(payload[2..]) ? code : InvalidPayload;
    }

    private const int ProtocolError = 1002;
    private const int InvalidPayload = 1007;
}
