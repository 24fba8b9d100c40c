using System.Text.Json;
using GraphQL.Language;
using GraphQL.Tests.Execution;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Specification;

/// <summary>What the edition of September 2025 added to that of October 2021, a case for each item; through the executor, or the start of a server.</summary>
public sealed class September2025Tests
{
    private const string Sdl = """
        "All of it." schema { query: Query subscription: Subscription }
        type Query implements Named {
          name: String @deprecated(reason: "It has none.")
          text(of: String): String
          find(by: By, old: Int @deprecated): String
          filter(by: Filter = {}, ids: [Int] = 7, limit: Int! = 3): String
          mood: Mood
          when: When
        }
        type Subscription { ticks: Int more: Int }
        interface Named { name: String @deprecated }
        input By @oneOf { id: ID near: Near }
        input Near { x: Int! y: Int = 2 was: Int @deprecated(reason: "Use x.") }
        input Filter { size: Int = 5 near: Near = { x: 1 } }
        enum Mood { GLAD SAD @deprecated }
        scalar When @specifiedBy(url: "https://example.org/when")
        directive @tagged(with: String was: Int @deprecated) repeatable on FIELD
        """;

    private readonly Api _api = new Api(Sdl)
        .With("Query.text", static context => context.Argument("of"))
        .With("Query.find", static context => JsonSerializer.Serialize(context.Argument("by")))
        .With("Query.filter", static context => JsonSerializer.Serialize(new[] { context.Argument("by"), context.Argument("ids"), context.Argument("limit") }));

    public static TheoryData<string, string, string, string> Answers => new()
    {
        { "oneOf: a literal", "{ find(by: { id: 7 }) }", "{}", """{"find":"{\"id\":\"7\"}"}""" },
        { "oneOf: a variable", "query ($by: By) { find(by: $by) }", """{"by":{"near":{"x":1}}}""", """{"find":"{\"near\":{\"x\":1,\"y\":2}}"}""" },
        { "oneOf: a variable inside", "query ($id: ID!) { find(by: { id: $id }) }", """{"id":"a"}""", """{"find":"{\"id\":\"a\"}"}""" },
        { "isOneOf", "{ a: __type(name: \"By\") { isOneOf } b: __type(name: \"Near\") { isOneOf } c: __type(name: \"Query\") { isOneOf } }", "{}", """{"a":{"isOneOf":true},"b":{"isOneOf":false},"c":{"isOneOf":null}}""" },
        { "descriptions of operations, variables and fragments", "\"What.\" query Q(\"Why.\" $of: String) { ...F } \"\"\"How.\"\"\" fragment F on Query { text(of: $of) }", """{"of":"x"}""", """{"text":"x"}""" },
        { "escapes of any length", """{ text(of: "\u{1F600}\u{41}\u0042") }""", "{}", """{"text":"😀AB"}""" },
        { "a pair of surrogates", """{ text(of: "\uD83D\uDE00") }""", "{}", """{"text":"😀"}""" },
        { "any scalar value in the source", "{ text(of: \"😀\u0007\") }", "{}", "{\"text\":\"😀\\u0007\"}" },
        { "includeDeprecated: fields", "{ __type(name: \"Named\") { fields { name } all: fields(includeDeprecated: true) { name deprecationReason } } }", "{}", """{"__type":{"fields":[],"all":[{"name":"name","deprecationReason":"No longer supported"}]}}""" },
        { "includeDeprecated: enum values", "{ __type(name: \"Mood\") { enumValues { name } all: enumValues(includeDeprecated: true) { name } } }", "{}", """{"__type":{"enumValues":[{"name":"GLAD"}],"all":[{"name":"GLAD"},{"name":"SAD"}]}}""" },
        { "includeDeprecated: input fields", "{ __type(name: \"Near\") { inputFields { name } all: inputFields(includeDeprecated: true) { name isDeprecated deprecationReason } } }", "{}", """{"__type":{"inputFields":[{"name":"x"},{"name":"y"}],"all":[{"name":"x","isDeprecated":false,"deprecationReason":null},{"name":"y","isDeprecated":false,"deprecationReason":null},{"name":"was","isDeprecated":true,"deprecationReason":"Use x."}]}}""" },
        { "includeDeprecated: arguments of fields", "{ __type(name: \"Query\") { fields { name args { name } all: args(includeDeprecated: true) { name } } } }", "{}", """{"__type":{"fields":[{"name":"text","args":[{"name":"of"}],"all":[{"name":"of"}]},{"name":"find","args":[{"name":"by"}],"all":[{"name":"by"},{"name":"old"}]},{"name":"filter","args":[{"name":"by"},{"name":"ids"},{"name":"limit"}],"all":[{"name":"by"},{"name":"ids"},{"name":"limit"}]},{"name":"mood","args":[],"all":[]},{"name":"when","args":[],"all":[]}]}}""" },
        { "default values are coerced as literals are", "{ filter }", "{}", """{"filter":"[{\"size\":5,\"near\":{\"x\":1,\"y\":2}},[7],3]"}""" },
        { "default values of variables too", "query ($by: Filter = { near: { x: 4 } }, $limit: Int) { filter(by: $by, limit: $limit) }", "{}", """{"filter":"[{\"size\":5,\"near\":{\"x\":4,\"y\":2}},[7],3]"}""" },
        { "null is no absence", "{ filter(by: null, ids: null) }", "{}", """{"filter":"[null,null,3]"}""" },
        { "a schema's description", "{ __schema { description } }", "{}", """{"__schema":{"description":"All of it."}}""" },
        { "specifiedByURL", "{ __type(name: \"When\") { specifiedByURL } }", "{}", """{"__type":{"specifiedByURL":"https://example.org/when"}}""" },
        { "a directive that may be repeated", "{ text(of: \"x\") @tagged(with: \"a\") @tagged(with: \"b\") }", "{}", """{"text":"x"}""" },
        { "the order of the document", "{ b: text(of: \"b\") a: text(of: \"a\") b: text(of: \"b\") }", "{}", """{"b":"b","a":"a"}""" },
    };

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "oneOf: two fields", "{ find(by: { id: 7, near: { x: 1 } }) }", "{}", ErrorCodes.ValidationFailed },
        { "oneOf: no field", "{ find(by: {}) }", "{}", ErrorCodes.ValidationFailed },
        { "oneOf: null", "{ find(by: { id: null }) }", "{}", ErrorCodes.ValidationFailed },
        { "oneOf: a variable that may be null", "query ($id: ID) { find(by: { id: $id }) }", """{"id":"a"}""", ErrorCodes.ValidationFailed },
        { "oneOf: two fields in a variable", "query ($by: By) { find(by: $by) }", """{"by":{"id":"a","near":{"x":1}}}""", ErrorCodes.BadVariable },
        { "oneOf: null in a variable", "query ($by: By) { find(by: $by) }", """{"by":{"id":null}}""", ErrorCodes.BadVariable },
        { "a description of a query in short form", "\"What.\" { mood }", "{}", ErrorCodes.SyntaxError },
        { "half a pair of surrogates", """{ text(of: "\uD83D") }""", "{}", ErrorCodes.SyntaxError },
        { "a pair the wrong way round", """{ text(of: "\uDE00\uD83D") }""", "{}", ErrorCodes.SyntaxError },
        { "a surrogate in braces", """{ text(of: "\u{D83D}") }""", "{}", ErrorCodes.SyntaxError },
        { "beyond Unicode", """{ text(of: "\u{110000}") }""", "{}", ErrorCodes.SyntaxError },
        { "an operation type that the schema does not have", "mutation { mood }", "{}", ErrorCodes.ValidationFailed },
        { "a default that is null where it may not be", "query ($limit: Int! = null) { filter(limit: $limit) }", "{}", ErrorCodes.ValidationFailed },
        { "skip at the root of a subscription", "subscription { ticks @skip(if: false) }", "{}", ErrorCodes.ValidationFailed },
        { "include at the root of a subscription", "subscription ($on: Boolean!) { ticks @include(if: $on) more @skip(if: $on) }", """{"on":true}""", ErrorCodes.ValidationFailed },
        { "skip in a fragment at the root of a subscription", "subscription { ...F } fragment F on Subscription { ... @include(if: true) { ticks } }", "{}", ErrorCodes.ValidationFailed },
        { "introspection at the root of a subscription", "subscription { __typename }", "{}", ErrorCodes.ValidationFailed },
        { "null for includeDeprecated", "{ __type(name: \"Mood\") { enumValues(includeDeprecated: null) { name } } }", "{}", ErrorCodes.ValidationFailed },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task What_the_edition_allows_is_executed(string item, string document, string variables, string data)
    {
        var response = JsonDocument.Parse(await _api.RunAsync(document, variables)).RootElement;

        Assert.False(response.TryGetProperty("errors", out var errors), $"{item}: {errors}");
        Assert.Equal(Unescaped(JsonDocument.Parse(data).RootElement), Unescaped(response.GetProperty("data")));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_the_edition_forbids_is_refused(string item, string document, string variables, string code)
    {
        await foreach (var result in _api.Executor.StreamAsync(Api.Request(document, variables), CancellationToken.None))
        {
            using (result)
            {
                var response = JsonDocument.Parse(result.ToString()).RootElement;
                Assert.False(response.TryGetProperty("data", out _), item);
                Assert.Equal(code, response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
            }
        }
    }

    [Theory]
    [InlineData("an argument that is deprecated", "type Query { a(b: Int @deprecated): Int }", true)]
    [InlineData("a required argument that is", "type Query { a(b: Int! @deprecated): Int }", false)]
    [InlineData("a required argument with a default that is", "type Query { a(b: Int! = 1 @deprecated): Int }", true)]
    [InlineData("an input field that is deprecated", "type Query { a(b: I): Int } input I { c: Int @deprecated d: Int }", true)]
    [InlineData("a required input field that is", "type Query { a(b: I): Int } input I { c: Int! @deprecated d: Int }", false)]
    [InlineData("a required argument of a directive that is", "type Query { a: Int } directive @d(c: Int! @deprecated) on FIELD", false)]
    [InlineData("a field that is deprecated where its interface's is not", "type Query implements N { a: Int @deprecated } interface N { a: Int }", false)]
    [InlineData("a field that is deprecated where its interface's is too", "type Query implements N { a: Int @deprecated } interface N { a: Int @deprecated }", true)]
    [InlineData("a field that is not where its interface's is", "type Query implements N { a: Int } interface N { a: Int @deprecated }", true)]
    [InlineData("a oneOf field with a default", "type Query { a(b: I): Int } input I @oneOf { c: Int = 1 d: Int }", false)]
    [InlineData("a oneOf field that may not be null", "type Query { a(b: I): Int } input I @oneOf { c: Int! d: Int }", false)]
    [InlineData("a oneOf type that never ends", "type Query { a(b: I): Int } input I @oneOf { c: I }", false)]
    [InlineData("a oneOf type with a way out", "type Query { a(b: I): Int } input I @oneOf { c: I d: Int }", true)]
    [InlineData("a default of the wrong type", "type Query { a(b: Int = \"1\"): Int }", false)]
    [InlineData("a default that an input field lacks", "type Query { a(b: I = {}): Int } input I { c: Int! }", false)]
    [InlineData("defaults in a circle", "type Query { a(b: I): Int } input I { c: I = {} }", false)]
    [InlineData("defaults that end", "type Query { a(b: I): Int } input I { c: I = { c: null } }", true)]
    [InlineData("an interface that implements another", "type Query implements M & N { a: Int b: Int } interface M implements N { a: Int b: Int } interface N { a: Int }", true)]
    [InlineData("an interface that implements itself", "type Query implements N { a: Int } interface N implements N { a: Int }", false)]
    [InlineData("one type for two operations", "schema { query: Q mutation: Q } type Q { a: Int }", false)]
    public void A_server_starts_with_what_the_edition_allows_and_with_nothing_else(string item, string sdl, bool isValid)
    {
        var document = Parser.ParseDocument(sdl);
        var refused = Record.Exception(() => SchemaFromDocument.BuildValid(document));

        Assert.True(isValid == refused is null, $"{item}: {refused?.Message}");
        Assert.True(refused is null or GraphQLException, $"{refused}");
    }

    [Theory]
    [InlineData("Query", true)]
    [InlineData("Query.text", true)]
    [InlineData("Query.text(of:)", true)]
    [InlineData("Mood.GLAD", true)]
    [InlineData("@tagged", true)]
    [InlineData("@tagged(with:)", true)]
    [InlineData("@tagged.with", false)]
    [InlineData("Query(of:)", false)]
    [InlineData("Query.text(of)", false)]
    [InlineData("Query.text(of:) ", false)]
    [InlineData("Query .text", false)]
    [InlineData("Query.", false)]
    [InlineData("", false)]
    public void Schema_coordinates_are_read_and_written(string text, bool isValid)
    {
        if (isValid)
            Assert.Equal(text, Parser.ParseSchemaCoordinate(Source.From(text)).ToString());
        else
            Assert.Throws<GraphQLException>(() => Parser.ParseSchemaCoordinate(Source.From(text)));
    }

    /// <summary>The same text however its writer escapes.</summary>
    private static string Unescaped(JsonElement data) => JsonSerializer.Serialize(data, Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
