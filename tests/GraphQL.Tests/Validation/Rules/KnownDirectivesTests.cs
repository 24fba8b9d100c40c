using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesTests : RuleTests
{
    [Theory]
    [InlineData("query ($a: Int @onVariable) @onQuery { id @onField @skip(if: true) ...F @onSpread(depth: 1) @include(if: true) ... @onSpread(depth: 1) { id } } fragment F on Query @onFragment { id }")]
    public void Directives_may_stand_where_they_are_defined_for(string document) => ExpectValid(document);

    [Theory]
    [InlineData("query ($a: Int ①@onField) ②@skip(if: true) { id ③@onQuery ...F ④@onFragment ... ⑤@onVariable { id } } fragment F on Query ⑥@onSpread(depth: 1) { id }")]
    [InlineData("mutation ①@onQuery { rename { name } }")]
    [InlineData("subscription ①@onQuery { lines }")]
    [InlineData("query ①@deprecated { id }")]
    public void Elsewhere_they_may_not(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("{ id ①@unknown(a: 1) }")]
    public void Unknown_ones_may_nowhere(string document) => ExpectErrors(document);
}
