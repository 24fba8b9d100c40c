using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using Xunit;

namespace GraphQL.Tests.Validation;

/// <summary>Which part of the schema an invalid document misuses; September 2025, section "Schema Coordinates".</summary>
public sealed class CoordinateTests
{
    private static readonly Schema Schema = SchemaFromDocument.Build(Parser.ParseDocument(
        """
        type Query { hero(by: By, episode: Episode, first: Int!): Hero count(of: [By!]): Int anyone: Named }
        interface Named { name(upper: Boolean): String }
        type Hero implements Named { name(upper: Boolean): String }
        input By { id: ID name: String! near: Near }
        input Near @oneOf { x: Int y: Int }
        enum Episode { JEDI }
        directive @limit(to: Int!) on FIELD
        """));

    [Theory]
    [InlineData("{ villain }", "Query")]
    [InlineData("{ anyone { age } }", "Named")]
    [InlineData("{ hero(first: 1) }", "Query.hero")]
    [InlineData("{ count { x } }", "Query.count")]
    [InlineData("{ hero { name } }", "Query.hero(first:)")]
    [InlineData("{ hero(first: 1 last: 1) { name } }", "Query.hero")]
    [InlineData("{ hero(first: \"1\") { name } }", "Query.hero(first:)")]
    [InlineData("{ hero(first: null) { name } }", "Query.hero(first:)")]
    [InlineData("{ hero(first: 1 episode: HOPE) { name } }", "Episode")]
    [InlineData("{ hero(first: 1 episode: \"JEDI\") { name } }", "Query.hero(episode:)")]
    [InlineData("{ hero(first: 1 by: 7) { name } }", "Query.hero(by:)")]
    [InlineData("{ hero(first: 1 by: {}) { name } }", "By.name")]
    [InlineData("{ hero(first: 1 by: { name: 7 }) { name } }", "By.name")]
    [InlineData("{ hero(first: 1 by: { name: \"a\", age: 7 }) { name } }", "By")]
    [InlineData("{ hero(first: 1 by: { name: \"a\", near: {} }) { name } }", "Near")]
    [InlineData("{ hero(first: 1 by: { name: \"a\", near: { x: \"1\" } }) { name } }", "Near.x")]
    [InlineData("{ count(of: [{ name: \"a\" }, { name: null }]) }", "By.name")]
    [InlineData("{ count @limit }", "@limit(to:)")]
    [InlineData("{ count @limit(to: 1 from: 2) }", "@limit")]
    [InlineData("{ count @limit(to: true) }", "@limit(to:)")]
    [InlineData("query @limit(to: 1) { count }", "@limit")]
    [InlineData("{ anyone { name(upper: 1) } }", "Named.name(upper:)")]
    [InlineData("{ anyone { ... on Hero { name(upper: 1) } } }", "Hero.name(upper:)")]
    [InlineData("{ hero(first: 1) { ...F } } fragment F on Hero { name(lower: true) }", "Hero.name")]
    [InlineData("{ __typename { x } }", null)]
    [InlineData("{ count @unknown }", null)]
    [InlineData("query ($by: By = { name: 7 }) { count(of: [$by]) }", "By.name")]
    [InlineData("query ($first: Int) { hero(first: $first) { name } }", "Query.hero(first:)")]
    [InlineData("query ($name: String) { count(of: [{ name: $name }]) }", "By.name")]
    [InlineData("query ($x: Int) { count(of: [{ name: \"a\", near: { x: $x } }]) }", "Near.x")]
    [InlineData("query ($to: Int) { count @limit(to: $to) }", "@limit(to:)")]
    [InlineData("{ ...F }", null)]
    public void An_error_names_the_part_of_the_schema_that_is_misused(string document, string? coordinate)
    {
        var errors = DocumentValidator.Validate(Schema, Parser.ParseDocument(document), ValidationOptions.Default);

        Assert.Contains(coordinate, errors.Select(static error => error.Coordinate));
        Assert.All(errors.Select(static error => error.Coordinate).OfType<string>(), static text =>
            Assert.Equal(text, Parser.ParseSchemaCoordinate(Source.From(text)).ToString()));
    }
}
