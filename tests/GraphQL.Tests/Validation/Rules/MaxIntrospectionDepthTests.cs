using GraphQL.Language;
using GraphQL.Validation;
using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class MaxIntrospectionDepthTests
{
    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { name } } } } } }")]
    [InlineData("{ __type(name: \"A\") { interfaces { possibleTypes { name } } } }")]
    [InlineData("{ beast { fields { fields { fields { fields } } } } }")]
    [InlineData("{ __schema { types { ...T } } } fragment T on __Type { ofType { ofType { ofType { ofType { name } } } } }")]
    [InlineData("{ __schema { types { ...T } } } fragment T on __Type { ofType { ...T } }")]
    public void Few_nested_lists_are_fine(string document) => Assert.False(IsExceeded(document));

    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }")]
    [InlineData("{ __type(name: \"A\") { interfaces { ... on __Type { possibleTypes { ... { inputFields { name } } } } } } }")]
    [InlineData("{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { fields { name } } } }")]
    [InlineData("{ __schema { types { ...A } } } fragment A on __Type { interfaces { ...A } }")]
    public void Many_are_a_limit_exceeded_also_through_fragments(string document) => Assert.True(IsExceeded(document));

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, true)]
    public void Types_of_types_have_a_bound_of_their_own(int depth, bool exceeds)
    {
        var (open, close) = (string.Concat(Enumerable.Repeat("ofType { ", depth - 2)), new string('}', depth - 2));
        Assert.Equal(exceeds, IsExceeded($"{{ __type(name: \"A\") {{ {open} ...T {close} }} }} fragment T on __Type {{ ofType {{ ofType {{ name }} }} }}"));
    }

    [Fact]
    public void The_bound_is_an_option() => Assert.False(
        IsExceeded("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", new ValidationOptions { MaxIntrospectionListDepth = 3 }));

    private static bool IsExceeded(string document, ValidationOptions? options = null) =>
        DocumentValidator.Validate(ValidationSchema.Instance, Parser.ParseDocument(document), options)
            .Any(error => error.Code == ErrorCodes.LimitExceeded && "MaxIntrospectionDepth".Equals(error.Extensions?["rule"]));
}
