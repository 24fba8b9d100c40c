using GraphQL.Language;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types;

public sealed class SchemaPrinterTests
{
    private const string Text = """"
        """The schema."""
        schema @link(url: "x") {
          query: Root
        }

        directive @link(url: String) repeatable on SCHEMA | OBJECT | FIELD_DEFINITION

        """
        Several
        lines.
        """
        type Root implements Named @link {
          name: String @deprecated

          """Finds."""
          find(
            """By which."""
            key: Key! = { id: 1 }
            limit: Int = 10 @deprecated(reason: "too \"many\"")
          ): [Thing!]! @link(url: "y")
          short(a: Int, b: [Int!] = [1]): Int
        }

        interface Named {
          name: String
        }

        union Thing = Root

        enum Color {
          RED

          """Like grass."""
          GREEN @deprecated(reason: "")
        }

        input Key @oneOf {
          id: ID
          url: Url
        }

        scalar Url @specifiedBy(url: "https://example.org")
        """";

    [Fact]
    public void What_is_printed_with_its_directives_is_what_was_read() =>
        Assert.Equal(Text, SchemaPrinter.Print(SchemaFromDocument.Build(Parser.ParseDocument(Text)), new SchemaPrinterOptions { WithAppliedDirectives = true }));

    [Fact]
    public void Without_applied_directives_only_those_of_the_specification_stay() => Assert.Equal(
        Text.Replace(" @link(url: \"x\")", "").Replace(" @link(url: \"y\")", "").Replace("Named @link", "Named"),
        SchemaPrinter.Print(SchemaFromDocument.Build(Parser.ParseDocument(Text))));

    [Fact]
    public void Default_roots_need_no_schema_definition()
    {
        Assert.Equal("type Query {\n  a: Int\n}", SchemaPrinter.Print(SchemaFromDocument.Build(Parser.ParseDocument("schema { query: Query } type Query { a: Int }"))));
        Assert.Equal(
            "schema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n\ntype Mutation {\n  a: Int\n}",
            SchemaPrinter.Print(SchemaFromDocument.Build(Parser.ParseDocument("schema { query: Query } type Query { a: Int } type Mutation { a: Int }"))));
    }

    [Fact]
    public void One_type_prints_alone() => Assert.Equal(
        "union Thing = Root", SchemaPrinter.Print(SchemaFromDocument.Build(Parser.ParseDocument(Text)).FindType("Thing")!));
}
