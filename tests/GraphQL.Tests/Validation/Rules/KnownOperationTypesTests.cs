using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class KnownOperationTypesTests : RuleTests
{
    private static readonly Schema QueriesOnly = ValidationSchema.Of("type Query { id: ID }");

    [Theory]
    [InlineData("{ beast { name } }")]
    [InlineData("subscription { lines }")]
    [InlineData("mutation { rename { name } }")]
    public void Kinds_that_the_schema_has_are_known(string document) => ExpectValid(document);

    [Theory]
    [InlineData("①mutation { a }")]
    [InlineData("{ id } ①subscription A { a } ②mutation B { b }")]
    public void Kinds_that_it_does_not_have_are_not(string document) => ExpectErrors(document, QueriesOnly);
}
