using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesTests : RuleTests
{
    [Theory]
    [InlineData("query A($a: Int, $b: Int) { id } query B($a: Int) { id }")]
    public void Different_names_and_equal_ones_in_other_operations_are_fine(string document) => ExpectValid(document);

    [Theory]
    [InlineData("query ($①a: Int, $①a: String, $②b: Int, $②b: Int, $①a: Int) { id }")]
    public void A_name_is_given_once(string document) => ExpectErrors(document);
}
