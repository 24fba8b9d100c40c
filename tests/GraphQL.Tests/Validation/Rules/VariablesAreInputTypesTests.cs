using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesTests : RuleTests
{
    [Theory]
    [InlineData("query ($a: Int, $b: [School!]!, $c: Filter = {}, $d: Target, $e: Instant, $f: Unknown) { id }")]
    public void Scalars_enums_and_input_objects_can_be_passed_in(string document) => ExpectValid(document);

    [Theory]
    [InlineData("query ($a: ①Mage, $b: ②[Fighter!]!, $c: ③Combatant!) { id }")]
    public void Objects_interfaces_and_unions_cannot(string document) => ExpectErrors(document);
}
