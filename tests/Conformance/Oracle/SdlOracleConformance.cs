using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation.Sdl;
using Prerequisites;
using Xunit;
using Xunit.Abstractions;

namespace Conformance.Oracle;

/// <summary>Schemas, whole and mutated: validated, described and printed as the reference implementation does.</summary>
public sealed class SdlOracleConformance(ITestOutputHelper output)
{
    private const string MembersWithDeprecated = """
        { __schema { types { name fields(includeDeprecated: true) { name args(includeDeprecated: true) { name deprecationReason } }
          inputFields(includeDeprecated: true) { name isDeprecated } enumValues(includeDeprecated: true) { name deprecationReason } }
          directives { name args(includeDeprecated: true) { name isDeprecated } } } }
        """;

    private const string MembersWithoutDeprecated = """
        { __schema { types { name specifiedByURL isOneOf fields { name args { name defaultValue } } inputFields { name } enumValues { name } }
          directives { name isRepeatable args { name } } } a: __type(name: "T0") { kind } b: __type(name: "Nothing") { kind } }
        """;

    [NodeTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Mutated_definitions_are_valid_or_not_at_the_same_places(int seed)
    {
        var schemas = Mutated(new Random(seed), LongRun.Scale(1000));
        var expected = await ReferenceImplementation.AskAsync("validateSDL", schemas);

        Compare($"oracle.validateSDL-{seed}", schemas, expected, static sdl => SdlValidator.Validate(Parser.ParseDocument(sdl)));
    }

    [NodeTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Mutated_schemas_are_valid_or_not_at_the_same_places(int seed)
    {
        var schemas = Mutated(new Random(seed), LongRun.Scale(1500)).Where(static sdl => SdlValidator.Validate(Parser.ParseDocument(sdl)).IsEmpty).ToList();
        var expected = await ReferenceImplementation.AskAsync("validateSchema", schemas);

        Compare($"oracle.validateSchema-{seed}", schemas, expected, static sdl => SchemaValidator.Validate(SchemaFromDocument.Build(Parser.ParseDocument(sdl))));
    }

    [NodeFact]
    public async Task Schemas_describe_themselves_alike()
    {
        var schemas = Valid(LongRun.Scale(150));
        var query = await NodeScript.RunAsync("introspection-query.mjs");
        var expected = await ReferenceImplementation.AskAsync("introspect", schemas);

        await CompareDataAsync(schemas, query, [.. expected.Select(static answer => $$"""{"data":{{answer}}}""")]);
        LongRun.Write("oracle.introspection", schemas.Count, schemas.Count);
    }

    [NodeTheory]
    [InlineData(MembersWithDeprecated)]
    [InlineData(MembersWithoutDeprecated)]
    public async Task Deprecated_members_are_described_where_they_are_asked_for(string query)
    {
        var schemas = Valid(LongRun.Scale(100));
        var expected = await ReferenceImplementation.AskAsync("execute", [.. schemas.Select(sdl => JsonSerializer.Serialize(new { sdl, query }))]);

        await CompareDataAsync(schemas, query, expected);
    }

    [NodeFact]
    public async Task Schemas_print_alike()
    {
        var schemas = Valid(LongRun.Scale(300));
        var expected = await ReferenceImplementation.AskAsync("printSchema", schemas);

        for (var i = 0; i < schemas.Count; i++)
            Assert.Equal(expected[i], SchemaPrinter.Print(Build(schemas[i])));
        LongRun.Write("oracle.print", schemas.Count, schemas.Count);
    }

    private void Compare(string what, List<string> schemas, IReadOnlyList<string?> expected, Func<string, IReadOnlyCollection<GraphQLError>> validate)
    {
        var differences = new List<string>();
        var valid = 0;
        for (var i = 0; i < schemas.Count; i++)
        {
            // The reference implementation throws where it cannot go on; ours must have found errors then too.
            var theirs = expected[i] is { } json ? Verdict.Of(JsonSerializer.Deserialize<JsonElement>(json)) : null;
            var errors = Errors(validate, schemas[i]);
            var ours = Verdict.Of(errors);
            if (errors.Count == 0)
                valid++;
            if (theirs is not null && theirs != ours)
                differences.Add($"expected: {theirs}\n  actual: {ours} ({string.Join(", ", errors.Select(error => error.Extensions?["rule"] ?? error.Message))})\n{schemas[i]}");
        }

        output.WriteLine($"{what}: {schemas.Count - differences.Count} of {schemas.Count} schemas equal; {valid} of them are valid, {expected.Count(static answer => answer is null)} cannot be judged.");
        LongRun.Write(what, schemas.Count - differences.Count, schemas.Count);
        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join("\n\n", differences.Take(4))}");
        Assert.InRange(valid, schemas.Count / 20, schemas.Count * 19 / 20);
        Assert.InRange(expected.Count(static answer => answer is null), 0, schemas.Count / 10);
    }

    private static async Task CompareDataAsync(List<string> schemas, string query, IReadOnlyList<string?> expected)
    {
        for (var i = 0; i < schemas.Count; i++)
        {
            var executor = new RequestExecutor(Build(schemas[i]));
            using var result = await executor.ExecuteAsync(
                new OperationRequest { Document = Encoding.UTF8.GetBytes(query), Services = NoServices.Instance }, CancellationToken.None);
            var ours = JsonSerializer.Deserialize<JsonElement>(result.ToArray());
            var theirs = JsonSerializer.Deserialize<JsonElement>(expected[i]!);
            var difference = IntrospectionComparison.FindDifference(theirs.GetProperty("data"), ours.GetProperty("data"));
            Assert.True(difference is null, $"{difference}\n{schemas[i]}");
        }
    }

    private static IReadOnlyCollection<GraphQLError> Errors(Func<string, IReadOnlyCollection<GraphQLError>> validate, string sdl)
    {
        try
        {
            return validate(sdl);
        }
        catch (GraphQLException exception)
        {
            return exception.Errors;
        }
    }

    private static List<string> Mutated(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new SdlMutator(random).Mutate(new SchemaGenerator(random).Generate(), random.Next(5)))];

    private static List<string> Valid(int count) => [.. Mutated(new Random(7), count * 6).Where(IsValid).Take(count)];

    private static bool IsValid(string sdl) =>
        SdlValidator.Validate(Parser.ParseDocument(sdl)).IsEmpty && !sdl.Contains("reason: [", StringComparison.Ordinal) && SchemaValidator.Validate(Build(sdl)).IsEmpty;

    private static Schema Build(string sdl) => SchemaFromDocument.Build(Parser.ParseDocument(sdl));

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
