using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesTests : RuleTests
{
    [Theory]
    [InlineData("""{ mage(id: 1) { spells(first: 1, school: FIRE) { name @tag(name: "a", priority: 2) } } __type(name: "A") { fields(includeDeprecated: true) { name } } }""")]
    [InlineData("{ unknown(a: 1) id @unknown(a: 1) }")]
    public void Defined_arguments_are_known(string document) => ExpectValid(document);

    [Theory]
    [InlineData("""{ mage(id: 1, ①ID: 2) { name(②a: 1) @tag(name: "a", ③nam: "b") } }""")]
    [InlineData("{ ... @include(if: true, ①unless: false) { id } }")]
    [InlineData("{ id(①a: 1) @skip(②iff: true) }")]
    public void Others_are_not(string document) => ExpectErrors(document);
}
