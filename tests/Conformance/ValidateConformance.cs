using Conformance.Adapter;
using Prerequisites;
using Xunit.Abstractions;

namespace Conformance;

public sealed class ValidateConformance(ITestOutputHelper output)
{
    [SharedDataFact(Corpus.RelativePath)]
    public void Documents_are_valid_or_have_errors_at_the_same_places_as_in_the_reference_implementation() =>
        CorpusRun.Check("validate", output, Difference);

    [SharedDataFact(Corpus.RelativePath)]
    public void Each_rule_alone_finds_errors_at_the_same_places_as_in_the_reference_implementation() =>
        CorpusRun.Check("validate", output, NamedDifference, list: "validate (named rules)");

    private static string? Difference(CorpusCase item)
    {
        // No errors of all rules are recorded where the record of them could not be made.
        var recorded = item.Content.GetProperty("allRuleErrors");
        return recorded.ValueKind == System.Text.Json.JsonValueKind.Null ? null : Verdict.Difference(recorded, CaseVerdict.Validate(item.Content, rules: null));
    }

    private static string? NamedDifference(CorpusCase item) => Verdict.Difference(item.Content.GetProperty("errors"), CaseVerdict.Of(item.Content));
}
