using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesTests : RuleTests
{
    [Theory]
    [InlineData("fragment A on Mage { ...B ...B } fragment B on Mage { ...C } fragment C on Mage { name }")]
    [InlineData("fragment A on Mage { ...Unknown }")]
    [InlineData("fragment A on Mage { ...B ...C } fragment B on Mage { ...C } fragment C on Mage { mana }")]
    public void Fragments_may_be_spread_often_as_long_as_they_end(string document) => ExpectValid(document);

    [Theory]
    [InlineData("fragment A on Mage { ①...A }")]
    [InlineData("fragment A on Mage { target { ... on Mage { ①...A } } }")]
    [InlineData("fragment A on Mage { ①...B } fragment B on Mage { ①...A }")]
    [InlineData("fragment A on Mage { ①...B } fragment B on Mage { ①...C } fragment C on Mage { ①...A ②...C }")]
    [InlineData("fragment A on Mage { ...B } fragment B on Mage { ①...C } fragment C on Mage { ①...B }")]
    public void One_does_not_contain_itself(string document) => ExpectErrors(document);
}
