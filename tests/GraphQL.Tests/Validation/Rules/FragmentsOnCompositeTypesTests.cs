using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesTests : RuleTests
{
    [Theory]
    [InlineData("{ ... on Query { fighter { ... on Mage { name } } } } fragment F on Combatant { __typename }")]
    [InlineData("{ ... @include(if: true) { id } }")]
    [InlineData("fragment F on Unknown { name }")]
    public void Objects_interfaces_and_unions_have_selections(string document) => ExpectValid(document);

    [Theory]
    [InlineData("fragment F on ①Int { name }")]
    [InlineData("fragment F on ①School { name }")]
    [InlineData("fragment F on ①Filter { name }")]
    [InlineData("{ fighter { ... on ①Boolean { name } ... on ②Target { id } } }")]
    public void Leaves_and_inputs_have_none(string document) => ExpectErrors(document);
}
