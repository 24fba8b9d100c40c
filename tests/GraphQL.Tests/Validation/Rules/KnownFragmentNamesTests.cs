using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesTests : RuleTests
{
    [Theory]
    [InlineData("{ beast { ...A } } fragment A on Beast { ... on Beast { ...B } } fragment B on Beast { name }")]
    public void Fragments_of_the_document_are_known(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ beast { ...①A } } fragment a on Beast { ...②B }")]
    public void Others_are_not(string document) => ExpectErrors(document);
}
