using System.Text.Json;

namespace Conformance.Oracle;

/// <summary>
/// Compares descriptions of schemas. Members may come in another order where their order says nothing, and the prose that describes what the
/// specification defines is each implementation's own.
/// </summary>
internal static class IntrospectionComparison
{
    private static readonly HashSet<string> Standard =
        ["Int", "Float", "String", "Boolean", "ID", "skip", "include", "deprecated", "specifiedBy", "oneOf", "defer", "stream"];

    /// <summary>The first difference; null when there is none.</summary>
    public static string? FindDifference(JsonElement expected, JsonElement actual) => Find(expected, actual, "", isStandard: false);

    private static string? Find(JsonElement expected, JsonElement actual, string path, bool isStandard)
    {
        if (expected.ValueKind != actual.ValueKind)
            return Say(path, expected, actual);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                isStandard |= NameOf(expected) is { } name && (name.StartsWith("__", StringComparison.Ordinal) || Standard.Contains(name));
                foreach (var member in expected.EnumerateObject())
                {
                    if (isStandard && member.Name is "description")
                        continue;
                    if (!actual.TryGetProperty(member.Name, out var other))
                        return $"{path}.{member.Name} is missing";
                    if (Find(member.Value, other, $"{path}.{member.Name}", isStandard) is { } difference)
                        return difference;
                }

                return null;
            case JsonValueKind.Array:
                var (theirs, ours) = (InOrder(expected), InOrder(actual));
                if (theirs.Count != ours.Count)
                    return $"{path} has {string.Join(' ', ours.Select(KeyOf))} and not {string.Join(' ', theirs.Select(KeyOf))}";
                return theirs.Select((item, index) => Find(item, ours[index], $"{path}[{KeyOf(item)}]", isStandard)).FirstOrDefault(static found => found is not null);
            default:
                return expected.ToString() == actual.ToString() ? null : Say(path, expected, actual);
        }
    }

    private static List<JsonElement> InOrder(JsonElement list) =>
        [.. list.EnumerateArray().Where(static item => !IsOwn(item)).OrderBy(KeyOf, StringComparer.Ordinal)];

    /// <summary>
    /// True for what is each implementation's own: the reference implementation describes its experiments with introspection, and leaves out
    /// standard scalars that nothing refers to and has the directives of incremental delivery only when it is told to.
    /// </summary>
    private static bool IsOwn(JsonElement item) =>
        KeyOf(item) is "Float" or "ID" or "Int" or "defer" or "stream" or "DIRECTIVE_DEFINITION" || KeyOf(item).StartsWith("__", StringComparison.Ordinal);

    private static string KeyOf(JsonElement item) => NameOf(item) ?? item.ToString();

    private static string? NameOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var name) ? name.GetString() : null;

    private static string Say(string path, JsonElement expected, JsonElement actual) => $"{path} is {actual} and not {expected}";
}
