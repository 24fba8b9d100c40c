using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsTests : RuleTests
{
    [Theory]
    [InlineData("subscription { lines }")]
    [InlineData("subscription A { fights { name } fights { level } }")]
    [InlineData("subscription { ...F } fragment F on Subscription { ... on Subscription { lines } }")]
    [InlineData("{ id int }")]
    [InlineData("subscription { fights { name @skip(if: true) level } }")]
    [InlineData("subscription { lines ...F } fragment F on Subscription { lines ...F }")]
    public void One_root_field_however_it_is_written_is_fine(string document) => ExpectValid(document);

    [Theory]
    [InlineData("subscription { lines ①deaths { name } }")]
    [InlineData("subscription { lines ①deaths { name } ①fights { name } }")]
    [InlineData("subscription { lines ...F } fragment F on Subscription { lines ①deaths { name } }")]
    [InlineData("subscription { lines ①more: lines }")]
    [InlineData("subscription { lines ... on Subscription { ①deaths { name } } }")]
    public void Several_root_fields_are_not(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("subscription { ①__typename }")]
    [InlineData("subscription { ①__typename ①__typename }")]
    [InlineData("subscription { lines ①②__typename }")]
    [InlineData("subscription { ①a: __typename }")]
    public void A_field_of_introspection_is_not_a_root_field(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("subscription { lines ①@skip(if: true) }")]
    [InlineData("subscription ($a: Boolean!) { lines ①@include(if: $a) deaths { name } }")]
    [InlineData("subscription { ...F ①@include(if: true) } fragment F on Subscription { lines }")]
    [InlineData("subscription { ... ①@skip(if: false) { lines } }")]
    [InlineData("subscription { lines ①@skip(if: true) @include(if: true) }")]
    public void The_root_field_does_not_depend_on_a_condition(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("subscription ①{ ... on Query { id } }")]
    [InlineData("subscription ①{ ...F } fragment F on Subscription { ...F }")]
    public void A_subscription_whose_fragments_never_apply_selects_nothing(string document) => ExpectErrors(document);
}
