using System.Buffers;
using System.Text;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.Streaming;

/// <summary>
/// <c>multipart/mixed</c>, a part for each result (GraphQL over HTTP, RFC "Incremental Delivery over HTTP"). The boundary behind a part is
/// sent with it, for a client knows only by that one that the part is whole.
/// </summary>
internal class MultipartFraming(string boundary) : StreamFraming
{
    private static readonly byte[] PartHeaders = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8.ToArray();

    private readonly byte[] _boundary = Encoding.ASCII.GetBytes($"\r\n--{boundary}");

    public override string ContentType { get; } = $"multipart/mixed; boundary=\"{boundary}\"";

    public override void Begin(IBufferWriter<byte> target) => target.Write(_boundary);

    public override void Write(IBufferWriter<byte> target, ExecutionResult result, long number)
    {
        target.Write(PartHeaders);
        WriteBody(target, result);
        target.Write(_boundary);
    }

    public override void Complete(IBufferWriter<byte> target) => target.Write("--\r\n"u8);

    protected virtual void WriteBody(IBufferWriter<byte> target, ExecutionResult result) => result.WriteTo(target);

    protected void WritePart(IBufferWriter<byte> target, ReadOnlySpan<byte> body)
    {
        target.Write(PartHeaders);
        target.Write(body);
        target.Write(_boundary);
    }
}

/// <summary>
/// Apollo's protocol for subscriptions by HTTP, <c>multipart/mixed;subscriptionSpec=1.0</c>: each result is wrapped into a payload, an empty
/// object is a heartbeat, and a null payload tells of a failure of the transport
/// (https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol).
/// </summary>
internal sealed class MultipartSubscriptionFraming() : MultipartFraming("graphql")
{
    public override bool HasHeartbeat => true;

    public override void Heartbeat(IBufferWriter<byte> target) => WritePart(target, "{}"u8);

    public override void Interrupt(IBufferWriter<byte> target)
    {
        WritePart(target, "{\"payload\":null,\"errors\":[{\"message\":\"The server is stopping; ask again.\",\"extensions\":{\"code\":\"SERVER_STOPPING\"}}]}"u8);
        Complete(target);
    }

    protected override void WriteBody(IBufferWriter<byte> target, ExecutionResult result)
    {
        target.Write("{\"payload\":"u8);
        result.WriteTo(target);
        target.Write("}"u8);
    }
}
