using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionTests : RuleTests
{
    [Theory]
    [InlineData("query ($a: Int, $b: Int!, $c: [Int!]) { int(value: $a) x: int(value: $b) list(value: $c) y: list(value: [$b]) }")]
    [InlineData("query ($a: Boolean!) { id @skip(if: $a) ...F } fragment F on Query { int @include(if: $a) }")]
    [InlineData("query ($a: Range, $b: Int!) { fighters(where: {level: $a, all: [{level: {from: $b}}]}) { name } }")]
    [InlineData("query ($a: Unknown) { int(value: $a) unknown(value: $a) x: int(unknown: $a) }")]
    public void A_type_fits_itself_and_its_nullable_form(string document) => ExpectValid(document);

    [Theory]
    [InlineData("query (①$a: Int) { required(value: ①$a, other: 1) }")]
    [InlineData("query (①②$a: String) { int(value: ①$a) list(value: ②$a) }")]
    [InlineData("query (①$a: [Int]) { list(value: ①$a) }")]
    [InlineData("query (①$a: Int) { list(value: [1, ①$a]) }")]
    [InlineData("query (①$a: Int!) { list(value: ①$a) }")]
    [InlineData("query (①$a: Boolean) { id @skip(if: ①$a) }")]
    [InlineData("query (①$a: Int) { fighters(where: {level: {from: ①$a}}) { name } }")]
    [InlineData("query A(①$a: Int) { ...F } query B($a: Int!) { ...F } fragment F on Query { required(value: ①$a, other: 1) }")]
    public void Another_type_does_not(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("query ($a: Int = 1) { required(value: $a, other: 1) }")]
    [InlineData("query ($a: Int) { fighters(limit: $a) { name } x: fighters(where: {level: {from: 1, to: $a}}) { name } }")]
    public void A_default_of_the_variable_or_of_its_place_stands_in_for_null(string document) => ExpectValid(document);

    [Theory]
    [InlineData("query (①$a: Int = null) { required(value: ①$a, other: 1) }")]
    [InlineData("query (①$a: String = \"1\") { required(value: ①$a, other: 1) }")]
    [InlineData("query (①$a: String) { fighters(limit: ①$a) { name } }")]
    public void A_default_of_null_or_of_another_type_does_not(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("query ($a: ID!) { find(target: {id: $a}) { name } }", "")]
    [InlineData("query ($a: Target) { find(target: $a) { name } }", "")]
    [InlineData("query (①$a: ID) { find(target: {id: ①$a}) { name } }", "nullable")]
    [InlineData("query (①$a: ID = 1) { findAll(targets: [{id: ①$a}]) { name } }", "nullable")]
    [InlineData("query (①②$a: Int) { find(target: {id: ①②$a}) { name } }", "nullable and of another type")]
    public void The_field_of_a_choice_takes_only_variables_that_are_never_null(string document, string wrong)
    {
        if (wrong.Length == 0)
            ExpectValid(document);
        else
            ExpectErrors(document);
    }
}
