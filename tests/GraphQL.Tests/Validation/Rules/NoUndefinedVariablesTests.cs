using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesTests : RuleTests
{
    [Theory]
    [InlineData("query ($a: Int, $b: Boolean!) { int(value: $a) @skip(if: $b) ...F } fragment F on Query { list(value: [$a]) fighters(where: {level: {from: $a}}) { name } }")]
    public void Defined_ones_may_be_used_everywhere(string document) => ExpectValid(document);

    [Theory]
    [InlineData("①query A { int(value: ①$a) }")]
    [InlineData("query A($a: Int) { int(value: $a) ...F } ①query B { ...F } fragment F on Query { list(value: [1, ①$a]) }")]
    [InlineData("①②{ int(value: ①$a) @skip(if: ②$b) }")]
    [InlineData("①{ fighters(where: {level: {from: ①$a}}) { name } }")]
    public void Others_may_not_in_the_operation_or_in_its_fragments(string document) => ExpectErrors(document);
}
