namespace GraphQL.AspNetCore.WebSockets.Frames;

/// <summary>A whole message or a control frame, unmasked and decompressed.</summary>
/// <param name="Opcode">Text, binary or a control frame's.</param>
/// <param name="Payload">Valid until the next one is read.</param>
internal readonly record struct ReceivedFrame(Opcode Opcode, ReadOnlyMemory<byte> Payload);
