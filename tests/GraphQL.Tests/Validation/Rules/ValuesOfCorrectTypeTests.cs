using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeTests : RuleTests
{
    [Theory]
    [InlineData("{ int(value: 1) a: int(value: -2147483648) b: int(value: 2147483647) c: int(value: null) }")]
    [InlineData("{ float(value: 1) a: float(value: 1.5e-3) b: float(value: 123456789012345678901234567890) }")]
    [InlineData("""{ string(value: "a") boolean(value: true) id(value: 1) a: id(value: "1") b: id(value: 99999999999999999999) }""")]
    [InlineData("{ school(value: FIRE) at(time: 1) a: at(time: {a: [1, $b]}) }")]
    [InlineData("{ list(value: [1, 2]) a: list(value: []) b: list(value: 1) c: list(value: null) }")]
    [InlineData("query ($a: Int) { int(value: $a) list(value: [1, $a]) fighters(where: {level: {from: $a}}) { name } }")]
    [InlineData("{ unknown(value: 1) int(unknown: FIRE) }")]
    public void Literals_of_the_expected_type_fit(string document) => ExpectValid(document);

    [Theory]
    [InlineData("""{ a: int(value: ①"1") b: int(value: ②1.0) c: int(value: ③true) d: int(value: ④A) e: int(value: ⑤[1]) f: int(value: ⑥{a: 1}) }""")]
    [InlineData("{ a: int(value: ①2147483648) b: int(value: ②-2147483649) c: int(value: ③99999999999999999999) }")]
    [InlineData("""{ a: float(value: ①"1") b: float(value: ②true) c: float(value: ③A) d: float(value: ④1e999) }""")]
    [InlineData("{ a: string(value: ①1) b: string(value: ②true) c: string(value: ③A) d: string(value: ④[]) }")]
    [InlineData("""{ a: boolean(value: ①1) b: boolean(value: ②"true") c: boolean(value: ③TRUE) }""")]
    [InlineData("query ($a: Int) { int(value: ①[$a]) string(value: ②{a: $a}) }")]
    [InlineData("{ a: id(value: ①1.0) b: id(value: ②true) c: id(value: ③A) }")]
    [InlineData("""{ a: school(value: ①WATER) b: school(value: ②"FIRE") c: school(value: ③1) d: school(value: ④fire) e: school(value: ⑤true) }""")]
    [InlineData("{ a: required(value: ①null, other: 1) b: list(value: [1, ②null]) }")]
    public void Others_do_not(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("""{ list(value: [1, ①"2", ②3.5, 4]) a: list(value: ③"1") }""")]
    [InlineData("{ list(value: [①[1]]) }")]
    public void Every_element_of_a_list_is_looked_at(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("""{ fighters(where: {name: "a", level: {from: 1}, schools: [FIRE], words: ["a", null], all: {name: null}}) { name } }""")]
    [InlineData("query ($a: Filter = {level: {from: 1, to: 2}}) { id }")]
    public void Input_objects_with_their_fields_fit(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ fighters(where: {level: ①{}}) { name } }")]
    [InlineData("{ fighters(where: {level: {from: ①null, to: ②null}}) { name } }")]
    [InlineData("""{ fighters(where: {①nme: "a", level: {from: ②"1"}, all: [{③x: 1}, ④1]}) { name } }""")]
    [InlineData("""{ fighters(where: ①"a") { name } }""")]
    [InlineData("query ($a: Int = ①A, $b: Filter = {②c: 1}, $c: Int! = ③null) { id }")]
    [InlineData("{ id @skip(if: ①1) int @tag(name: ②1) ... @include(if: ③null) { id } }")]
    public void Unknown_missing_and_wrong_fields_and_arguments_are_found_at_any_depth(string document) => ExpectErrors(document);

    [Theory]
    [InlineData("{ find(target: {id: 1}) { name } }")]
    [InlineData("""{ findAll(targets: [{id: 1}, {name: "a"}]) { name } }""")]
    [InlineData("query ($a: ID!) { find(target: {id: $a}) { name } }")]
    public void One_field_of_a_choice_fits(string document) => ExpectValid(document);

    [Theory]
    [InlineData("{ find(target: ①{}) { name } }")]
    [InlineData("""{ find(target: ①{id: 1, name: "a"}) { name } }""")]
    [InlineData("{ find(target: ①{id: null}) { name } }")]
    [InlineData("{ find(target: ①{②other: 1}) { name } }")]
    [InlineData("{ findAll(targets: [{id: 1}, ①{}]) { name } }")]
    [InlineData("query ($a: ID!) { find(target: ①{id: $a, name: $a}) { name } }")]
    public void None_several_and_null_do_not(string document) => ExpectErrors(document);
}
