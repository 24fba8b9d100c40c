using GraphQL.Language;
using GraphQL.Validation;
using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class NoSchemaIntrospectionTests : RuleTests
{
    protected override ValidationOptions Options => new() { AllowIntrospection = false };

    [Theory]
    [InlineData("{ mage(id: 1) { __typename name } }")]
    [InlineData("{ beast { name } __introspect }")]
    public void Data_and_type_names_are_no_introspection(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ ①__schema { ②queryType { name } } }")]
    [InlineData("{ ①s: __type(name: \"Mage\") { name } ②t: __schema { description } }")]
    [InlineData("{ ...F } fragment F on Query { ①__schema { description } }")]
    public void Every_field_of_a_type_of_introspection_is_refused(string document) => ExpectErrors(document);

    [Fact]
    public void It_is_off_by_default() =>
        Assert.Empty(DocumentValidator.Validate(ValidationSchema.Instance, Parser.ParseDocument("{ __schema { description } }")));
}
