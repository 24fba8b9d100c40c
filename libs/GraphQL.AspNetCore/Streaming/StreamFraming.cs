using System.Buffers;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.Streaming;

/// <summary>How several results are written into one response so that the client can tell them apart.</summary>
internal abstract class StreamFraming
{
    public static StreamFraming EventStream { get; } = new EventStreamFraming();

    public static StreamFraming Multipart { get; } = new MultipartFraming(boundary: "-");

    public static StreamFraming MultipartSubscription { get; } = new MultipartSubscriptionFraming();

    public static StreamFraming JsonLines { get; } = new JsonLinesFraming("application/jsonl; charset=utf-8");

    public static StreamFraming GraphQLResponseLines { get; } = new JsonLinesFraming("application/graphql-response+jsonl; charset=utf-8");

    /// <summary>The Content-Type of the response.</summary>
    public abstract string ContentType { get; }

    /// <summary>True when something can be sent that clients read past, so that nobody in between takes the connection for dead.</summary>
    public virtual bool HasHeartbeat => false;

    /// <summary>Writes what stands before the first result.</summary>
    public virtual void Begin(IBufferWriter<byte> target)
    {
    }

    /// <summary>Writes a result.</summary>
    /// <param name="target">The response.</param>
    /// <param name="result">A result, one line of JSON.</param>
    /// <param name="number">Of the result in this stream, from 1.</param>
    public abstract void Write(IBufferWriter<byte> target, ExecutionResult result, long number);

    /// <summary>Writes what clients read past.</summary>
    public virtual void Heartbeat(IBufferWriter<byte> target)
    {
    }

    /// <summary>Writes that the operation has ended.</summary>
    public virtual void Complete(IBufferWriter<byte> target)
    {
    }

    /// <summary>Writes that the server goes away although the operation has not ended, so that the client asks again.</summary>
    public virtual void Interrupt(IBufferWriter<byte> target)
    {
    }
}
