using System.Buffers;
using System.Buffers.Binary;

namespace GraphQL.AspNetCore.WebSockets.Frames;

/// <summary>The first 2 to 14 bytes of a frame; RFC 6455, section 5.2.</summary>
/// <param name="Opcode">What the frame is.</param>
/// <param name="IsFinal">Whether it ends its message.</param>
/// <param name="IsCompressed">The first reserved bit, which permessage-deflate uses.</param>
/// <param name="Mask">What the payload is masked with, in the order of its bytes.</param>
/// <param name="Length">Of the payload, in bytes.</param>
internal readonly record struct FrameHeader(Opcode Opcode, bool IsFinal, bool IsCompressed, uint Mask, long Length)
{
    /// <summary>The longest header that a server writes: it masks nothing.</summary>
    public const int MaxWrittenLength = 10;

    /// <summary>The longest payload of a control frame.</summary>
    public const int MaxControlLength = 125;

    private const int MaxReadLength = 14;
    private const byte FinalBit = 0x80;
    private const byte CompressedBit = 0x40;
    private const byte ReservedBits = 0x30;
    private const byte MaskBit = 0x80;

    public bool IsControl => (byte)Opcode >= 0x8;

    /// <summary>Reads a client's header.</summary>
    /// <param name="input">What has arrived.</param>
    /// <param name="header">The header.</param>
    /// <param name="length">The header's own length.</param>
    /// <returns>False when more bytes are needed.</returns>
    /// <exception cref="SocketViolationException">The bytes are no header of a client.</exception>
    public static bool TryRead(in ReadOnlySequence<byte> input, out FrameHeader header, out int length)
    {
        header = default;
        length = 0;
        Span<byte> bytes = stackalloc byte[MaxReadLength];
        var available = (int)Math.Min(input.Length, MaxReadLength);
        if (available < 2)
            return false;
        input.Slice(0, available).CopyTo(bytes);
        bytes = bytes[..available];
        if ((bytes[0] & ReservedBits) != 0)
            throw new SocketViolationException(Closures.FrameInvalid("reserved bits are set"));
        if ((bytes[1] & MaskBit) == 0)
            throw new SocketViolationException(Closures.FrameInvalid("frames of a client must be masked"));

        var shortLength = bytes[1] & ~MaskBit;
        var maskAt = shortLength switch { 126 => 4, 127 => 10, _ => 2 };
        length = maskAt + sizeof(uint);
        if (available < length)
            return false;
        var payload = shortLength switch
        {
            126 => (long)BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            127 => BinaryPrimitives.ReadInt64BigEndian(bytes[2..]),
            _ => shortLength,
        };
        if (payload < 0 || (shortLength == 126 && payload < 126) || (shortLength == 127 && payload <= ushort.MaxValue))
            throw new SocketViolationException(Closures.FrameInvalid("the length is not in its shortest form"));

        header = new FrameHeader(
            (Opcode)(bytes[0] & 0xF),
            (bytes[0] & FinalBit) != 0,
            (bytes[0] & CompressedBit) != 0,
            BitConverter.ToUInt32(bytes[maskAt..]),
            payload);
        return true;
    }

    /// <summary>Writes a server's header.</summary>
    /// <returns>Its length.</returns>
    public static int Write(Span<byte> target, Opcode opcode, bool isFinal, bool isCompressed, long length)
    {
        target[0] = (byte)((byte)opcode | (isFinal ? FinalBit : 0) | (isCompressed ? CompressedBit : 0));
        switch (length)
        {
            case < 126:
                target[1] = (byte)length;
                return 2;
            case <= ushort.MaxValue:
                target[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(target[2..], (ushort)length);
                return 4;
            default:
                target[1] = 127;
                BinaryPrimitives.WriteInt64BigEndian(target[2..], length);
                return 10;
        }
    }
}
