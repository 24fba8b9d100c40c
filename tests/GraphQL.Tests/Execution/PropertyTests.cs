using System.Text;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Execution;

public sealed class PropertyTests
{
    private const string Sdl = """
        type Query { item: Item }
        type Item { number: Int maybe: Int real: Float flag: Boolean text: String id: ID key: ID colour: Colour other: Colour odd: Int! small: Int next: Item }
        enum Colour { RED BLUE }
        """;

    [Fact]
    public async Task Properties_of_all_leaf_types_are_written() => Assert.Equal(
        """{"data":{"item":{"number":7,"maybe":null,"real":1.5,"flag":true,"text":"a\"b","id":"x","key":"00000000-0000-0000-0000-000000000000","colour":"BLUE","other":null,"small":3,"next":{"maybe":8,"other":"RED"}}}}""",
        await RunAsync("{ item { number maybe real flag text id key colour other small next { maybe other } } }", new Item { Next = new Item { Maybe = 8, Other = Colour.Red } }));

    [Fact]
    public async Task A_property_that_throws_or_does_not_fit_is_an_error_of_its_field()
    {
        var text = await RunAsync("{ item { number odd } }", new Item());
        Assert.Contains("\"path\":[\"item\",\"odd\"]", text);
        Assert.EndsWith("\"data\":{\"item\":null}}", text);
        text = await RunAsync("{ item { real colour } }", new Item { Real = double.NaN, Colour = (Colour)9 });
        Assert.EndsWith("\"data\":{\"item\":{\"real\":null,\"colour\":null}}}", text);
        Assert.Equal(2, text.Split("BAD_RESULT").Length - 1);
    }

    [Theory]
    [InlineData("{ item { number } }", "number", true)]
    [InlineData("{ item { n: number } }", "number", true)]
    [InlineData("{ item { text } }", "number", false)]
    [InlineData("{ item { next { next { text } } } }", "next.next.text", true)]
    [InlineData("{ item { next { text } } }", "next.next", false)]
    [InlineData("{ item { ...F } } fragment F on Item { next { text } next { number } }", "next.number", true)]
    [InlineData("{ item { number @skip(if: true) } }", "number", false)]
    public async Task A_resolver_can_ask_what_is_selected_below_it(string document, string path, bool expected)
    {
        bool? found = null;
        var schema = MakeSchema();
        schema.QueryType!.FindField("item")!.Resolver = new FieldResolver.Synchronous(context =>
        {
            found = context.IsSelected(path);
            return null;
        });
        (await ExecuteAsync(schema, document)).Dispose();
        Assert.Equal(expected, found);
    }

    private static async Task<string> RunAsync(string document, Item item)
    {
        var schema = MakeSchema();
        schema.QueryType!.FindField("item")!.Resolver = new FieldResolver.Synchronous(_ => item);
        using var result = await ExecuteAsync(schema, document);
        return result.ToString();
    }

    private static ValueTask<ExecutionResult> ExecuteAsync(Schema schema, string document) => new RequestExecutor(schema).ExecuteAsync(
        new OperationRequest { Document = Encoding.UTF8.GetBytes(document), Services = Api.Request(document).Services }, CancellationToken.None);

    private static Schema MakeSchema()
    {
        var schema = SchemaFromDocument.Build(Parser.ParseDocument(Sdl));
        foreach (var field in ((ObjectType)schema.FindType("Item")!).Fields)
            field.Resolver = new FieldResolver.Property(typeof(Item).GetProperty(char.ToUpperInvariant(field.Name[0]) + field.Name[1..])!);
        var colour = (EnumType)schema.FindType("Colour")!;
        colour.Values = [.. colour.Values.Select(static member => new EnumMember { Name = member.Name, RuntimeValue = Enum.Parse<Colour>(member.Name, ignoreCase: true) })];
        return schema;
    }

    private enum Colour
    {
        Red,
        Blue,
    }

    private sealed class Item
    {
        public int Number => 7;

        public int? Maybe { get; init; }

        public double Real { get; init; } = 1.5;

        public bool Flag => true;

        public string Text => "a\"b";

        public string Id => "x";

        public Guid Key => Guid.Empty;

        public Colour Colour { get; init; } = Colour.Blue;

        public Colour? Other { get; init; }

        public int Odd => throw new InvalidOperationException();

        public byte Small => 3;

        public Item? Next { get; init; }
    }
}
