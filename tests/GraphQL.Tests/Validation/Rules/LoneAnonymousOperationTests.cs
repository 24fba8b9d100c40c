using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationTests : RuleTests
{
    [Theory]
    [InlineData("{ beast { name } }")]
    [InlineData("{ beast { ...F } } fragment F on Beast { name }")]
    [InlineData("query A { id } query B { id }")]
    public void One_without_a_name_may_stand_alone_or_with_fragments(string document) => ExpectValid(document);

    [Theory]
    [InlineData("①{ id } query A { id }")]
    [InlineData("①{ id } ②{ id }")]
    [InlineData("query A { id } ①mutation { rename { name } }")]
    public void Beside_others_it_may_not_stand(string document) => ExpectErrors(document);
}
