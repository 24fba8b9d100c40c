using System.Text.Json;
using GraphQL;

namespace Conformance;

/// <summary>Sets of places, written so that two of them can be compared and read.</summary>
internal static class Places
{
    public static string Write(IEnumerable<(int Line, int Column)> places) =>
        string.Join(' ', new SortedSet<(int Line, int Column)>(places).Select(place => $"{place.Line}:{place.Column}"));

    public static string Of(IEnumerable<GraphQLError> errors) =>
        Write(errors.SelectMany(error => error.Locations).Select(location => (location.Line, location.Column)));

    /// <summary>What differs between recorded errors and ours: their number or their places, each error by itself, in any order; null when nothing does.</summary>
    public static string? Difference(JsonElement recorded, IReadOnlyCollection<GraphQLError> errors)
    {
        var expected = Describe(recorded.EnumerateArray().Select(error => CorpusCase.LocationsOf(JsonSerializer.SerializeToElement(new[] { error }))));
        var actual = Describe(errors.Select(error => Of([error])));
        return actual == expected ? null : $"expected: {expected}; actual: {actual} ({string.Join(' ', errors.Select(error => error.Message))})";
    }

    private static string Describe(IEnumerable<string> errors) =>
        errors.Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } list ? $"errors at {string.Join(" | ", list)}" : "valid";
}
