using GraphQL;

namespace Conformance;

/// <summary>Sets of places, written so that two of them can be compared and read.</summary>
internal static class Places
{
    public static string Write(IEnumerable<(int Line, int Column)> places) =>
        string.Join(' ', new SortedSet<(int Line, int Column)>(places).Select(place => $"{place.Line}:{place.Column}"));

    public static string Of(IEnumerable<GraphQLError> errors) =>
        Write(errors.SelectMany(error => error.Locations).Select(location => (location.Line, location.Column)));
}
