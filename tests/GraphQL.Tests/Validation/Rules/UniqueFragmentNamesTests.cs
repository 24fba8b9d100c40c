using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesTests : RuleTests
{
    [Theory]
    [InlineData("{ beast { ...A ...A ...B } } fragment A on Beast { name } fragment B on Beast { legs }")]
    public void Different_names_are_fine(string document) => ExpectValid(document);

    [Theory]
    [InlineData("fragment ①A on Beast { name } fragment ①A on Beast { legs }")]
    [InlineData("fragment ①②A on Beast { name } fragment ①A on Mage { name } fragment ②A on Knight { name }")]
    public void A_name_is_given_once(string document) => ExpectErrors(document);
}
