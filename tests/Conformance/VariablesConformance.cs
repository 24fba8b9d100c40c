using System.Collections.Immutable;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using Prerequisites;
using Xunit.Abstractions;

namespace Conformance;

public sealed class VariablesConformance(ITestOutputHelper output)
{
    [SharedDataFact(Corpus.RelativePath)]
    public void Variables_fit_or_are_refused_at_the_same_places_as_in_the_reference_implementation() => CorpusRun.Check("variables", output, Difference);

    private static string? Difference(CorpusCase item)
    {
        var schema = SchemaFromDocument.Build(Parser.ParseDocument(item.Content.GetProperty("sdl").GetString()!));
        var document = Parser.ParseDocument(item.Body);
        var errors = Coerce(schema, document, item.Content.GetProperty("inputs"));

        var recorded = item.Content.GetProperty("errors");
        var expected = recorded.ValueKind == JsonValueKind.Array ? $"{recorded.GetArrayLength()} errors at {CorpusCase.LocationsOf(recorded)}" : "fits";
        var actual = errors.IsEmpty ? "fits" : $"{errors.Length} errors at {Places.Of(errors)}";
        return expected == actual ? null : $"expected: {expected}; actual: {actual} ({string.Join(" ", errors.Select(error => error.Message))})";
    }

    private static ImmutableArray<GraphQLError> Coerce(Schema schema, Document document, JsonElement inputs)
    {
        var operation = document.Definitions.OfType<OperationDefinition>().First();

        // The recorded calls skip validation, and one of them has a variable of no known type; in a server validation comes first.
        var unknown = DocumentValidator.Validate(schema, document).Where(static error => error.Extensions?["rule"] is "KnownTypeNames");
        if (unknown.Any())
            return [.. unknown];
        var plan = new OperationPlan(schema, document, operation, new RequestExecutorOptions());
        VariableCoercion.Coerce(plan, inputs, CoercionContext.Empty, out var errors);
        return errors;
    }
}
