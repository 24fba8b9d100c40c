using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using Prerequisites;
using Xunit;
using Xunit.Abstractions;

namespace Conformance.Oracle;

/// <summary>Variables of generated types with generated values, right and wrong: the same verdict and the same coerced values.</summary>
public sealed class VariableOracleConformance(ITestOutputHelper output)
{
    private static readonly string[] Types =
        ["Int", "Int!", "Float", "String", "Boolean", "ID", "E0", "E1!", "S0", "In0", "In1!", "One0", "One0!", "[Int!]", "[In0!]!", "[[E0]]", "[One0!]", "[ID!]!"];

    private static readonly string[] Defaults = ["", "", " = null", " = 1", " = \"text\"", " = {}", " = { x: 1 }", " = [1, 2]", " = A", " = { i: 1 }"];

    [NodeTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Values_fit_or_not_and_become_the_same(int seed)
    {
        var cases = Generate(new Random(seed), LongRun.Scale(800));
        var expected = await ReferenceImplementation.AskAsync("variables", [.. cases.Select(static item => item.Text)]);

        var differences = new List<string>();
        var fitting = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            var theirs = JsonSerializer.Deserialize<JsonElement>(expected[i]!);
            var ours = JsonSerializer.Deserialize<JsonElement>(cases[i].Coerce());
            if (ours.TryGetProperty("coerced", out _))
                fitting++;
            if (!AreEqual(theirs, ours))
                differences.Add($"expected: {theirs}\n  actual: {ours}\n{SyntaxPrinter.Print(cases[i].Document)} {cases[i].Inputs}\n{cases[i].Sdl}");
        }

        output.WriteLine($"{cases.Count - differences.Count} of {cases.Count} sets of variables equal; {fitting} of them fit.");
        LongRun.Write($"oracle.variables-{seed}", cases.Count - differences.Count, cases.Count);
        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join("\n\n", differences.Take(4))}");
        Assert.InRange(fitting, cases.Count / 10, cases.Count * 9 / 10);
    }

    private static List<VariableCase> Generate(Random random, int count)
    {
        var cases = new List<VariableCase>();
        while (cases.Count < count)
        {
            var sdl = new SchemaGenerator(random).Generate();
            var schema = SchemaFromDocument.Build(Parser.ParseDocument(sdl));
            for (var i = 0; i < 20; i++)
            {
                var definitions = string.Join(", ", Enumerable.Range(0, random.Next(1, 4))
                    .Select(index => $"$v{index}: {Types[random.Next(Types.Length)]}{Defaults[random.Next(Defaults.Length)]}"));
                var document = Parser.ParseDocument($"query ({definitions}) {{ __typename }}");

                // A default that is not valid is an error of the document, long before a request.
                if (DocumentValidator.Validate(schema, document).Any(static error => error.Extensions?["rule"] is not "NoUnusedVariables"))
                    continue;
                cases.Add(new VariableCase(sdl, schema, document, Inputs(schema, document, random)));
            }
        }

        return cases;
    }

    private static string Inputs(Schema schema, Document document, Random random)
    {
        var generator = new VariableGenerator(random, mistakes: random.Next(3) * 0.05);
        var variables = ((OperationDefinition)document.Definitions[0]).Variables;
        return $"{{{string.Join(',', variables.Where(_ => random.Next(6) > 0).Select(variable =>
            $"\"{variable.Variable.Name}\":{generator.ValueOf(TypeOf(schema, variable.Type), 4)}"))}}}";
    }

    private static SchemaType TypeOf(Schema schema, TypeReference reference) => reference switch
    {
        ListTypeReference list => new ListType(TypeOf(schema, list.Type)),
        NonNullTypeReference nonNull => new NonNullType(TypeOf(schema, nonNull.Type)),
        _ => schema.FindType(((NamedTypeReference)reference).Name.Value)!,
    };

    private static bool AreEqual(JsonElement expected, JsonElement actual) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => expected.EnumerateObject().Count() == actual.EnumerateObject().Count()
            && expected.EnumerateObject().All(member => actual.TryGetProperty(member.Name, out var other) && AreEqual(member.Value, other)),
        (JsonValueKind.Array, JsonValueKind.Array) => expected.GetArrayLength() == actual.GetArrayLength()
            && expected.EnumerateArray().Zip(actual.EnumerateArray()).All(static pair => AreEqual(pair.First, pair.Second)),
        (JsonValueKind.Number, JsonValueKind.Number) => expected.GetDouble().Equals(actual.GetDouble()),
        var (theirs, ours) => theirs == ours && expected.ToString() == actual.ToString(),
    };

    private sealed record VariableCase(string Sdl, Schema Schema, Document Document, string Inputs)
    {
        /// <summary>The question for the reference implementation.</summary>
        public string Text => new JsonObject
        {
            ["sdl"] = Sdl,
            ["document"] = SyntaxPrinter.Print(Document),
            ["inputs"] = JsonNode.Parse(Inputs),
        }.ToJsonString();

        /// <summary>Our answer to it.</summary>
        public string Coerce()
        {
            var plan = new OperationPlan(Schema, Document, (OperationDefinition)Document.Definitions[0], new RequestExecutorOptions());
            using var inputs = JsonDocument.Parse(Inputs);
            if (VariableCoercion.Coerce(plan, inputs.RootElement, CoercionContext.Empty, out var errors) is not { } values)
                return JsonSerializer.Serialize(new { refused = !errors.IsEmpty });
            var coerced = plan.Variables.Zip(values.InOrder)
                .Where(static pair => !ReferenceEquals(pair.Second, VariableValues.Absent))
                .ToDictionary(static pair => pair.First.Name, static pair => pair.Second);
            return JsonSerializer.Serialize(new { coerced });
        }
    }
}
