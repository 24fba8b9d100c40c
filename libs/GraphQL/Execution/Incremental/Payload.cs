using System.Collections.Immutable;

namespace GraphQL.Execution;

/// <summary>What one result of several tells, written when it goes out.</summary>
internal sealed class Payload(IncrementalDelivery form)
{
    private readonly List<(int Id, PathNode? Path, string? Label)> _pending = [];
    private readonly List<Increment> _incremental = [];
    private readonly List<(int Id, ImmutableArray<GraphQLError> Errors)> _completed = [];

    public bool IsEmpty => _pending.Count + _incremental.Count + _completed.Count == 0;

    /// <summary>The parts whose data is in it.</summary>
    public IEnumerable<ResponsePart> Parts => _incremental.SelectMany(static increment => increment.Parts);

    /// <summary>All errors in it.</summary>
    public ImmutableArray<GraphQLError> Errors =>
        [.. _incremental.SelectMany(static increment => increment.Errors), .. _completed.SelectMany(static completion => completion.Errors)];

    private bool IsByPath => form == IncrementalDelivery.Path;

    public void Announce(Deferral deferral)
    {
        if (!IsByPath)
            _pending.Add((deferral.Id, deferral.Path, deferral.Usage.Label));
    }

    public void Announce(StreamedList stream)
    {
        if (!IsByPath)
            _pending.Add((stream.Id, stream.Path, stream.Usage.Label));
    }

    /// <summary>Fields that were put off.</summary>
    public void Add(DeferredFields fields, Deferral deferral, ImmutableArray<GraphQLError> errors)
    {
        var skip = IsByPath ? 0 : PathNode.LengthOf(deferral.Path);
        _incremental.Add(new Increment(deferral.Id, PathNode.ToList(fields.Path)[skip..], deferral.Usage.Label, IsList: false, [fields.Part!], errors));
    }

    /// <summary>Further elements of a list.</summary>
    public void Add(StreamedList stream, List<ResponsePart> items, ImmutableArray<GraphQLError> errors)
    {
        List<object> path = IsByPath ? [.. PathNode.ToList(stream.Path), stream.NextDelivered] : [];
        _incremental.Add(new Increment(stream.Id, path, stream.Usage.Label, IsList: true, items, errors));
    }

    public void Complete(Deferral deferral, ImmutableArray<GraphQLError> errors)
    {
        if (!IsByPath)
            _completed.Add((deferral.Id, errors));
        else if (!errors.IsEmpty)
            _incremental.Add(new Increment(deferral.Id, PathNode.ToList(deferral.Path), deferral.Usage.Label, IsList: false, [], errors));
    }

    public void Complete(StreamedList stream, ImmutableArray<GraphQLError> errors)
    {
        if (!IsByPath)
            _completed.Add((stream.Id, errors));
        else if (!errors.IsEmpty)
            _incremental.Add(new Increment(stream.Id, [.. PathNode.ToList(stream.Path), stream.NextDelivered], stream.Usage.Label, IsList: true, [], errors));
    }

    /// <summary>Writes the members of the result, the first with what separates it from those before.</summary>
    public void Write(ResultWriter writer, bool isFirst, bool hasNext)
    {
        var separator = isFirst ? "{"u8 : ","u8;
        if (_pending.Count > 0)
        {
            writer.WriteRaw(separator);
            WritePending(writer);
            separator = ","u8;
        }

        if (_incremental.Count > 0)
        {
            writer.WriteRaw(separator);
            WriteIncremental(writer);
            separator = ","u8;
        }

        if (_completed.Count > 0)
        {
            writer.WriteRaw(separator);
            WriteCompleted(writer);
            separator = ","u8;
        }

        writer.WriteRaw(separator);
        writer.WriteRaw(hasNext ? "\"hasNext\":true"u8 : "\"hasNext\":false"u8);
    }

    private void WritePending(ResultWriter writer)
    {
        var separator = "\"pending\":["u8;
        foreach (var (id, path, label) in _pending)
        {
            writer.WriteRaw(separator);
            WriteId(id, writer);
            writer.WriteRaw(",\"path\":"u8);
            JsonValueWriter.Write(PathNode.ToList(path), writer);
            WriteLabel(label, writer);
            writer.WriteRaw("}"u8);
            separator = ","u8;
        }

        writer.WriteRaw("]"u8);
    }

    private void WriteIncremental(ResultWriter writer)
    {
        var separator = "\"incremental\":["u8;
        foreach (var increment in _incremental)
        {
            writer.WriteRaw(separator);
            if (IsByPath)
            {
                writer.WriteRaw("{\"path\":"u8);
                JsonValueWriter.Write(increment.Path, writer);
                WriteLabel(increment.Label, writer);
            }
            else
            {
                WriteId(increment.Id, writer);
                if (increment.Path.Count > 0)
                {
                    writer.WriteRaw(",\"subPath\":"u8);
                    JsonValueWriter.Write(increment.Path, writer);
                }
            }

            WriteData(increment, writer);
            if (!increment.Errors.IsEmpty)
            {
                writer.WriteRaw(",\"errors\":"u8);
                ErrorWriter.Write(increment.Errors, writer);
            }

            writer.WriteRaw("}"u8);
            separator = ","u8;
        }

        writer.WriteRaw("]"u8);
    }

    private static void WriteData(Increment increment, ResultWriter writer)
    {
        writer.WriteRaw(increment.IsList ? ",\"items\":"u8 : ",\"data\":"u8);
        if (increment.Parts.Count == 0)
        {
            writer.WriteNull();
            return;
        }

        if (!increment.IsList)
        {
            writer.AppendHole(increment.Parts[0].Root);
            return;
        }

        var separator = "["u8;
        foreach (var part in increment.Parts)
        {
            writer.WriteRaw(separator);
            writer.AppendHole(part.Root);
            separator = ","u8;
        }

        writer.WriteRaw("]"u8);
    }

    private void WriteCompleted(ResultWriter writer)
    {
        var separator = "\"completed\":["u8;
        foreach (var (id, errors) in _completed)
        {
            writer.WriteRaw(separator);
            WriteId(id, writer);
            if (!errors.IsEmpty)
            {
                writer.WriteRaw(",\"errors\":"u8);
                ErrorWriter.Write(errors, writer);
            }

            writer.WriteRaw("}"u8);
            separator = ","u8;
        }

        writer.WriteRaw("]"u8);
    }

    private static void WriteId(int id, ResultWriter writer)
    {
        writer.WriteRaw("{\"id\":\""u8);
        writer.WriteInteger(id);
        writer.WriteRaw("\""u8);
    }

    private static void WriteLabel(string? label, ResultWriter writer)
    {
        if (label is null)
            return;
        writer.WriteRaw(",\"label\":"u8);
        writer.WriteString(label);
    }

    /// <summary>Data that came later; without parts, what failed.</summary>
    private sealed record Increment(
        int Id, List<object> Path, string? Label, bool IsList, IReadOnlyList<ResponsePart> Parts, ImmutableArray<GraphQLError> Errors);
}
