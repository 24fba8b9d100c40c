using System.Text.RegularExpressions;
using Conformance.Adapter;
using GraphQL;
using GraphQL.Language;
using Prerequisites;
using Xunit;
using Xunit.Abstractions;

namespace Conformance;

public sealed partial class ParseConformance(ITestOutputHelper output)
{
    [SharedDataFact(Corpus.RelativePath)]
    public void Documents_parse_or_fail_at_the_same_place_as_in_the_reference_implementation() => CorpusRun.Check("parse", output, Difference);

    [NodeFact]
    public async Task Mutilated_documents_parse_or_fail_at_the_same_place_as_in_the_reference_implementation()
    {
        var texts = Mutations.Of([.. PrintingSamples.Documents, .. PrintingSamples.Schemas], count: LongRun.Scale(20_000), seed: 20250903);
        var expected = await ReferenceImplementation.AskAsync("parse", texts);
        var differences = texts.Zip(expected).Where(pair => Parse(pair.First) != pair.Second && !IsMoreThanSpecified(pair.First)).ToList();
        output.WriteLine($"{texts.Count - differences.Count} of {texts.Count} texts equal, {expected.Count(verdict => verdict == "parses")} of them parse.");
        LongRun.Write("oracle.parse", texts.Count - differences.Count, texts.Count);
        Assert.True(
            differences.Count == 0,
            string.Join("\n\n", differences.Take(20).Select(pair => $"{pair.First}\n--- expected: {pair.Second}; actual: {Parse(pair.First)}")));
    }

    /// <summary>
    /// The reference implementation parses more than the specification of September 2025 has: empty selection sets, and directives on
    /// definitions of directives. Ours stops at the brace or the at sign, as the specification's grammar says.
    /// </summary>
    private static bool IsMoreThanSpecified(string text)
    {
        try
        {
            Parser.ParseDocument(text);
            return false;
        }
        catch (GraphQLException exception)
        {
            var place = exception.Errors[0].Locations[0];
            var lines = LineEnds().Split(text);
            var before = string.Join('\n', [.. lines[..(place.Line - 1)], lines[place.Line - 1][..(place.Column - 1)]]);
            var at = lines[place.Line - 1][(place.Column - 1)..];
            return (at.StartsWith('}') && OpenedJustBefore().IsMatch(before)) || (at.StartsWith('@') && before.Contains("directive"));
        }
    }

    [GeneratedRegex(@"\r\n|\n|\r", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineEnds();

    [GeneratedRegex(@"\{([\s,\uFEFF]|#[^\n]*\n)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenedJustBefore();

    private static string? Difference(CorpusCase item)
    {
        var expected = item.Content.GetProperty("ok").GetBoolean()
            ? "parses"
            : $"fails at {CorpusCase.LocationsOf(ErrorsOf(item))}";
        var errors = CaseVerdict.Of(item.Content);
        var actual = errors.IsEmpty ? "parses" : $"fails at {Places.Of(errors)}";
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
