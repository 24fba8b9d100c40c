using System.Buffers;
using System.Buffers.Text;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.Streaming;

/// <summary>
/// Server-sent events as the GraphQL over Server-Sent Events protocol uses them
/// (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md).
/// </summary>
internal sealed class EventStreamFraming : StreamFraming
{
    public override string ContentType => "text/event-stream; charset=utf-8";

    public override bool HasHeartbeat => true;

    /// <summary>Some browsers call a stream open only when its first byte is there.</summary>
    public override void Begin(IBufferWriter<byte> target) => Heartbeat(target);

    public override void Write(IBufferWriter<byte> target, ExecutionResult result, long number)
    {
        BeginNext(target, number);
        result.WriteTo(target);
        target.Write("\n\n"u8);
    }

    /// <summary>A comment.</summary>
    public override void Heartbeat(IBufferWriter<byte> target) => target.Write(":\n\n"u8);

    /// <summary>With a data field, though an empty one: browsers tell no listener about an event without.</summary>
    public override void Complete(IBufferWriter<byte> target) => target.Write("event: complete\ndata:\n\n"u8);

    /// <summary>No event: a stream that ends without <c>complete</c> is one that clients open again.</summary>
    public override void Interrupt(IBufferWriter<byte> target) => target.Write(": the server is stopping\n\n"u8);

    /// <summary>Writes a <c>next</c> event up to its data.</summary>
    public static void BeginNext(IBufferWriter<byte> target, long number)
    {
        target.Write("event: next\nid: "u8);
        Utf8Formatter.TryFormat(number, target.GetSpan(20), out var length);
        target.Advance(length);
        target.Write("\ndata: "u8);
    }
}
