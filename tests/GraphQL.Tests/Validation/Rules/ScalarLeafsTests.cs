using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsTests : RuleTests
{
    [Theory]
    [InlineData("{ id school combatant { __typename } fighters { name } }")]
    [InlineData("{ unknown { a } beast { unknown } }")]
    public void Leaves_end_and_all_others_go_on(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ id ①{ a } }")]
    [InlineData("{ fighter { name ①{ length } __typename ②{ a } } }")]
    [InlineData("{ mage { titles ①{ a } } }")]
    [InlineData("{ school ①{ a } }")]
    public void A_leaf_has_no_fields(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("{ ①beast }")]
    [InlineData("{ ①fighters ②combatant ③thing @include(if: true) }")]
    [InlineData("{ fighter { ①target } }")]
    public void All_others_need_some(string document) => ExpectErrors(document);
}
