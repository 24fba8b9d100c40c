using GraphQL.Comparison;
using GraphQL.Language;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Comparison;

public sealed class SchemaComparisonTests
{
    [Theory]
    [InlineData("type A { a: Int }", "", "Breaking TypeRemoved A")]
    [InlineData("", "type A { a: Int }", "Safe TypeAdded A")]
    [InlineData("scalar A", "enum A { B }", "Breaking TypeKindChanged A")]
    [InlineData("type A { a: Int b: Int }", "type A { a: Int }", "Breaking FieldRemoved A.b")]
    [InlineData("interface A { a: Int }", "interface A { a: Int b: Int }", "Safe FieldAdded A.b")]
    [InlineData("type A { a: Int }", "type A { a: Int! }", "Safe FieldTypeChanged A.a")]
    [InlineData("type A { a: [Int] }", "type A { a: [Int!]! }", "Safe FieldTypeChanged A.a")]
    [InlineData("type A { a: Int! }", "type A { a: Int }", "Breaking FieldTypeChanged A.a")]
    [InlineData("type A { a: Int }", "type A { a: [Int] }", "Breaking FieldTypeChanged A.a")]
    [InlineData("type A { a: Int }", "type A { a: Float }", "Breaking FieldTypeChanged A.a")]
    [InlineData("type A { a(x: Int): Int }", "type A { a: Int }", "Breaking ArgumentRemoved A.a(x:)")]
    [InlineData("type A { a: Int }", "type A { a(x: Int): Int }", "Dangerous ArgumentAdded A.a(x:)")]
    [InlineData("type A { a: Int }", "type A { a(x: Int! = 1): Int }", "Dangerous ArgumentAdded A.a(x:)")]
    [InlineData("type A { a: Int }", "type A { a(x: Int!): Int }", "Breaking ArgumentAdded A.a(x:)")]
    [InlineData("type A { a(x: Int!): Int }", "type A { a(x: Int): Int }", "Safe ArgumentTypeChanged A.a(x:)")]
    [InlineData("type A { a(x: [Int!]!): Int }", "type A { a(x: [Int]): Int }", "Safe ArgumentTypeChanged A.a(x:)")]
    [InlineData("type A { a(x: Int): Int }", "type A { a(x: Int!): Int }", "Breaking ArgumentTypeChanged A.a(x:)")]
    [InlineData("type A { a(x: Int): Int }", "type A { a(x: [Int]): Int }", "Breaking ArgumentTypeChanged A.a(x:)")]
    [InlineData("type A { a(x: Int = 1): Int }", "type A { a(x: Int = 2): Int }", "Dangerous ArgumentDefaultChanged A.a(x:)")]
    [InlineData("type A { a(x: Int): Int }", "type A { a(x: Int = 2): Int }", "Dangerous ArgumentDefaultChanged A.a(x:)")]
    [InlineData("type A { a(x: Int = 1): Int }", "type A { a(x: Int): Int }", "Dangerous ArgumentDefaultChanged A.a(x:)")]
    [InlineData("type A { a(x: Int! = 1): Int }", "type A { a(x: Int!): Int }", "Breaking ArgumentDefaultChanged A.a(x:)")]
    [InlineData("input I { a: Int b: Int } type A { a(x: I = { a: 1, b: 2 }): Int }", "input I { a: Int b: Int } type A { a(x: I = { b: 2, a: 1 }): Int }", "")]
    [InlineData("type A { a(x: String = \"b\"): Int }", "type A { a(x: String = \"\"\"b\"\"\"): Int }", "")]
    [InlineData("input A { a: Int }", "input A { a: Int b: Int }", "Dangerous InputFieldAdded A.b")]
    [InlineData("input A { a: Int }", "input A { a: Int b: Int! }", "Breaking InputFieldAdded A.b")]
    [InlineData("input A { a: Int b: Int }", "input A { a: Int }", "Breaking InputFieldRemoved A.b")]
    [InlineData("input A { a: Int! }", "input A { a: Int }", "Safe InputFieldTypeChanged A.a")]
    [InlineData("input A { a: Int }", "input A { a: Int! }", "Breaking InputFieldTypeChanged A.a")]
    [InlineData("input A { a: Int = 1 }", "input A { a: Int = 2 }", "Dangerous InputFieldDefaultChanged A.a")]
    [InlineData("input A { a: Int }", "input A @oneOf { a: Int }", "Breaking OneOfChanged A")]
    [InlineData("input A @oneOf { a: Int }", "input A { a: Int }", "Safe OneOfChanged A")]
    [InlineData("enum A { B }", "enum A { B C }", "Dangerous EnumValueAdded A.C")]
    [InlineData("enum A { B C }", "enum A { C }", "Breaking EnumValueRemoved A.B")]
    [InlineData("enum A { B C }", "enum A { C B }", "")]
    [InlineData("union A = Query", "union A = Query | B type B { a: Int }", "Dangerous UnionMemberAdded A, Safe TypeAdded B")]
    [InlineData("type B { a: Int } union A = Query | B", "type B { a: Int } union A = Query", "Breaking UnionMemberRemoved A")]
    [InlineData("interface I { a: Int } type A { a: Int }", "interface I { a: Int } type A implements I { a: Int }", "Dangerous InterfaceAdded A")]
    [InlineData("interface I { a: Int } type A implements I { a: Int }", "interface I { a: Int } type A { a: Int }", "Breaking InterfaceRemoved A")]
    [InlineData("scalar A", "scalar A @specifiedBy(url: \"https://example.org\")", "Dangerous SpecifiedByChanged A")]
    [InlineData("directive @a on FIELD", "", "Breaking DirectiveRemoved @a")]
    [InlineData("", "directive @a on FIELD", "Safe DirectiveAdded @a")]
    [InlineData("directive @a on FIELD | QUERY", "directive @a on FIELD", "Breaking DirectiveLocationRemoved @a")]
    [InlineData("directive @a on FIELD", "directive @a on QUERY | FIELD", "Safe DirectiveLocationAdded @a")]
    [InlineData("directive @a on FIELD", "directive @a repeatable on FIELD", "Safe DirectiveRepeatableChanged @a")]
    [InlineData("directive @a repeatable on FIELD", "directive @a on FIELD", "Breaking DirectiveRepeatableChanged @a")]
    [InlineData("directive @a on FIELD", "directive @a(x: Int) on FIELD", "Safe ArgumentAdded @a(x:)")]
    [InlineData("directive @a on FIELD", "directive @a(x: Int!) on FIELD", "Breaking ArgumentAdded @a(x:)")]
    [InlineData("directive @a(x: Int) on FIELD", "directive @a on FIELD", "Breaking ArgumentRemoved @a(x:)")]
    [InlineData("type A { a: Int }", "type A { a: Int @deprecated }", "Safe DeprecationChanged A.a")]
    [InlineData("enum A { B @deprecated(reason: \"x\") }", "enum A { B @deprecated(reason: \"y\") }", "Safe DeprecationChanged A.B")]
    [InlineData("input A { a: Int @deprecated }", "input A { a: Int }", "Safe DeprecationChanged A.a")]
    [InlineData("type A { a: Int }", "\"new\" type A { a: Int }", "Safe DescriptionChanged A")]
    [InlineData("type A { a(x: Int): Int }", "type A { \"one\" a(\"two\" x: Int): Int }", "Safe DescriptionChanged A.a, Safe DescriptionChanged A.a(x:)")]
    [InlineData("directive @a(x: Int) repeatable on OBJECT type A @a(x: 1) @a(x: 2) { a: Int }", "directive @a(x: Int) repeatable on OBJECT type A @a(x: 2) @a(x: 1) { a: Int }", "Dangerous AppliedDirectivesChanged A")]
    [InlineData("directive @a on FIELD_DEFINITION type A { a: Int }", "directive @a on FIELD_DEFINITION type A { a: Int @a }", "Dangerous AppliedDirectivesChanged A.a")]
    [InlineData("type Mutation { a: Int }", "type Mutation { a: Int } type Subscription { a: Int }", "Safe RootTypeChanged , Safe TypeAdded Subscription")]
    [InlineData("type Mutation { a: Int }", "", "Breaking RootTypeChanged , Breaking TypeRemoved Mutation")]
    public void Every_change_has_its_kind_its_impact_and_its_coordinate(string old, string @new, string expected)
    {
        var changes = SchemaComparison.Compare(Build(old), Build(@new));

        Assert.Equal(expected, string.Join(", ", changes.Select(static change => $"{change.Impact} {change.Kind} {change.Coordinate}")));
        Assert.All(changes, static change => Assert.NotEmpty(change.Message));
    }

    [Fact]
    public void A_schema_has_not_changed_against_itself_from_CSharp_or_from_its_text() =>
        Assert.Empty(SchemaComparison.Compare(Validation.ValidationSchema.Instance, Build(SchemaPrinter.Print(Validation.ValidationSchema.Instance), query: "")));

    [Fact]
    public void A_schema_to_build_must_be_valid_in_all_its_parts()
    {
        Assert.Throws<GraphQLException>(() => Build("type A { a: Int } type A { b: Int }"));
        Assert.Throws<GraphQLException>(() => Build("type A { a: Nothing }"));
        Assert.Throws<GraphQLException>(() => Build("interface I { a: Int } type A implements I { b: Int }"));
    }

    private static Schema Build(string sdl, string query = "type Query { q: Int }") => SchemaFromDocument.BuildValid(Parser.ParseDocument($"{query} {sdl}"));
}
