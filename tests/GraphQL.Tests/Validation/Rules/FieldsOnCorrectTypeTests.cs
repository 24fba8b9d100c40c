using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeTests : RuleTests
{
    [Theory]
    [InlineData("""{ beast { name n: name __typename } __schema { types { name } } __type(name: "Mage") { kind } }""")]
    [InlineData("{ combatant { __typename ... on Mage { mana } } }")]
    [InlineData("{ beast { ... on Unknown { anything { at { all } } } } }")]
    [InlineData("fragment F on Unknown { a { b } }")]
    public void Fields_of_the_type_are_found(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ beast { ①wings } }")]
    [InlineData("{ ①unknown { anything } }")]
    [InlineData("{ beast { ①alias: wings } }")]
    [InlineData("{ fighter { ①mana } }")]
    [InlineData("{ combatant { ①name } }")]
    [InlineData("""{ beast { ①__schema { types { name } } ②__type(name: "A") { name } } }""")]
    [InlineData("fragment F on Fighter { target { ①armor ... on Knight { armor ②mana } ... { ③legs } } }")]
    public void Others_are_not(string document) => ExpectErrors(document);
}
