using GraphQL.Language;
using GraphQL.Types;
using Prerequisites;
using Xunit.Abstractions;

namespace Conformance;

public sealed class ValidateSchemaConformance(ITestOutputHelper output)
{
    [SharedDataFact(Corpus.RelativePath)]
    public void Schemas_are_valid_or_not_at_the_same_places_as_in_the_reference_implementation() => CorpusRun.Check("validateSchema", output, Difference);

    /// <summary>The first text makes a schema, the others extend it.</summary>
    private static string? Difference(CorpusCase item)
    {
        var documents = item.Content.GetProperty("sdl").EnumerateArray().Select(text => Parser.ParseDocument(text.GetString()!)).ToList();
        var schema = documents.Skip(1).Aggregate(SchemaFromDocument.Build(documents[0]), SchemaFromDocument.Extend);
        return Verdict.Difference(item.Content.GetProperty("errors"), SchemaValidator.Validate(schema));
    }
}
