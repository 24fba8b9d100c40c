using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text.Json;

namespace GraphQLBenchmark.Yardstick;

/// <summary>
/// The limit: an endpoint that knows the benchmark's requests by heart and writes the answers' bytes with <see cref="Utf8JsonWriter"/>.
/// No document is parsed, no plan is made, no type is looked at.
/// </summary>
internal static class HttpYardstick
{
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private static ReadOnlySpan<byte> Owner => "owner"u8;

    private static ReadOnlySpan<byte> Items => "items"u8;

    public static async Task AnswerAsync(HttpContext context)
    {
        var request = await ReadAsync(context.Request.BodyReader);
        var response = context.Response;
        response.ContentType = "application/json; charset=utf-8";
        switch (request.Operation)
        {
            case Operation.Hello:
                WriteHello(response.BodyWriter);
                break;
            case Operation.List:
                WriteItems(response.BodyWriter, owners: null);
                break;
            case Operation.Burst:
                SocketYardstick.Burst(request.Count, request.Interval);
                WriteBurst(response.BodyWriter, request.Count);
                break;
            default:
                WriteItems(response.BodyWriter, await LoadOwnersAsync());
                break;
        }

        await response.BodyWriter.FlushAsync();
    }

    private static async ValueTask<Request> ReadAsync(PipeReader body)
    {
        ReadResult read;
        while (!(read = await body.ReadAsync()).IsCompleted)
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        var request = Recognize(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
        body.AdvanceTo(read.Buffer.End);
        return request;
    }

    private static Request Recognize(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf(Owner) >= 0)
            return new Request(Operation.Loader);
        if (body.IndexOf(Items) >= 0)
            return new Request(Operation.List);
        return body.IndexOf("burst"u8) >= 0
            ? new Request(Operation.Burst, NumberBehind(body, "count: "u8), NumberBehind(body, "intervalMs: "u8))
            : new Request(Operation.Hello);
    }

    private static int NumberBehind(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name) =>
        Utf8Parser.TryParse(body[(body.IndexOf(name) + name.Length)..], out int number, out _) ? number : 0;

    /// <summary>The keys of all items, each once, in one batch: what a data loader does.</summary>
    private static Task<IReadOnlyDictionary<string, Owner>> LoadOwnersAsync()
    {
        var keys = new List<string>();
        var seen = new HashSet<string>();
        foreach (var item in Catalogue.Items)
        {
            if (seen.Add(item.OwnerId))
                keys.Add(item.OwnerId);
        }

        return Catalogue.LoadOwnersAsync(keys);
    }

    private static void WriteHello(IBufferWriter<byte> output)
    {
        var writer = Begin(output);
        writer.WriteString("hello"u8, "world");
        End(writer);
    }

    private static void WriteBurst(IBufferWriter<byte> output, int count)
    {
        var writer = Begin(output);
        writer.WriteNumber("burst"u8, count);
        End(writer);
    }

    private static void WriteItems(IBufferWriter<byte> output, IReadOnlyDictionary<string, Owner>? owners)
    {
        var writer = Begin(output);
        writer.WriteStartArray("items"u8);
        foreach (var item in Catalogue.Items)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, item.Id);
            writer.WriteString("name"u8, item.Name);
            writer.WriteString("sku"u8, item.Sku);
            writer.WriteString("description"u8, item.Description);
            writer.WriteNumber("price"u8, item.Price);
            writer.WriteNumber("quantity"u8, item.Quantity);
            writer.WriteBoolean("active"u8, item.Active);
            writer.WriteString("createdAt"u8, item.CreatedAt);
            writer.WriteStartArray("parts"u8);
            foreach (var part in item.Parts)
                Write(writer, part);
            writer.WriteEndArray();
            if (owners is not null)
                Write(writer, owners[item.OwnerId]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        End(writer);
    }

    private static void Write(Utf8JsonWriter writer, Part part)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, part.Id);
        writer.WriteString("name"u8, part.Name);
        writer.WriteNumber("weight"u8, part.Weight);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Owner owner)
    {
        writer.WriteStartObject("owner"u8);
        writer.WriteString("id"u8, owner.Id);
        writer.WriteString("name"u8, owner.Name);
        writer.WriteString("email"u8, owner.Email);
        writer.WriteEndObject();
    }

    private static Utf8JsonWriter Begin(IBufferWriter<byte> output)
    {
        var writer = _writer ??= new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        writer.Reset(output);
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        return writer;
    }

    private static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
    }

    private readonly record struct Request(Operation Operation, int Count = 0, int Interval = 0);

    private enum Operation
    {
        Hello,
        List,
        Loader,
        Burst,
    }
}
