using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamLabelTests : RuleTests
{
    [Theory]
    [InlineData("""{ ... @defer { id } ... @defer(label: null) { id } ... @defer(label: "a") { id } fighters @stream(label: "b") { name } }""")]
    public void Different_labels_or_none_are_fine(string document) => ExpectValid(document);

    [Theory]
    [InlineData("""{ ... ①@defer(label: "a") { id } fighters ①@stream(label: "a") { name } }""")]
    public void A_label_is_given_once(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("query ($a: String) { ... ①@defer(label: $a) { id } }")]
    public void A_label_is_literal(string document) => ExpectErrors(document);
}
