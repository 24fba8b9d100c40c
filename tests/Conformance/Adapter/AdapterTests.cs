using System.Text;
using System.Text.Json;
using Prerequisites;
using Xunit;

namespace Conformance.Adapter;

public sealed class AdapterTests
{
    [Theory]
    [InlineData("""{"id":"a","kind":"parse","body":"{ a }","options":{}}""", "")]
    [InlineData("""{"kind":"parse","body":"{ a","options":null}""", "1:4")]
    [InlineData("""{"kind":"parse","body":"{ ...F(x: 1) } fragment F($x: Int) on T { a(x: $x) }"}""", "1:7")]
    [InlineData("""{"kind":"parse","body":"{ ...F(x: 1) } fragment F($x: Int) on T { a(x: $x) }","options":{"experimentalFragmentArguments":true}}""", "")]
    [InlineData("""{"kind":"parse","body":"{ foo }","options":{"maxTokens":2}}""", "1:7")]
    [InlineData("""{"kind":"parse","body":"{ foo }","options":{"maxTokens":3}}""", "")]
    [InlineData("""{"kind":"validate","sdl":"type Query { a: Int }","body":"{ b }","rules":null}""", "1:3")]
    [InlineData("""{"kind":"validate","sdl":"type Query { a: Int }","body":"{ b }","rules":["ScalarLeafsRule"]}""", "")]
    [InlineData("""{"kind":"validate","sdl":"type Query { a: Int @deprecated }","body":"{ a }","rules":["NoDeprecatedCustomRule"]}""", "1:3")]
    [InlineData("""{"kind":"validate","sdl":"type Query { a: Int }","body":"{ __schema { queryType { name } } }","rules":["NoSchemaIntrospectionCustomRule"]}""", "1:3 1:14")]
    [InlineData("""{"kind":"validateSDL","body":"type A type A","extend":null,"rules":null}""", "1:6 1:13")]
    [InlineData("""{"kind":"validateSDL","body":"extend type A { b: Int }","extend":"type A { a: Int }","rules":["PossibleTypeExtensionsRule"]}""", "")]
    [InlineData("""{"kind":"validateSchema","sdl":["type Query { a: I } interface I { b: Int }","extend type Query implements I { c: Int }"]}""", "1:1 1:35")]
    [InlineData("""{"kind":"variables","sdl":"type Query { a(x: Int): Int }","body":"query ($x: Int) { a(x: $x) }","inputs":{"x":"no"}}""", "1:8")]
    [InlineData("""{"kind":"variables","sdl":"type Query { a(x: Int): Int }","defs":["$x: Int!"],"inputs":{"x":1}}""", "")]
    public async Task A_case_is_answered_with_the_places_of_its_errors(string question, string places)
    {
        var answer = Assert.Single(await AskAsync(question));

        Assert.False(answer.TryGetProperty("failure", out _), answer.ToString());
        Assert.Equal(places, CorpusCase.LocationsOf(answer.GetProperty("errors")));
        Assert.Equal(places.Length == 0, answer.GetProperty("errors").GetArrayLength() == 0);
    }

    [Fact]
    public async Task Lines_that_are_no_cases_are_answered_too_and_end_nothing()
    {
        var answers = await AskAsync(
            "no json",
            "[]",
            """{"kind":"prase"}""",
            """{"kind":"parse"}""",
            """{"kind":"validate","body":"{ a }"}""",
            $$"""{"kind":"parse","body":"{{new string('{', 100_000)}}"}""",
            """{"id":7,"kind":"parse","body":"{ a }"}""");

        Assert.All(answers.SkipLast(1), static answer => Assert.NotEqual(0, answer.GetProperty("errors").GetArrayLength()));
        Assert.Equal(7, answers[^1].GetProperty("id").GetInt32());
        Assert.Equal(0, answers[^1].GetProperty("errors").GetArrayLength());
    }

    [SharedDataFact(Corpus.RelativePath)]
    public async Task The_whole_corpus_is_answered()
    {
        string[] kinds = ["parse", "validate", "validateSDL", "validateSchema", "variables"];
        var cases = kinds.SelectMany(Corpus.Read).ToList();

        var answers = await AskAsync([.. cases.Select(static item => item.Content.GetRawText().ReplaceLineEndings(" "))]);

        Assert.Equal(cases.Select(static item => item.Id), answers.Select(static answer => answer.GetProperty("id").GetString()!));
    }

    private static async Task<IReadOnlyList<JsonElement>> AskAsync(params string[] questions)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', questions)));
        using var output = new MemoryStream();
        await AdapterCommand.RunAsync(input, output);
        var answers = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(questions.Length, answers.Length);
        return [.. answers.Select(static answer => JsonSerializer.Deserialize<JsonElement>(answer))];
    }
}
