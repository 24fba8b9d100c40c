using Conformance.Adapter;
using Prerequisites;
using Xunit.Abstractions;

namespace Conformance;

public sealed class ValidateSdlConformance(ITestOutputHelper output)
{
    [SharedDataFact(Corpus.RelativePath)]
    public void Type_definitions_are_valid_or_not_at_the_same_places_as_in_the_reference_implementation() =>
        CorpusRun.Check("validateSDL", output, static item => Verdict.Difference(item.Content.GetProperty("errors"), CaseVerdict.Of(item.Content)));
}
