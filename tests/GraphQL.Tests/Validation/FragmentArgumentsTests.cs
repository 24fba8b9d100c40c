using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using Xunit;

namespace GraphQL.Tests.Validation;

/// <summary>Variables of fragments, the proposal that <see cref="ParserOptions.FragmentArguments"/> reads.</summary>
public sealed class FragmentArgumentsTests
{
    private static readonly ParserOptions Experimental = new() { FragmentArguments = true };

    private static readonly Schema Schema = ValidationSchema.Of("""
        type Query { a(x: Int): Int need(x: Int!): Int self: Query }
        """);

    [Theory]
    [InlineData("{ ...F(x: 1) } fragment F($x: Int) on Query { a(x: $x) }")]
    [InlineData("{ ...F } fragment F($x: Int! = 1) on Query { need(x: $x) }")]
    [InlineData("query ($y: Int!) { ...F(x: $y) } fragment F($x: Int!) on Query { need(x: $x) ...G(y: $x) } fragment G($y: Int!) on Query { b: need(x: $y) }")]
    [InlineData("{ ...F(x: 1) self { ...F(x: 2) } } fragment F($x: Int) on Query { a(x: $x) }")]
    [InlineData("{ ...F(x: 1) ...F(x: 1) } fragment F($x: Int) on Query { a(x: $x) }")]
    [InlineData("query ($y: Int) { a(x: $y) ...F(x: 1) } fragment F($x: Int) on Query { a(x: $y) b: a(x: $x) }")]
    public void Fitting_arguments_are_valid(string document) => Assert.Equal("", Found(document));

    [Theory]
    [InlineData("KnownArgumentNames 1:8", "{ ...F(z: 1) } fragment F($x: Int) on Query { a(x: $x) }")]
    [InlineData("KnownArgumentNames 1:8", "{ ...F(x: 1) } fragment F on Query { a }")]
    [InlineData("ProvidedRequiredArguments 1:3", "{ ...F } fragment F($x: Int!) on Query { need(x: $x) }")]
    [InlineData("ValuesOfCorrectType 1:11", "{ ...F(x: \"1\") } fragment F($x: Int) on Query { a(x: $x) }")]
    [InlineData("ValuesOfCorrectType 1:35", "{ ...F(x: 1) } fragment F($x: Int=\"1\") on Query { a(x: $x) }")]
    [InlineData("NoUnusedVariables 1:27", "{ ...F(x: 1) } fragment F($x: Int) on Query { a }")]
    [InlineData("NoUnusedVariables 1:8", "query ($x: Int) { ...F(x: 1) } fragment F($x: Int) on Query { a(x: $x) }")]
    [InlineData("NoUndefinedVariables 1:11 1:1", "{ ...F(x: $y) } fragment F($x: Int) on Query { a(x: $x) }")]
    [InlineData("VariablesInAllowedPosition 1:27 1:55", "{ ...F(x: 1) } fragment F($x: Int) on Query { need(x: $x) }")]
    [InlineData("VariablesInAllowedPosition 1:8 1:27", "query ($y: Int) { ...F(x: $y) } fragment F($x: Int!) on Query { need(x: $x) }")]
    [InlineData("VariablesAreInputTypes 1:25 | VariablesInAllowedPosition 1:21 1:48", "{ ...F } fragment F($x: Query) on Query { a(x: $x) }")]
    [InlineData("OverlappingFieldsCanBeMerged 1:3 1:14", "{ ...F(x: 1) ...F(x: 2) } fragment F($x: Int) on Query { a(x: $x) }")]
    [InlineData("OverlappingFieldsCanBeMerged 1:3 1:67", "{ a(x: 1) ...F(x: 1) } fragment F($x: Int) on Query { b: a(x: $x) a(x: $x) }")]
    [InlineData("OverlappingFieldsCanBeMerged 1:19 1:72", "query ($x: Int) { a(x: $x) ...F(x: 1) } fragment F($x: Int) on Query { a(x: $x) }")]
    public void Others_are_errors_of_the_rules_for_arguments_and_variables(string error, string document) => Assert.Equal(error, Found(document));

    [Fact]
    public void Fragments_that_grow_by_their_own_arguments_are_refused_in_bounded_work()
    {
        var errors = DocumentValidator.Validate(
            Schema, Parser.ParseDocument("{ a ...F(x: 1) } fragment F($x: Int) on Query { b: a(x: $x) ...F(x: [$x, $x]) }", Experimental));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public void They_are_no_part_of_the_language_by_default()
    {
        Assert.Throws<GraphQLException>(() => Parser.ParseDocument("{ ...F(x: 1) }"));
        Assert.Throws<GraphQLException>(() => Parser.ParseDocument("fragment F($x: Int) on Query { a }"));
        Assert.Throws<ArgumentException>(() => new RequestExecutor(Schema, new RequestExecutorOptions { Parser = Experimental }));
    }

    private static string Found(string document) => string.Join(" | ", DocumentValidator.Validate(Schema, Parser.ParseDocument(document, Experimental))
        .Select(error => $"{error.Extensions?["rule"]} {string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}"))}"));
}
