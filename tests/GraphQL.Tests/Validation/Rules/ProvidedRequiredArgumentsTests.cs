using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsTests : RuleTests
{
    [Theory]
    [InlineData("""{ mage(id: 1) { name } fighters { name } required(other: 1, value: 2) id @tag(name: "a") }""")]
    [InlineData("{ unknown id @unknown }")]
    [InlineData("query ($a: ID!) { mage(id: $a) { name } }")]
    public void Required_ones_are_given_and_others_may_be_left_out(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ ①mage { name } ②required(value: 1) }")]
    [InlineData("{ ①②required }")]
    [InlineData("{ id ①@skip @include(if: true) int ②@tag(priority: 1) ... ③@onSpread { id } }")]
    public void Required_ones_may_not_be_left_out(string document) => ExpectErrors(document);
}
