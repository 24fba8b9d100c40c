using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Validation.Sdl;

public sealed class SchemaValidatorTests
{
    private const string Query = "type Query { a: Int }\n";

    [Theory]
    [InlineData("type Mutation { a: Int }", "")]
    [InlineData("schema { mutation: M } type M { a: Int }", "1:1")]
    [InlineData("input Query { a: Int }", "1:1")]
    [InlineData("schema { query: U } union U = A type A { a: Int }", "1:17")]
    [InlineData("schema { query: A mutation: A } type A { a: Int }", "1:17 1:29")]
    [InlineData("type Query", "1:1")]
    [InlineData(Query + "type A { __a(__b: Int): Int }", "2:10|2:14")]
    [InlineData(Query + "type __A { a: Int }", "2:1")]
    [InlineData(Query + "directive @__a on FIELD", "2:1")]
    [InlineData(Query + "input I { a: Int } type A { a: I }", "2:32")]
    [InlineData(Query + "type A { a(b: A): Int } directive @d(a: Query) on FIELD input I { a: A }", "2:38|2:15|2:70")]
    [InlineData(Query + "type A { a(b: Int! @deprecated): Int }", "2:20 2:15")]
    [InlineData(Query + "input I { a: Int! @deprecated }", "2:19 2:14")]
    [InlineData(Query + "union U", "2:1")]
    [InlineData(Query + "union U = Query | Query", "2:11 2:19")]
    [InlineData(Query + "union U = Query | String", "2:19")]
    [InlineData(Query + "enum E", "2:1")]
    [InlineData(Query + "enum E { __A }", "2:10")]
    [InlineData(Query + "input I", "2:1")]
    [InlineData(Query + "input I @oneOf { a: Int! b: Int = 1 }", "2:21|2:26")]
    [InlineData(Query + "input I { a: I! }", "2:11")]
    [InlineData(Query + "input I { a: J! } input J { b: Int c: I! }", "2:11 2:36")]
    [InlineData(Query + "input I @oneOf { a: J b: J } input J { i: I! }", "2:18 2:40")]
    [InlineData(Query + "input I { a: I = {} }", "2:18")]
    [InlineData(Query + "input I { a: J = {} } input J { b: [I] = [{}] }", "2:18 2:42")]
    [InlineData(Query + "input I { a: Int = \"1\" b: [Int!] = [1, null] c: E = B } enum E { A }", "2:20|2:40|2:53")]
    [InlineData(Query + "type A implements Query { a: Int }", "2:19")]
    [InlineData(Query + "interface A implements A { a: Int }", "2:24")]
    [InlineData(Query + "interface I { a: Int } type A implements I & I { a: Int }", "2:42 2:46")]
    [InlineData(Query + "interface I { a: Int } interface J implements I { a: Int } type A implements J { a: Int }", "2:47 2:78")]
    [InlineData(Query + "interface I { a: Int } type A implements I { b: Int }", "2:15 2:24")]
    [InlineData(Query + "interface I { a: Int! } type A implements I { a: Int }", "2:18 2:50")]
    [InlineData(Query + "interface I { a(b: Int): Int } type A implements I { a: Int }", "2:17 2:54")]
    [InlineData(Query + "interface I { a(b: Int): Int } type A implements I { a(b: Int!): Int }", "2:20 2:59")]
    [InlineData(Query + "interface I { a: Int } type A implements I { a(b: Int!): Int }", "2:48 2:15")]
    [InlineData(Query + "interface I { a: Int } type A implements I { a: Int @deprecated }", "2:53 2:49")]
    public void What_is_not_valid_is_an_error_with_its_places(string text, string places)
    {
        var errors = SchemaValidator.Validate(SchemaFromDocument.Build(Parser.ParseDocument(text)));
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal(ErrorCodes.ValidationFailed, error.Code));
        Assert.Equal(places, Places.Of(errors));
    }

    [Theory]
    [InlineData("interface I { a: I } type A implements I { a: A! b(c: Int! = 1): [A] } type Query implements I { a(b: Int): I }")]
    [InlineData("type Query { a(b: I): Int } input I { a: [I!]! b: I c: J! = {i: null} } input J { i: I }")]
    [InlineData("type Query { a(b: I): Int } input I @oneOf { a: I b: Int }")]
    [InlineData("type Query { a(b: Any = {c: [1, RED]}): U } scalar Any union U = Query")]
    public void A_valid_schema_has_no_errors(string text) =>
        Assert.Empty(SchemaValidator.Validate(SchemaFromDocument.Build(Parser.ParseDocument(text))));

    [Fact]
    public void Places_are_of_the_text_a_node_stands_in()
    {
        var schema = SchemaFromDocument.Build(Parser.ParseDocument("type Query { a: Int }\n\n  union U"));
        var extended = SchemaFromDocument.Extend(schema, Parser.ParseDocument("directive @d on UNION\nextend union U @d"));
        Assert.Equal("3:3 2:1", Places.Of(SchemaValidator.Validate(extended)));
    }

    [Fact]
    public void A_schema_from_csharp_has_errors_without_places()
    {
        var schema = new Schema([new ObjectType { Name = "Query" }], SpecifiedDirectives.All) { QueryType = null };
        var exception = Assert.Throws<GraphQLException>(() => SchemaValidator.ThrowIfInvalid(schema));
        Assert.NotEmpty(exception.Errors);
        Assert.All(exception.Errors, error => Assert.Empty(error.Locations));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1_000)]
    public void Defaults_that_are_made_of_themselves_are_refused(int length)
    {
        var error = Assert.Single(Validate(Chain(length, lastDefault: "{}")));
        Assert.Equal(ErrorCodes.ValidationFailed, error.Code);
        Assert.Equal(length, error.Locations.Length);
    }

    [Fact]
    public void A_circle_of_defaults_that_one_leaves_is_none() => Assert.Empty(Validate(Chain(100, lastDefault: "{ next: null }")));

    private static ImmutableArray<GraphQLError> Validate(string text) => SchemaValidator.Validate(SchemaFromDocument.Build(Parser.ParseDocument(text)));

    /// <summary>Input objects each of which has a field of the next one's type; the last leads back to the first.</summary>
    private static string Chain(int length, string lastDefault)
    {
        var inputs = Enumerable.Range(0, length)
            .Select(i => $"input I{i} {{ next: I{(i + 1) % length} = {(i == length - 1 ? lastDefault : "{}")} }}");
        return $"type Query {{ field(input: I0): Int }}\n{string.Join('\n', inputs)}";
    }
}
