using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationTests : RuleTests
{
    [Theory]
    [InlineData("""{ id @tag(name: "a") @tag(name: "b") @skip(if: true) @include(if: true) int @skip(if: true) }""")]
    [InlineData("{ id @unknown @unknown }")]
    public void Repeatable_ones_and_different_places_are_fine(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ id ①@skip(if: true) ①@skip(if: false) }")]
    [InlineData("{ id ①②@onField ①@onField ②@onField ... ③@onSpread(depth: 1) ③@onSpread(depth: 2) { id } }")]
    [InlineData("query ①@onQuery ①@onQuery { id }")]
    public void Others_stand_once_in_a_place(string document) => ExpectErrors(document);
}
