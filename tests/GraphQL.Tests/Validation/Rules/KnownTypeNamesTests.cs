using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesTests : RuleTests
{
    [Theory]
    [InlineData("query ($a: [Filter!]!, $b: Boolean) { fighter { ... on Mage { ...F } } } fragment F on Named { name }")]
    [InlineData("fragment F on __Type { name }")]
    public void Types_of_the_schema_and_of_the_specification_are_known(string document) => ExpectValid(document);

    [Theory]
    [InlineData("query ($a: [①Filtr!]!) { fighter { ... on ②Wizard { name } } } fragment F on ③Nobody { name }")]
    [InlineData("query ($a: ①mage) { id }")]
    public void Other_names_are_not(string document) => ExpectErrors(document);
}
