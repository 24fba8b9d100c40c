using System.Text.Json;
using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using Xunit;
using Xunit.Abstractions;

namespace Conformance;

public sealed class ValidateConformance(ITestOutputHelper output)
{
    private readonly Dictionary<string, Schema> _schemas = [];

    [Fact]
    public void Documents_are_valid_or_have_errors_at_the_same_places_as_in_the_reference_implementation() =>
        CorpusRun.Check("validate", output, Difference);

    private string? Difference(CorpusCase item)
    {
        var sdl = item.Content.GetProperty("sdl").GetString()!;
        if (!_schemas.TryGetValue(sdl, out var schema))
            _schemas.Add(sdl, schema = SchemaFromDocument.Build(Parser.ParseDocument(sdl)));

        var expected = Describe(item.Content.GetProperty("allRuleErrors").EnumerateArray().Select(PlacesOf));
        var errors = DocumentValidator.Validate(schema, Parser.ParseDocument(item.Body));
        var actual = Describe(errors.Select(error => Places.Of([error])));
        if (actual == expected)
            return null;
        var rules = string.Join(", ", errors.Select(error => error.Extensions?["rule"] ?? error.Code));
        return $"expected: {expected}; actual: {actual} ({rules})";
    }

    private static string PlacesOf(JsonElement error) => CorpusCase.LocationsOf(JsonSerializer.SerializeToElement(new[] { error }));

    /// <summary>Each error by its places, whatever the order of the errors.</summary>
    private static string Describe(IEnumerable<string> errors) =>
        errors.Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } list ? $"errors at {string.Join(" | ", list)}" : "valid";
}
