using FsCheck;
using FsCheck.Fluent;
using GraphQL.Language;
using Xunit;

namespace GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Fact]
    public void What_is_printed_and_parsed_is_the_same_tree() =>
        Prop.ForAll<int>(seed =>
        {
            var document = new RandomSyntax(seed).Document();
            var printed = SyntaxPrinter.Print(document);
            var parsed = Parser.ParseDocument(printed);
            return AreEqual(document, parsed) && SyntaxPrinter.Print(parsed) == printed;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("{a}", "{\n  a\n}")]
    [InlineData("query{a}", "{\n  a\n}")]
    [InlineData("query ($a:Int=1){b:a(c:$a)@d{...E ...on F{g}}}", "query ($a: Int = 1) {\n  b: a(c: $a) @d {\n    ...E\n    ... on F {\n      g\n    }\n  }\n}")]
    [InlineData("\"\"\"x\"\"\" type A implements B&C @d {\"y\" a(b:Int=1):[Int!]!}", "\"\"\"x\"\"\"\ntype A implements B & C @d {\n  \"y\"\n  a(b: Int = 1): [Int!]!\n}")]
    [InlineData("{a(b: {c: [1, {d: \"\"\"e\nf\"\"\"}]})}", "{\n  a(b: { c: [1, { d: \"\"\"\n  e\n  f\n  \"\"\" }] })\n}")]
    public void The_layout_is_the_reference_implementations(string text, string printed) =>
        Assert.Equal(printed, SyntaxPrinter.Print(Parser.ParseDocument(text)));

    [Fact]
    public void Deep_literals_take_linear_time()
    {
        var literal = string.Concat(Enumerable.Repeat("[{a:", 90)) + "\"" + new string('x', 90) + "\"" + string.Concat(Enumerable.Repeat("}]", 90));
        var text = $"{{ f(a: {literal}) }}";
        var start = TimeProvider.System.GetTimestamp();
        var printed = SyntaxPrinter.Print(Parser.ParseDocument(text));
        Assert.Equal(printed, SyntaxPrinter.Print(Parser.ParseDocument(printed)));
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    private static bool AreEqual(SyntaxNode left, SyntaxNode right)
    {
        if (left.GetType() != right.GetType() || left.Kind != right.Kind || !AreLeavesEqual(left, right))
            return false;
        var children = SyntaxTree.ChildrenOf(left).ToList();
        var others = SyntaxTree.ChildrenOf(right).ToList();
        return children.Count == others.Count && children.Zip(others).All(pair => AreEqual(pair.First, pair.Second));
    }

    private static bool AreLeavesEqual(SyntaxNode left, SyntaxNode right) => (left, right) switch
    {
        (StringValue a, StringValue b) => a.Text == b.Text && a.Block == b.Block,
        (Value and not (ListValue or ObjectValue), Value) => SyntaxPrinter.Print(left) == SyntaxPrinter.Print(right),
        (Definition a, Definition b) => a.Description?.Text == b.Description?.Text && a.Description?.Block == b.Description?.Block && NameOf(a) == NameOf(b),
        _ => NameOf(left) == NameOf(right),
    };

    private static string? NameOf(SyntaxNode node) => node switch
    {
        OperationDefinition operation => $"{operation.Operation} {operation.Name}",
        FragmentDefinition fragment => fragment.Name.Value,
        TypeDefinition type => type.Name.Value,
        DirectiveDefinition directive => $"{directive.Name} {directive.IsRepeatable} {string.Join(' ', directive.Locations)}",
        Field field => $"{field.Alias} {field.Name}",
        FragmentSpread spread => spread.Name.Value,
        Argument argument => argument.Name.Value,
        Directive directive => directive.Name.Value,
        ObjectField field => field.Name.Value,
        NamedTypeReference type => type.Name.Value,
        FieldDefinition field => $"{field.Name} {field.Description?.Text}",
        InputValueDefinition input => $"{input.Name} {input.Description?.Text}",
        VariableDefinition variable => variable.Description?.Text,
        EnumValueDefinition value => $"{value.Name} {value.Description?.Text}",
        OperationTypeDefinition operationType => operationType.Operation.ToString(),
        _ => null,
    };
}
