using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class StreamOnListFieldTests : RuleTests
{
    [Theory]
    [InlineData("{ fighters @stream { name } findAll @stream { name } mage { titles @stream } }")]
    public void Lists_may_be_streamed(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ fighter ①@stream { name ②@stream } }")]
    public void Others_may_not(string document) => ExpectErrors(document);
}
