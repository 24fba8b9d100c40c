using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedTests : RuleTests
{
    [Theory]
    [InlineData("{ beast { name name n: name legs: legs } }")]
    [InlineData("{ int(value: 1) int(value: 1) a: int(value: 1) b: int(value: 2) }")]
    [InlineData("query ($a: Int) { int(value: $a) int(value: $a) }")]
    [InlineData("{ fighters(where: {name: \"a\", level: {from: 1}}) { name } fighters(where: {level: {from: 1}, name: \"a\"}) { level } }")]
    [InlineData("{ beast { ...A ...B name } } fragment A on Beast { name owner { name } } fragment B on Beast { name owner { level } }")]
    [InlineData("{ beast { name @skip(if: true) name @include(if: true) } }")]
    [InlineData("{ unknown unknown beast { what what } }")]
    public void Equal_fields_merge(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ beast { ①name: legs ①name } }")]
    [InlineData("{ beast { ①②a: name ①③a: legs ②③a: __typename } }")]
    [InlineData("{ beast { ①a: name ...A } } fragment A on Beast { ①a: legs }")]
    [InlineData("{ beast { ...A ...B } } fragment A on Beast { ①a: name } fragment B on Beast { ①a: legs }")]
    [InlineData("{ beast { ...A ...B } } fragment A on Beast { ...C } fragment B on Beast { ①a: name } fragment C on Beast { ①a: legs }")]
    [InlineData("{ beast { ... { ①a: name } ... on Named { ①a: __typename } } }")]
    public void Different_fields_of_one_name_do_not_also_through_fragments(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("{ ①int(value: 1) ①int(value: 2) }")]
    [InlineData("{ ①int(value: 1) ①int }")]
    [InlineData("{ ①float(value: 1) ①float(value: 1.0) }")]
    [InlineData("query ($a: Int, $b: Int) { ①int(value: $a) ①int(value: $b) }")]
    [InlineData("{ ①list(value: [1, 2]) ①list(value: [2, 1]) }")]
    [InlineData("{ ①fighters(where: {name: \"a\"}) { name } ①fighters(where: {name: \"b\"}) { name } }")]
    [InlineData("{ ①required(value: 1, other: 2) ①required(value: 2, other: 1) }")]
    [InlineData("{ beast { ①a: owner { ①x: name } ①a: owner { ①x: level } } }")]
    [InlineData("{ ①a: fighter { ①b: target { ①c: name } } ①a: fighter { ①b: target { ①c: level } } }")]
    public void Different_arguments_and_selections_do_not(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("{ combatant { ... on Mage { a: mana } ... on Knight { a: armor } } }")]
    [InlineData("{ combatant { ... on Mage { a: __typename } ... on Knight { a: armor } } }")]
    [InlineData("{ combatant { ... on Mage { a: familiar { name } } ... on Knight { a: horse { legs } } } }")]
    [InlineData("{ combatant { ... on Mage { a: familiar { x: name } } ... on Knight { a: target { x: name } } } }")]
    public void What_no_object_has_both_of_may_differ_in_all_but_shape(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ combatant { ... on Mage { ①health } ... on Knight { ①health } } }")]
    [InlineData("{ combatant { ... on Mage { ①power } ... on Knight { ①power } } }")]
    [InlineData("{ combatant { ... on Mage { ①titles } ... on Knight { ①titles } } }")]
    [InlineData("{ combatant { ... on Mage { ①a: familiar { name } } ... on Knight { ①a: armor } } }")]
    [InlineData("{ combatant { ... on Mage { ①a: familiar { ①x: legs } } ... on Knight { ①a: horse { ①x: name } } } }")]
    [InlineData("{ fighter { ... on Mage { ①a: mana } ... on Named { ①a: name } } }")]
    public void Its_shape_may_not_differ(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("fragment A on Beast { ...A }")]
    [InlineData("fragment A on Mage { target { ...B } } fragment B on Fighter { ... on Mage { ...A } target { ...B } }")]
    [InlineData("{ fighter { ...A ...B } } fragment A on Fighter { target { ...B } name } fragment B on Fighter { target { ...A } name }")]
    public void Cycles_of_fragments_end(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ ①findAll @stream { name } ①findAll @stream { name } }")]
    [InlineData("{ ①findAll @stream { name } ①findAll { name } }")]
    public void A_stream_is_not_shared(string document) => ExpectErrors(document);
}
