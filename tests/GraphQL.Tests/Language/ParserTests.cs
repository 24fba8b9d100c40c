using GraphQL.Language;
using Xunit;

namespace GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void Descriptions_stand_on_operations_fragments_and_variables()
    {
        var document = Parser.ParseDocument("""
            "reads" query Q("how many" $n: Int = 1 @d) { a }
            "a part" fragment F on T { a }
            """);
        var operation = Assert.IsType<OperationDefinition>(document.Definitions[0]);
        Assert.Equal("reads", operation.Description?.Text);
        Assert.Equal("how many", operation.Variables[0].Description?.Text);
        Assert.Equal("d", operation.Variables[0].Directives[0].Name.Value);
        Assert.Equal("a part", document.Definitions[1].Description?.Text);
    }

    [Fact]
    public void Offsets_are_of_bytes_and_span_the_node()
    {
        var document = Parser.ParseDocument("{ a(b: \"é\") { c } # é\n}");
        var operation = (OperationDefinition)document.Definitions[0];
        var field = (Field)operation.SelectionSet.Selections[0];
        Assert.Equal((2, 18), (field.Start, field.End));
        Assert.Equal((4, 11), (field.Arguments[0].Start, field.Arguments[0].End));
        Assert.Equal(document.Source.Bytes.Length, document.End);
    }

    [Fact]
    public void Every_kind_of_definition_is_told_from_its_extension()
    {
        var document = Parser.ParseDocument("""
            schema { query: Q } extend schema @d
            scalar A extend scalar A @d
            type B extend type B implements & I
            interface C extend interface C { a: T }
            union D = | B extend union D = B
            enum E { V } extend enum E { W }
            input F { a: Int } extend input F { b: Int = 1 }
            directive @d(a: Int) repeatable on | FIELD | QUERY
            """);
        Assert.Equal(
            [
                SyntaxKind.SchemaDefinition, SyntaxKind.SchemaExtension, SyntaxKind.ScalarTypeDefinition, SyntaxKind.ScalarTypeExtension,
                SyntaxKind.ObjectTypeDefinition, SyntaxKind.ObjectTypeExtension, SyntaxKind.InterfaceTypeDefinition, SyntaxKind.InterfaceTypeExtension,
                SyntaxKind.UnionTypeDefinition, SyntaxKind.UnionTypeExtension, SyntaxKind.EnumTypeDefinition, SyntaxKind.EnumTypeExtension,
                SyntaxKind.InputObjectTypeDefinition, SyntaxKind.InputObjectTypeExtension, SyntaxKind.DirectiveDefinition,
            ],
            document.Definitions.Select(definition => definition.Kind));
        var directive = (DirectiveDefinition)document.Definitions[^1];
        Assert.True(directive.IsRepeatable);
        Assert.Equal(["FIELD", "QUERY"], directive.Locations.Select(location => location.Value));
        Assert.All(document.Definitions, definition => Assert.Same(document.Source, ((TypeSystemDefinition)definition).Source));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{", 2)]
    [InlineData("{ }", 3)]
    [InlineData("{ a() }", 5)]
    [InlineData("{ a { } }", 7)]
    [InlineData("{ a: }", 6)]
    [InlineData("{ a(b: $) }", 9)]
    [InlineData("{ ...on }", 9)]
    [InlineData("{ ... }", 7)]
    [InlineData("query Q() { a }", 9)]
    [InlineData("query Q($a) { a }", 11)]
    [InlineData("query Q($a: Int = $b) { a }", 19)]
    [InlineData("query Q($a: Int = [$b]) { a }", 20)]
    [InlineData("query Q($a: Int @d(e: $b)) { a }", 23)]
    [InlineData("\"d\" { a }", 1)]
    [InlineData("\"d\" extend type A @d", 1)]
    [InlineData("\"d\" unknown", 1)]
    [InlineData("\"d\" 1", 5)]
    [InlineData("unknown", 1)]
    [InlineData("fragment on on T { a }", 10)]
    [InlineData("fragment F($a: Int) on T { a }", 11)]
    [InlineData("fragment F T { a }", 12)]
    [InlineData("schema", 7)]
    [InlineData("schema { }", 10)]
    [InlineData("schema { other: Q }", 10)]
    [InlineData("type A { }", 10)]
    [InlineData("type A { a }", 12)]
    [InlineData("type A { a(): Int }", 12)]
    [InlineData("type A { a: [Int }", 18)]
    [InlineData("type A { a: Int = 1 }", 17)]
    [InlineData("type A implements { a: Int }", 19)]
    [InlineData("type A implements B C { a: Int }", 21)]
    [InlineData("union A =", 10)]
    [InlineData("enum A { true }", 10)]
    [InlineData("enum A { }", 10)]
    [InlineData("input A { a(b: Int): Int }", 12)]
    [InlineData("input A { a: Int = $b }", 20)]
    [InlineData("directive @a", 13)]
    [InlineData("directive @a on", 16)]
    [InlineData("directive @a on NOWHERE", 17)]
    [InlineData("directive @a repeatable repeatable on FIELD", 25)]
    [InlineData("extend", 7)]
    [InlineData("extend directive @a on FIELD", 8)]
    [InlineData("extend type A", 14)]
    [InlineData("extend schema", 14)]
    [InlineData("extend scalar A", 16)]
    [InlineData("extend union A", 15)]
    [InlineData("extend { a }", 8)]
    public void What_is_no_document_is_an_error_at_its_place(string text, int column)
    {
        var error = Syntax.ErrorOf(text);
        Assert.Equal(ErrorCodes.SyntaxError, error.Code);
        Assert.Equal(new SourceLocation(1, column), Assert.Single(error.Locations));
    }

    [Theory]
    [InlineData("Int")]
    [InlineData("Int!")]
    [InlineData("[Int]")]
    [InlineData("[[Int!]]!")]
    public void Types_are_read(string text) => Assert.Equal(text, SyntaxPrinter.Print(Parser.ParseType(Source.From(text))));

    [Theory]
    [InlineData("Int!!")]
    [InlineData("[]")]
    [InlineData("[Int")]
    [InlineData("Int Int")]
    [InlineData("!")]
    public void What_is_no_type_is_an_error(string text) => Assert.Throws<GraphQLException>(() => Parser.ParseType(Source.From(text)));

    [Theory]
    [InlineData("Query")]
    [InlineData("Query.user")]
    [InlineData("Query.user(id:)")]
    [InlineData("@deprecated")]
    [InlineData("@deprecated(reason:)")]
    [InlineData("__Type.fields(includeDeprecated:)")]
    public void Schema_coordinates_are_read_and_printed(string text) => Assert.Equal(text, Parser.ParseSchemaCoordinate(Source.From(text)).ToString());

    [Theory]
    [InlineData("", 1)]
    [InlineData("@", 2)]
    [InlineData("Query.", 7)]
    [InlineData("Query .user", 6)]
    [InlineData("Query(id:)", 6)]
    [InlineData("Query.user(id)", 14)]
    [InlineData("Query.user(id:) ", 16)]
    [InlineData("Query.user.name", 11)]
    [InlineData("@a.b", 3)]
    [InlineData("1A", 1)]
    public void What_is_no_schema_coordinate_is_an_error_at_its_place(string text, int column)
    {
        var exception = Assert.Throws<GraphQLException>(() => Parser.ParseSchemaCoordinate(Source.From(text)));
        Assert.Equal(ErrorCodes.SyntaxError, exception.Errors[0].Code);
        Assert.Equal(new SourceLocation(1, column), Assert.Single(exception.Errors[0].Locations));
    }
}
