namespace GraphQL.Tests.Validation.Sdl;

/// <summary>Places of errors as <c>line:column</c>, a bar between errors.</summary>
internal static class Places
{
    public static string Of(IEnumerable<GraphQLError> errors) =>
        string.Join('|', errors.Select(error => string.Join(' ', error.Locations.Select(location => $"{location.Line}:{location.Column}"))));
}
