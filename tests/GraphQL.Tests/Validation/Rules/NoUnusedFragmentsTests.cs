using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsTests : RuleTests
{
    [Theory]
    [InlineData("query A { beast { ...A } } query B { id } fragment A on Beast { ...B } fragment B on Beast { name }")]
    public void A_fragment_that_some_operation_reaches_is_used(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ id } ①fragment A on Beast { name }")]
    [InlineData("{ beast { ...A } } fragment A on Beast { name } ①fragment B on Beast { ...C } ②fragment C on Beast { ...B }")]
    public void One_that_only_unused_ones_spread_is_not(string document) => ExpectErrors(document);
}
