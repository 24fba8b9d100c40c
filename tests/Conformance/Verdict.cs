using System.Text.Json;
using GraphQL;

namespace Conformance;

/// <summary>What a validation found, written so that two can be compared and read: each error by its places, in any order.</summary>
internal static class Verdict
{
    public static string Of(JsonElement errors) =>
        Write(errors.EnumerateArray().Select(error => CorpusCase.LocationsOf(JsonSerializer.SerializeToElement(new[] { error }))));

    public static string Of(IEnumerable<GraphQLError> errors) => Write(errors.Select(error => Places.Of([error])));

    /// <summary>What differs between recorded errors and ours; null when nothing does.</summary>
    public static string? Difference(JsonElement recorded, IReadOnlyCollection<GraphQLError> errors)
    {
        var expected = Of(recorded);
        var actual = Of(errors);
        return actual == expected
            ? null
            : $"expected: {expected}; actual: {actual} ({string.Join(", ", errors.Select(error => error.Extensions?["rule"] ?? error.Message))})";
    }

    private static string Write(IEnumerable<string> errors) =>
        errors.Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } list ? $"errors at {string.Join(" | ", list)}" : "valid";
}
