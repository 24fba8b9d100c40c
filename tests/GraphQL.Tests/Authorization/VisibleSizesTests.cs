using System.Collections.Immutable;
using GraphQL.Authorization;
using GraphQL.Language;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Authorization;

/// <summary>What a view's text says of the sizes of lists names nothing that is hidden.</summary>
public sealed class VisibleSizesTests
{
    private const string Sdl = """
        directive @listSize(assumedSize: Int slicingArguments: [String!] sizedFields: [String!] requireOneSlicingArgument: Boolean! = true) on FIELD_DEFINITION
        type Query { list(first: Int secret: Int by: By): Page @listSize(assumedSize: 7, SLICING, SIZED) }
        type Page { items: [Int] whispers: [Int] }
        input By { count: Int silent: Int }
        """;

    [Theory]
    [InlineData("slicingArguments: [\"first\"]", "sizedFields: [\"items\"]", """@listSize(assumedSize: 7, slicingArguments: ["first"], sizedFields: ["items"])""")]
    [InlineData("slicingArguments: [\"first\", \"secret\"]", "sizedFields: [\"items\", \"whispers\"]", """@listSize(assumedSize: 7, slicingArguments: ["first"], sizedFields: ["items"])""")]
    [InlineData("slicingArguments: [\"by.count\", \"by.silent\"]", "requireOneSlicingArgument: false", """@listSize(assumedSize: 7, slicingArguments: ["by.count"], requireOneSlicingArgument: false)""")]
    [InlineData("slicingArguments: [\"secret\"]", "sizedFields: \"whispers\"", "@listSize(assumedSize: 7)")]
    public void Hidden_names_are_left_out(string slicing, string sized, string expected)
    {
        var sdl = Sdl.Replace("SLICING", slicing, StringComparison.Ordinal).Replace("SIZED", sized, StringComparison.Ordinal);
        var schema = SchemaFromDocument.BuildValid(Parser.ParseDocument(sdl));
        ImmutableArray<AuthorizationRule> admin = [new AuthorizationRule { Roles = ["ADMIN"] }];
        ((ObjectType)schema.FindType("Query")!).FindField("list")!.FindArgument("secret")!.Authorization = admin;
        ((ObjectType)schema.FindType("Page")!).FindField("whispers")!.Authorization = admin;
        ((InputObjectType)schema.FindType("By")!).FindField("silent")!.Authorization = admin;
        var views = new SchemaViews(schema);

        var stranger = Print(views.Of([]).Schema!);
        var whole = Print(views.Of(["ADMIN"]).Schema!);

        Assert.Contains($"): Page {expected}\n", stranger);
        Assert.DoesNotContain("secret", stranger);
        Assert.DoesNotContain("whispers", stranger);
        Assert.DoesNotContain("silent", stranger);
        Assert.Contains(slicing, whole);
    }

    private static string Print(Schema schema) => SchemaPrinter.Print(schema, new SchemaPrinterOptions { WithAppliedDirectives = true });
}
