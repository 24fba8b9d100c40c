using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using Prerequisites;
using Xunit;
using Xunit.Abstractions;

namespace Conformance.Oracle;

public sealed class OracleConformance(ITestOutputHelper output)
{
    private const int Schemas = 25;
    private const int DocumentsPerSchema = 20;

    // So many that neither side leaves errors out, since which ones would depend on their order.
    private static readonly ValidationOptions Options = new() { MaxErrors = 10_000 };

    [NodeTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Generated_documents_have_the_same_verdict_and_places_as_in_the_reference_implementation(int seed)
    {
        var cases = Generate(new Random(seed)).ToList();
        var expected = await NodeScript.AskAsync("validate.mjs", cases);

        var valid = 0;
        var differences = new List<string>();
        var schemas = new Dictionary<string, Schema>();
        for (var i = 0; i < cases.Count; i++)
        {
            if (!schemas.TryGetValue(cases[i].Sdl, out var schema))
                schemas.Add(cases[i].Sdl, schema = SchemaFromDocument.Build(Parser.ParseDocument(cases[i].Sdl)));
            var errors = DocumentValidator.Validate(schema, Parser.ParseDocument(cases[i].Document), Options);
            var (theirs, ours) = (Verdict.Of(expected[i]), Verdict.Of(errors));
            if (errors.IsEmpty)
                valid++;
            if (theirs != ours)
            {
                var rules = string.Join(", ", errors.Select(error => error.Extensions?["rule"] ?? error.Code));
                differences.Add($"case {i}: expected: {theirs}\n  actual: {ours} ({rules})\n{cases[i].Document}\n{cases[i].Sdl}\n{expected[i]}");
            }
        }

        output.WriteLine($"Seed {seed}: {cases.Count - differences.Count} of {cases.Count} documents equal the reference implementation; {valid} of them are valid.");
        LongRun.Write($"oracle.documents-{seed}", cases.Count - differences.Count, cases.Count);
        Assert.True(differences.Count == 0, $"{differences.Count} documents differ:\n{string.Join("\n\n", differences.Take(3))}");
        Assert.InRange(valid, cases.Count / 10, cases.Count * 9 / 10);
    }

    private static IEnumerable<GeneratedCase> Generate(Random random)
    {
        for (var i = 0; i < LongRun.Scale(Schemas); i++)
        {
            var sdl = new SchemaGenerator(random).Generate();
            var schema = SchemaFromDocument.Build(Parser.ParseDocument(sdl));
            for (var j = 0; j < DocumentsPerSchema; j++)
                yield return new GeneratedCase(sdl, new DocumentGenerator(schema, random, j % 3 == 0 ? 0 : 0.01 * (j % 3)).Generate());
        }
    }
}
