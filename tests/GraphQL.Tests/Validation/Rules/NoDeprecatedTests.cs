using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using Xunit;

namespace GraphQL.Tests.Validation.Rules;

public sealed class NoDeprecatedTests : RuleTests
{
    private static readonly Schema Schema = ValidationSchema.Of("""
        directive @tag(old: Int @deprecated, new: Int) on FIELD
        enum School { FIRE FROST @deprecated(reason: "melted") }
        input Filter { school: School old: Int @deprecated all: [Filter] }
        type Query {
          old: Int @deprecated(reason: "use new")
          new(old: Int @deprecated, school: School, schools: [School], where: Filter): Int
        }
        """);

    protected override ValidationOptions Options => new() { AllowDeprecated = false };

    [Theory]
    [InlineData("query ($s: School = FIRE) { new(school: $s, where: { all: [{ school: FIRE }] }) @tag(new: 1) }")]
    [InlineData("{ unknown { old } new(unknown: FROST, school: UNKNOWN, where: { unknown: FROST }) } fragment F on Unknown { old }")]
    public void What_is_current_or_unknown_is_fine(string document) => ExpectValid(document, Schema);

    [Theory]
    [InlineData("{ ①old }")]
    [InlineData("{ new(①old: 1) }")]
    [InlineData("{ new @tag(①old: 1) }")]
    [InlineData("{ new(school: ①FROST, schools: [FIRE, ②FROST]) }")]
    [InlineData("{ new(schools: ①FROST, where: { all: { ②old: 1, school: ③FROST } }) }")]
    [InlineData("query ($s: School = ①FROST, $f: Filter = { ②old: 1 }) { new(school: $s, where: $f) }")]
    public void Every_use_of_what_is_deprecated_is_refused(string document) => ExpectErrors(document, Schema);

    [Fact]
    public void It_is_off_by_default() => Assert.Empty(DocumentValidator.Validate(Schema, Parser.ParseDocument("{ old }")));
}
