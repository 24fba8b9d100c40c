using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesTests : RuleTests
{
    [Theory]
    [InlineData("""{ required(value: 1, other: 1) @tag(name: "a") @tag(name: "b") list: required(value: 1, other: 2) }""")]
    public void Each_is_given_once(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ required(①value: 1, ①value: 2, ②other: 1, ②other: 1, ①value: 3) }")]
    [InlineData("""{ id @tag(①name: "a", ①name: "b") }""")]
    public void None_is_given_twice(string document) => ExpectErrors(document);
}
