using GraphQL;
using GraphQL.Language;
using Xunit;
using Xunit.Abstractions;

namespace Conformance;

public sealed class ParseConformance(ITestOutputHelper output)
{
    [Fact]
    public void Documents_parse_or_fail_at_the_same_place_as_in_the_reference_implementation() => CorpusRun.Check("parse", output, Difference);

    private static string? Difference(CorpusCase item)
    {
        var expected = item.Content.GetProperty("ok").GetBoolean()
            ? "parses"
            : $"fails at {CorpusCase.LocationsOf(ErrorsOf(item))}";
        var actual = Parse(item.Body);
        return actual == expected ? null : $"expected: {expected}; actual: {actual}";
    }

    private static System.Text.Json.JsonElement ErrorsOf(CorpusCase item) =>
        System.Text.Json.JsonSerializer.SerializeToElement(new[] { item.Content.GetProperty("error") });

    private static string Parse(string body)
    {
        try
        {
            Parser.ParseDocument(body);
            return "parses";
        }
        catch (GraphQLException exception) when (exception.Errors[0].Code == ErrorCodes.SyntaxError)
        {
            return $"fails at {Places.Of(exception.Errors)}";
        }
    }
}
