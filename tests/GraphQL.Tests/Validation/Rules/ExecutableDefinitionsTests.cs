using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsTests : RuleTests
{
    [Theory]
    [InlineData("{ beast { name } }")]
    [InlineData("query A { beast { ...F } } fragment F on Beast { name }")]
    [InlineData("""mutation { rename(id: 1, name: "a") { name } }""")]
    public void Operations_and_fragments_are_executable(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ beast { name } } ①type Rock { name: String }")]
    [InlineData("①schema { query: Query }")]
    [InlineData("①extend schema @tag ②directive @x on FIELD ③scalar S ④extend type Beast { wings: Int } { beast { name } }")]
    [InlineData("""①"described" enum E { A }""")]
    public void Definitions_of_the_type_system_are_not(string document) => ExpectErrors(document);
}
