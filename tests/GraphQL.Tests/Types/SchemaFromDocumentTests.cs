using System.Text.Json;
using GraphQL.Language;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types;

public sealed class SchemaFromDocumentTests
{
    private const string Text = """
        "The schema." schema @stamp { query: Root }
        directive @stamp on SCHEMA | OBJECT
        scalar Url @specifiedBy(url: "https://example.org/url") @other
        interface Named { name: String }
        type Root implements Named @stamp {
          name: String @deprecated
          find(key: Key! = {id: "1"}, limit: Int = 10 @deprecated(reason: "too many")): [Thing!]!
        }
        type Other { url: Url, self: Other }
        union Thing = Root | Other
        enum Color { RED GREEN @deprecated(reason: "too green") }
        input Key @oneOf { id: ID, url: Url }
        extend type Other { color: Color }
        extend enum Color { BLUE }
        """;

    private static Schema Build(string text) => SchemaFromDocument.Build(Parser.ParseDocument(text));

    [Fact]
    public void Types_are_in_the_order_of_definition_and_used_built_in_ones_follow()
    {
        var schema = Build(Text);
        Assert.Equal(
            "Url Named Root Other Thing Color Key String Int Boolean ID __Schema",
            string.Join(' ', schema.Types.Select(type => type.Name).Take(12)));
    }

    [Fact]
    public void The_schema_definition_names_the_roots()
    {
        var schema = Build(Text);
        Assert.Equal("Root", schema.QueryType?.Name);
        Assert.Equal("The schema.", schema.Description);
        Assert.Null(schema.MutationType);
        Assert.Equal("stamp", Assert.Single(schema.AppliedDirectives).Name.Value);
        Assert.Null(Build("schema { query: A } type A { a: Int } type Mutation { a: Int }").MutationType);
        Assert.Equal("Mutation", Build("type Query { a: Int } type Mutation { a: Int }").MutationType?.Name);
    }

    [Fact]
    public void Directives_of_the_specification_become_properties()
    {
        var schema = Build(Text);
        var root = (ObjectType)schema.FindType("Root")!;
        var url = (ScalarType)schema.FindType("Url")!;
        var key = (InputObjectType)schema.FindType("Key")!;
        Assert.Equal("No longer supported", root.FindField("name")!.DeprecationReason);
        Assert.Equal("too many", root.FindField("find")!.FindArgument("limit")!.DeprecationReason);
        Assert.Equal("https://example.org/url", url.SpecifiedByUrl);
        Assert.Equal("other", Assert.Single(url.AppliedDirectives).Name.Value);
        Assert.True(key.IsOneOf);
        Assert.Equal("too green", ((EnumType)schema.FindType("Color")!).FindByName("GREEN")!.DeprecationReason);
    }

    [Fact]
    public void Types_refer_to_each_other_in_circles()
    {
        var schema = Build(Text);
        var other = (ObjectType)schema.FindType("Other")!;
        Assert.Same(other, other.FindField("self")!.Type);
        Assert.Equal("[Thing!]!", ((ObjectType)schema.FindType("Root")!).FindField("find")!.Type.ToString());
        Assert.Equal(["Root", "Other"], schema.PossibleTypes(schema.FindType("Thing")!).Select(type => type.Name));
        Assert.Equal("Color", other.FindField("color")!.Type.ToString());
    }

    [Fact]
    public void Extending_leaves_the_original_as_it_is()
    {
        var original = Build(Text);
        var extended = SchemaFromDocument.Extend(original, Parser.ParseDocument("""
            extend schema { mutation: Change }
            extend type Root { more: More }
            extend scalar Url @third
            type More { root: Root }
            type Change { done: Boolean }
            """));
        var root = (ObjectType)extended.FindType("Root")!;
        Assert.Null(((ObjectType)original.FindType("Root")!).FindField("more"));
        Assert.Null(original.MutationType);
        Assert.Equal("Change", extended.MutationType?.Name);
        Assert.Same(root, extended.QueryType);
        Assert.Same(root, ((ObjectType)extended.FindType("More")!).FindField("root")!.Type);
        Assert.Same(root, extended.PossibleTypes(extended.FindType("Named")!).Single());
        Assert.Equal(2, root.SyntaxNodes.Length);
        Assert.Equal(["other", "third"], extended.FindType("Url")!.AppliedDirectives.Select(directive => directive.Name.Value));
        Assert.Equal("https://example.org/url", ((ScalarType)extended.FindType("Url")!).SpecifiedByUrl);
    }

    [Fact]
    public void A_name_that_refers_to_no_type_is_an_error_with_its_place()
    {
        var exception = Assert.Throws<GraphQLException>(() => Build("type Query {\n  a: [Missing!]\n}"));
        Assert.Equal(ErrorCodes.ValidationFailed, exception.Errors[0].Code);
        Assert.Equal(new SourceLocation(2, 7), Assert.Single(exception.Errors[0].Locations));
    }

    [Theory]
    [InlineData("""{a: [1, 2.5, "x", true, null, RED], b: {c: 12345678901234567890}}""", """{"a":[1,2.5,"x",true,null,"RED"],"b":{"c":1.2345678901234567E+19}}""")]
    public void A_scalar_that_only_a_document_knows_takes_anything(string literal, string json)
    {
        var scalar = (ScalarType)Build("type Query { a: Any } scalar Any").FindType("Any")!;
        var value = scalar.ParseLiteral(Parser.ParseConstValue(Source.From(literal)));
        Assert.Equal(json, JsonSerializer.Serialize(value));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(json, JsonSerializer.Serialize(scalar.ParseValue(document.RootElement, CoercionContext.Empty)));
    }
}
