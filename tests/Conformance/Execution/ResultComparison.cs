using System.Text;
using System.Text.Json;

namespace Conformance.Execution;

/// <summary>
/// Compares results: data member by member in order, errors by path and places. Fields that end at different times may report
/// different errors inside what became null, so there only the places that became null are compared.
/// </summary>
internal static class ResultComparison
{
    /// <summary>What differs; null when nothing does.</summary>
    public static string? Difference(JsonElement expected, JsonElement actual, bool isSynchronous)
    {
        var (theirData, ourData) = (Data(expected), Data(actual));
        if (theirData != ourData)
            return $"data\n  expected: {theirData}\n  actual:   {ourData}";
        var (theirErrors, ourErrors) = (Errors(expected, isSynchronous), Errors(actual, isSynchronous));
        return theirErrors == ourErrors ? null : $"errors\n  expected: {theirErrors}\n  actual:   {ourErrors}";
    }

    private static string Data(JsonElement result)
    {
        if (!result.TryGetProperty("data", out var data))
            return "none";
        var text = new StringBuilder();
        Append(text, data);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var member in value.EnumerateObject())
                {
                    text.Append(member.Name).Append(':');
                    Append(text, member.Value);
                    text.Append(' ');
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var element in value.EnumerateArray())
                {
                    Append(text, element);
                    text.Append(' ');
                }

                text.Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(value.GetDouble());
                break;
            case JsonValueKind.String:
                text.Append('"').Append(value.GetString()).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static string Errors(JsonElement result, bool isSynchronous)
    {
        if (!result.TryGetProperty("errors", out var errors))
            return "none";
        var found = new List<string>();
        foreach (var error in errors.EnumerateArray())
        {
            var places = string.Join(' ', error.GetProperty("locations").EnumerateArray().Select(static place => $"{place.GetProperty("line")}:{place.GetProperty("column")}").Distinct());
            if (!error.TryGetProperty("path", out var path))
            {
                found.Add($"request at {places}");
                continue;
            }

            JsonElement[] steps = [.. path.EnumerateArray()];
            var depth = DepthOfNull(result.GetProperty("data"), steps);
            found.Add(isSynchronous || depth == steps.Length
                ? $"{string.Join('/', steps)} at {places}"
                : $"{string.Join('/', steps[..depth])} became null");
        }

        return string.Join("; ", found.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>How far a path leads into the data before it meets null.</summary>
    private static int DepthOfNull(JsonElement data, JsonElement[] path)
    {
        var depth = 0;
        for (; depth < path.Length && data.ValueKind != JsonValueKind.Null; depth++)
            data = path[depth].ValueKind == JsonValueKind.Number ? data[path[depth].GetInt32()] : data.GetProperty(path[depth].GetString()!);
        return depth;
    }
}
