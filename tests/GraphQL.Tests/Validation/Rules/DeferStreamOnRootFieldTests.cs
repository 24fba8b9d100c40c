using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamOnRootFieldTests : RuleTests
{
    [Theory]
    [InlineData("{ fighters @stream { name } ... @defer { id } }")]
    [InlineData("mutation { rename { spells @stream { name } ... @defer { name } } }")]
    public void Root_fields_of_queries_and_fields_below_are_fine(string document) => ExpectValid(document);

    [Theory]
    [InlineData("mutation { ... ①@defer { rename { name } } ...F ②@defer } fragment F on Mutation { rename { name } }")]
    [InlineData("subscription { lines ①@stream }")]
    [InlineData("mutation { ...F } fragment F on Mutation { ... ①@defer { rename { name } } ...F }")]
    public void Root_fields_of_others_are_not(string document) => ExpectErrors(document);
}
