using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsTests : RuleTests
{
    [Theory]
    [InlineData("{ fighter { ... on Mage { name } ... on Named { name } ... on Combatant { __typename } ...K } } fragment K on Knight { horse { ... on Beast { name } } }")]
    [InlineData("{ combatant { ... on Fighter { name } ... on Combatant { __typename } } thing { ... on Named { name } } }")]
    [InlineData("{ beast { ... on Unknown { name } ... on Int { name } ...Nobody } }")]
    public void Types_with_an_object_in_common_meet(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ beast { ①... on Mage { name } } }")]
    [InlineData("{ beast { ①...M } } fragment M on Mage { name }")]
    [InlineData("{ combatant { ①... on Beast { name } ②... on Thing { __typename } } }")]
    [InlineData("{ thing { ①... on Fighter { name } } }")]
    [InlineData("fragment F on Spell { ①... on Named { name } }")]
    public void Types_without_one_do_not(string document) => ExpectErrors(document);
}
