using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamOnValidOperationsTests : RuleTests
{
    [Theory]
    [InlineData("{ ... @defer { id } fighters @stream { name } }")]
    [InlineData("subscription ($a: Boolean!) { fights { ... @defer(if: $a) { name } spells @stream(if: false) { name } ... @defer @skip(if: $a) { mana } ... @defer @include(if: $a) { power } } }")]
    public void Queries_may_and_subscriptions_may_when_it_can_be_off(string document) => ExpectValid(document);

    [Theory]
    [InlineData("subscription { fights { ... ①@defer { name } spells ②@stream(if: true) { name } } }")]
    [InlineData("""subscription { fights { ①...F } } fragment F on Mage { ... ①@defer(label: "a") { name } }""")]
    [InlineData("subscription { fights { ... ①@defer @skip(if: false) { name } } }")]
    public void Subscriptions_may_not_otherwise(string document) => ExpectErrors(document);
}
