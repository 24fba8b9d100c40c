using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using Prerequisites;
using Xunit.Abstractions;

namespace Conformance;

public sealed class ValidateConformance(ITestOutputHelper output)
{
    private readonly Dictionary<string, Schema> _schemas = [];

    [SharedDataFact(Corpus.RelativePath)]
    public void Documents_are_valid_or_have_errors_at_the_same_places_as_in_the_reference_implementation() =>
        CorpusRun.Check("validate", output, Difference);

    private string? Difference(CorpusCase item)
    {
        var sdl = item.Content.GetProperty("sdl").GetString()!;
        if (!_schemas.TryGetValue(sdl, out var schema))
            _schemas.Add(sdl, schema = SchemaFromDocument.Build(Parser.ParseDocument(sdl)));

        return Verdict.Difference(item.Content.GetProperty("allRuleErrors"), DocumentValidator.Validate(schema, Parser.ParseDocument(item.Body)));
    }
}
