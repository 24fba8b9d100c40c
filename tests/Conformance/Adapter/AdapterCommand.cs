using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;

namespace Conformance.Adapter;

/// <summary>
/// Reads cases as JSON lines and answers each with one line, at once: <c>{"id":…,"errors":[{"message":…,"locations":[{"line":…,"column":…}]}]}</c>.
/// A line that is no case is answered too, with <c>"failure"</c> beside the errors; only the end of the input ends it.
/// </summary>
internal static class AdapterCommand
{
    // Deeper than any document that our own bounds let through.
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 1000 };
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task RunAsync(Stream input, Stream output)
    {
        using var reader = new StreamReader(input);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            await output.WriteAsync(Answer(line));
            output.WriteByte((byte)'\n');
            await output.FlushAsync();
        }
    }

    private static byte[] Answer(string line)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            try
            {
                using var question = JsonDocument.Parse(line, Reading);
                if (question.RootElement.TryGetProperty("id", out var id))
                {
                    writer.WritePropertyName("id");
                    id.WriteTo(writer);
                }

                Write(writer, CaseVerdict.Of(question.RootElement));
            }
            catch (Exception exception)
            {
                writer.WriteString("failure", $"{exception.GetType().Name}: {exception.Message}");
                Write(writer, [new GraphQLError("The case could not be run.")]);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<GraphQLError> errors)
    {
        writer.WriteStartArray("errors");
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("message", error.Message);
            writer.WriteStartArray("locations");
            foreach (var location in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line", location.Line);
                writer.WriteNumber("column", location.Column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
