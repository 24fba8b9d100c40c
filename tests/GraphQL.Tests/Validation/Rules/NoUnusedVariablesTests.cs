using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesTests : RuleTests
{
    [Theory]
    [InlineData("query ($a: Int, $b: Boolean!, $c: Int) { int(value: $a) ...F @include(if: $b) } fragment F on Query { list(value: [$c]) }")]
    public void Used_ones_may_be_used_anywhere(string document) => ExpectValid(document);

    [Theory]
    [InlineData("query (①$a: Int) { id }")]
    [InlineData("query A($a: Int) { ...F } query B(①$a: Int, ②$b: Int = 1 @onVariable) { id } fragment F on Query { int(value: $a) }")]
    public void Those_that_are_not_used_are_errors(string document) => ExpectErrors(document);
}
