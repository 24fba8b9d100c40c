using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation.Sdl;
using Xunit;

namespace GraphQL.Tests.Validation.Sdl;

public sealed class SdlValidatorTests
{
    private const string Existing = "directive @known on OBJECT type Query { a: Int } enum E { A } input I { a: Int } scalar S";

    [Theory]
    [InlineData("LoneSchemaDefinition", "type Q { a: Int } schema { query: Q } schema { mutation: Q }", "1:39")]
    [InlineData("UniqueOperationTypes", "type Q { a: Int } schema { query: Q } extend schema { query: Q }", "1:28 1:55")]
    [InlineData("UniqueTypeNames", "type A { a: Int } scalar A", "1:6 1:26")]
    [InlineData("UniqueEnumValueNames", "enum E { A } extend enum E { A }", "1:10 1:30")]
    [InlineData("UniqueFieldDefinitionNames", "type A { a: Int a: Int }", "1:10 1:17")]
    [InlineData("UniqueFieldDefinitionNames", "input A { a: Int } extend input A { a: Int }", "1:11 1:37")]
    [InlineData("UniqueArgumentDefinitionNames", "type A { a(b: Int, b: Int, b: Int): Int }", "1:12 1:20 1:28")]
    [InlineData("UniqueArgumentDefinitionNames", "directive @a(b: Int, b: Int) on FIELD", "1:14 1:22")]
    [InlineData("UniqueDirectiveNames", "directive @a on FIELD directive @a on FIELD", "1:12 1:34")]
    [InlineData("KnownTypeNames", "type A implements B { a(c: [C]): D! } union U = E", "1:19|1:29|1:34|1:49")]
    [InlineData("KnownDirectives", "type A @a { b: Int }", "1:8")]
    [InlineData("KnownDirectives", "type A @deprecated { b(c: Int @specifiedBy(url: \"\")): Int }", "1:8|1:31")]
    [InlineData("KnownDirectives", "directive @a on ARGUMENT_DEFINITION input A { b: Int @a }", "1:54")]
    [InlineData("UniqueDirectivesPerLocation", "directive @a on OBJECT type A @a { b: Int } extend type A @a", "1:31 1:59")]
    [InlineData("PossibleTypeExtensions", "extend type A { a: Int }", "1:13")]
    [InlineData("PossibleTypeExtensions", "scalar A extend type A { a: Int }", "1:1 1:10")]
    [InlineData("KnownArgumentNamesOnDirectives", "type A { a: Int @deprecated(because: \"\") }", "1:29")]
    [InlineData("UniqueArgumentNames", "type A { a: Int @deprecated(reason: \"\", reason: \"\") }", "1:29 1:41")]
    [InlineData("UniqueInputFieldNames", "input A { a: A = {a: null, a: null} }", "1:19 1:28")]
    [InlineData("ProvidedRequiredArgumentsOnDirectives", "scalar A @specifiedBy", "1:10")]
    public void Each_rule_names_every_place(string rule, string text, string places) => AssertErrors(rule, places, SdlValidator.Validate(Parser.ParseDocument(text)));

    [Theory]
    [InlineData("LoneSchemaDefinition", "schema { subscription: Query }", "1:1")]
    [InlineData("UniqueOperationTypes", "extend schema { query: Query }", "1:17")]
    [InlineData("UniqueTypeNames", "type Query { b: Int }", "1:6")]
    [InlineData("UniqueEnumValueNames", "extend enum E { A }", "1:17")]
    [InlineData("UniqueFieldDefinitionNames", "extend type Query { a: Int }", "1:21")]
    [InlineData("UniqueFieldDefinitionNames", "extend input I { a: Int }", "1:18")]
    [InlineData("UniqueDirectiveNames", "directive @skip on FIELD", "1:12")]
    [InlineData("PossibleTypeExtensions", "extend type S @known", "1:1")]
    [InlineData("KnownDirectives", "extend enum E @known", "1:15")]
    public void What_the_extended_schema_has_counts(string rule, string text, string places) =>
        AssertErrors(rule, places, SdlValidator.Validate(Parser.ParseDocument(text), SchemaFromDocument.Build(Parser.ParseDocument(Existing))));

    [Theory]
    [InlineData("directive @a repeatable on OBJECT type A @a @a { b: S } scalar S extend scalar S @specifiedBy(url: \"x\")")]
    [InlineData("directive @deprecated(other: Int) on OBJECT type A @deprecated(other: 1) { b: Int }")]
    [InlineData("type A { a: __Type b: ID } extend type A { c(d: Float = 1): Boolean }")]
    public void A_valid_document_has_no_errors(string text) => Assert.Empty(SdlValidator.Validate(Parser.ParseDocument(text)));

    private static void AssertErrors(string rule, string places, IEnumerable<GraphQLError> errors)
    {
        var list = errors.ToList();
        Assert.All(list, error => Assert.Equal(ErrorCodes.ValidationFailed, error.Code));
        Assert.All(list, error => Assert.Equal(rule, error.Extensions!["rule"]));
        Assert.Equal(places, Places.Of(list));
    }
}
