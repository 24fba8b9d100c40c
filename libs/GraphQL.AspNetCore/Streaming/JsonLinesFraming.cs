using System.Buffers;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.Streaming;

/// <summary>A line of JSON for each result (https://jsonlines.org), for programs that read lines.</summary>
internal sealed class JsonLinesFraming(string contentType) : StreamFraming
{
    public override string ContentType => contentType;

    public override void Write(IBufferWriter<byte> target, ExecutionResult result, long number)
    {
        result.WriteTo(target);
        target.Write("\n"u8);
    }
}
