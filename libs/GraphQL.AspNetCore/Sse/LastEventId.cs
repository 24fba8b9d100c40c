using System.Buffers;
using System.Text.Json;
using GraphQL.AspNetCore.Pipeline;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Sse;

/// <summary>
/// <c>Last-Event-ID</c>, by which browsers say what they have seen when they open a stream anew (HTML, section "Server-sent events"). It is
/// handed on as <c>extensions.lastEventId</c>, unless the request has that already.
/// </summary>
internal static class LastEventId
{
    private const string Header = "Last-Event-ID";
    private const string Member = "lastEventId";
    private const int MaxLength = 256;

    public static void Apply(HttpRequest request, RequestParameters parameters)
    {
        if (request.Headers[Header] is not [{ Length: > 0 and <= MaxLength } id])
            return;
        var extensions = parameters.Extensions;
        if (extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty(Member, out _))
            return;

        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            writer.WriteString(Member, id);
            if (extensions.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in extensions.EnumerateObject())
                    member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        parameters.Extensions = parameters.Own(JsonDocument.Parse(text.WrittenMemory)).RootElement;
    }
}
