using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Comparison;

namespace Guildhall.Api.Commands;

/// <summary>Writes changes of a schema, the worst first, for people or for other programs.</summary>
internal static class SchemaChangeReport
{
    public const string Text = "text";
    public const string Json = "json";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, ImmutableArray<SchemaChange> changes, string format)
    {
        var worstFirst = changes.OrderByDescending(static change => change.Impact).ToList();
        if (format == Json)
            WriteJson(output, worstFirst);
        else
            WriteText(output, worstFirst);
    }

    private static void WriteText(TextWriter output, List<SchemaChange> changes)
    {
        foreach (var change in changes)
            output.WriteLine($"{Name(change.Impact).ToUpperInvariant(),-9}  {change.Message}");
        if (changes.Count == 0)
        {
            output.WriteLine("No changes.");
            return;
        }

        var counts = changes.GroupBy(static change => change.Impact).Select(static group => $"{group.Count()} {Name(group.Key)}");
        output.WriteLine($"{changes.Count} {(changes.Count == 1 ? "change" : "changes")}: {string.Join(", ", counts)}.");
    }

    private static void WriteJson(TextWriter output, List<SchemaChange> changes)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartArray();
            foreach (var change in changes)
            {
                json.WriteStartObject();
                json.WriteString("impact", Name(change.Impact));
                json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()));
                json.WriteString("coordinate", change.Coordinate?.ToString());
                json.WriteString("message", change.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static string Name(ChangeImpact impact) => impact switch
    {
        ChangeImpact.Breaking => "breaking",
        ChangeImpact.Dangerous => "dangerous",
        _ => "safe",
    };
}
