using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using GraphQL.Cost;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>A response, in pooled memory until it is disposed; not safe for several threads at once.</summary>
public sealed partial class ExecutionResult : IDisposable
{
    private readonly ResultWriter _writer;
    private readonly Group? _errors;
    private readonly Group? _data;
    private Group? _tail;
    private ResultWriter[] _further = [];
    private bool _disposed;

    internal ExecutionResult(
        ExecutionOutcome outcome, OperationType? operationType, ImmutableArray<GraphQLError> errors, ResultWriter writer, Group? data)
    {
        Outcome = outcome;
        OperationType = operationType;
        Errors = errors;
        _writer = writer;
        _data = data;
        if (errors.IsEmpty)
            return;
        _errors = new Group(parent: null, isNullable: false);
        writer.RemoveLimit();
        writer.Begin(_errors);
        ErrorWriter.Write(errors, writer);
        writer.End();
    }

    private ExecutionResult(OperationType operationType, ImmutableArray<GraphQLError> errors, ResultWriter writer)
    {
        Outcome = ExecutionOutcome.Executed;
        OperationType = operationType;
        Errors = errors;
        _writer = writer;
    }

    /// <summary>How far the request came.</summary>
    public ExecutionOutcome Outcome { get; }

    /// <summary>What kind of operation ran; null when none was found.</summary>
    public OperationType? OperationType { get; }

    /// <summary>As they are in the response, in the order they came up; what was thrown is still in them.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }

    /// <summary>True when the response has <c>errors</c>.</summary>
    public bool HasErrors => !Errors.IsEmpty;

    /// <summary>True when the response has <c>data</c>, null or not.</summary>
    public bool HasData => _data is not null;

    /// <summary>True when the response has <c>data</c> and it is null.</summary>
    public bool IsDataNull => _data is { IsNull: true };

    /// <summary>What the request costs, of a subscription each event; null when it did not come so far as to be priced.</summary>
    public OperationCost? Cost { get; internal init; }

    /// <summary>True when another result of the same request follows; with <see cref="IncrementalDelivery"/> only.</summary>
    public bool HasNext { get; private set; }

    /// <summary>How often data loaders were dispatched.</summary>
    public int LoaderWaves { get; internal init; }

    /// <summary>Length of the response in bytes.</summary>
    public long Length
    {
        get
        {
            var counter = new Counter();
            Visit(ref counter);
            return counter.Length;
        }
    }

    /// <summary>Copies the response, one JSON object in UTF-8.</summary>
    public void WriteTo(IBufferWriter<byte> target)
    {
        var copier = new Copier(target);
        Visit(ref copier);
    }

    /// <summary>Sends the response, one JSON object in UTF-8.</summary>
    public async ValueTask WriteToAsync(Stream target, CancellationToken cancellationToken)
    {
        var collector = new Collector([]);
        Visit(ref collector);
        foreach (var segment in collector.Segments)
            await target.WriteAsync(segment, cancellationToken);
    }

    /// <summary>The response as an array of its own.</summary>
    public byte[] ToArray()
    {
        var target = new ArrayBufferWriter<byte>((int)Length);
        WriteTo(target);
        return target.WrittenSpan.ToArray();
    }

    /// <summary>The response as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(ToArray());

    /// <summary>Gives the memory back; the response cannot be read any more.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _writer.Release();
        _ownExtensions?.Release();
        foreach (var writer in _further)
            writer.Release();
    }

    /// <summary>One of the results that follow the first.</summary>
    internal static ExecutionResult OfPayload(Payload payload, OperationType operation, bool hasNext, int waves)
    {
        var result = new ExecutionResult(operation, payload.Errors, new ResultWriter(long.MaxValue)) { LoaderWaves = waves };
        result._further = [.. payload.Parts.Select(static part => part.Writer)];
        result.Append(payload, hasNext);
        return result;
    }

    /// <summary>Adds what a payload tells, behind the data.</summary>
    internal void Append(Payload payload, bool hasNext)
    {
        HasNext = hasNext;
        _tail = new Group(parent: null, isNullable: false);
        _writer.RemoveLimit();
        _writer.Begin(_tail);
        payload.Write(_writer, isFirst: _data is null, hasNext);
        _writer.End();
    }

    private void Visit<TVisitor>(ref TVisitor visitor)
        where TVisitor : struct, IVisitor
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_errors is not null)
        {
            visitor.Visit(Literals.Errors);
            Visit(_errors, ref visitor);
        }

        if (_data is not null)
        {
            visitor.Visit(_errors is null ? Literals.Data : Literals.FurtherData);
            Visit(_data, ref visitor);
        }

        if (_tail is not null)
            Visit(_tail, ref visitor);
        if (_extensions is not null)
            VisitExtensions(ref visitor);
        visitor.Visit(Literals.End);
    }

    private static void Visit<TVisitor>(Group group, ref TVisitor visitor)
        where TVisitor : struct, IVisitor
    {
        if (group.IsNull)
            visitor.Visit(Literals.Null);
        for (var piece = group.First; piece is not null; piece = piece.Next)
        {
            if (piece is Group inner)
                Visit(inner, ref visitor);
            else if (piece.End > piece.Start)
                visitor.Visit(piece.Buffer.AsMemory(piece.Start, piece.End - piece.Start));
        }
    }

    private interface IVisitor
    {
        void Visit(ReadOnlyMemory<byte> bytes);
    }

    private static class Literals
    {
        public static readonly ReadOnlyMemory<byte> Errors = "{\"errors\":"u8.ToArray();
        public static readonly ReadOnlyMemory<byte> Data = "{\"data\":"u8.ToArray();
        public static readonly ReadOnlyMemory<byte> FurtherData = ",\"data\":"u8.ToArray();
        public static readonly ReadOnlyMemory<byte> Extensions = "{\"extensions\":{"u8.ToArray();
        public static readonly ReadOnlyMemory<byte> FurtherExtensions = ",\"extensions\":{"u8.ToArray();
        public static readonly ReadOnlyMemory<byte> Comma = ","u8.ToArray();
        public static readonly ReadOnlyMemory<byte> Null = "null"u8.ToArray();
        public static readonly ReadOnlyMemory<byte> End = "}"u8.ToArray();
    }

    private struct Counter : IVisitor
    {
        public long Length { get; private set; }

        public void Visit(ReadOnlyMemory<byte> bytes) => Length += bytes.Length;
    }

    private readonly struct Copier(IBufferWriter<byte> target) : IVisitor
    {
        public void Visit(ReadOnlyMemory<byte> bytes) => target.Write(bytes.Span);
    }

    private readonly struct Collector(List<ReadOnlyMemory<byte>> segments) : IVisitor
    {
        public List<ReadOnlyMemory<byte>> Segments { get; } = segments;

        public void Visit(ReadOnlyMemory<byte> bytes) => Segments.Add(bytes);
    }
}
