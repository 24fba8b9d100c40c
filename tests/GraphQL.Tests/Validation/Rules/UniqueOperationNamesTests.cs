using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesTests : RuleTests
{
    [Theory]
    [InlineData("query A { beast { name } } query B { beast { name } }")]
    [InlineData("query A { beast { ...A } } fragment A on Beast { name }")]
    [InlineData("{ beast { name } }")]
    public void Different_names_and_a_fragment_of_the_same_name_are_fine(string document) => ExpectValid(document);

    [Theory]
    [InlineData("query ①A { beast { name } } query ①A { beast { legs } }")]
    [InlineData("query ①A { beast { name } } mutation ①A { rename { name } }")]
    [InlineData("query ①②A { beast { name } } query ①A { id } subscription ②A { lines }")]
    public void A_name_is_given_once_across_all_kinds_of_operations(string document) => ExpectErrors(document);
}
