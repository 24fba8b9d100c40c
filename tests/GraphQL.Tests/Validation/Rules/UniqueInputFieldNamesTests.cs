using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesTests : RuleTests
{
    [Theory]
    [InlineData("""{ fighters(where: {name: "a", level: {from: 1, to: 2}, all: [{name: "a"}, {name: "a"}]}) { name } }""")]
    public void Each_is_given_once(string document) => ExpectValid(document);

    [Theory]
    [InlineData("""{ fighters(where: {①②name: "a", ①name: "b", all: [{③name: "a", ③name: "b"}], ②name: "c"}) { name } }""")]
    [InlineData("{ unknown(a: {①b: 1, ①b: 2}) }")]
    [InlineData("""query ($a: Filter = {①name: "a", ①name: "a"}) { id }""")]
    public void None_is_given_twice_at_any_depth(string document) => ExpectErrors(document);
}
