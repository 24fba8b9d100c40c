using System.Text.Json;
using Conformance.Adapter;
using Prerequisites;
using Xunit.Abstractions;

namespace Conformance;

public sealed class VariablesConformance(ITestOutputHelper output)
{
    [SharedDataFact(Corpus.RelativePath)]
    public void Variables_fit_or_are_refused_at_the_same_places_as_in_the_reference_implementation() =>
        CorpusRun.Check("variables", output, Difference);

    private static string? Difference(CorpusCase item)
    {
        var recorded = item.Content.GetProperty("errors");
        var errors = CaseVerdict.Of(item.Content);
        var expected = recorded.ValueKind == JsonValueKind.Array ? $"{recorded.GetArrayLength()} errors at {CorpusCase.LocationsOf(recorded)}" : "fits";
        var actual = errors.IsEmpty ? "fits" : $"{errors.Length} errors at {Places.Of(errors)}";
        return expected == actual ? null : $"expected: {expected}; actual: {actual} ({string.Join(" ", errors.Select(error => error.Message))})";
    }
}
