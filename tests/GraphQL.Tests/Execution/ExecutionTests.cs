using Xunit;

namespace GraphQL.Tests.Execution;

public sealed class ExecutionTests
{
    private const string Sdl = """
        type Query {
          hello(name: String = "world"): String
          slow: String
          hero: Character
          heroes: [Character!]!
          matrix: [[Int]]
          colour: Colour
        }

        enum Colour { RED GREEN }

        interface Character { name: String friends: [Character] }
        type Human implements Character { name: String friends: [Character] height: Float }
        type Droid implements Character { name: String friends: [Character] purpose: String }
        """;

    private readonly Api _api = new Api(Sdl)
        .With("Query.hello", static context => $"Hello {context.Argument("name")}")
        .WithAsync("Query.slow", static async _ =>
        {
            await Task.Yield();
            return "done";
        })
        .With("Query.hero", static _ => Luke())
        .With("Query.heroes", static _ => new object?[] { Luke(), Droid() })
        .With("Query.matrix", static _ => new object?[] { new[] { 1, 2 }, null, Array.Empty<int>() })
        .With("Query.colour", static _ => "RED");

    [Theory]
    [InlineData("{ hello }", """{"data":{"hello":"Hello world"}}""")]
    [InlineData("{ a: hello(name: \"x\") b: hello }", """{"data":{"a":"Hello x","b":"Hello world"}}""")]
    [InlineData("{ slow hello }", """{"data":{"slow":"done","hello":"Hello world"}}""")]
    [InlineData("{ __typename hero { __typename name } }", """{"data":{"__typename":"Query","hero":{"__typename":"Human","name":"Luke"}}}""")]
    [InlineData("{ matrix colour }", """{"data":{"matrix":[[1,2],null,[]],"colour":"RED"}}""")]
    [InlineData("{ hello @skip(if: true) }", """{"data":{}}""")]
    [InlineData("{ hero { name @include(if: false) } }", """{"data":{"hero":{}}}""")]
    [InlineData(
        "{ heroes { name ... on Human { height } ...D } } fragment D on Droid { purpose }",
        """{"data":{"heroes":[{"name":"Luke","height":1.72},{"name":"R2","purpose":"astromech"}]}}""")]
    [InlineData(
        "{ hero { name } ...F } fragment F on Query { hero { friends { name } } }",
        """{"data":{"hero":{"name":"Luke","friends":[{"name":"R2"},null]}}}""")]
    [InlineData("{ __type(name: \"Colour\") { kind enumValues { name } } }", """{"data":{"__type":{"kind":"ENUM","enumValues":[{"name":"RED"},{"name":"GREEN"}]}}}""")]
    public async Task A_query_gives_what_it_selects(string document, string expected) => Assert.Equal(expected, await _api.RunAsync(document));

    [Theory]
    [InlineData(true, false, """{"data":{"hero":{"friends":[{"name":"R2"},null],"name":"Luke"}}}""")]
    [InlineData(false, false, """{"data":{"hero":{"name":"Luke","friends":[{"name":"R2"},null]}}}""")]
    [InlineData(false, true, """{"data":{"hero":{"name":"Luke"}}}""")]
    public async Task Conditions_decide_per_request_and_the_first_included_selection_gives_the_place(bool skip, bool shorten, string expected)
    {
        const string Document = """
            query ($skip: Boolean!, $short: Boolean!) {
              hero { name @skip(if: $skip) friends @skip(if: $short) { name } name }
            }
            """;
        for (var i = 0; i < 2; i++)
            Assert.Equal(expected, await _api.RunAsync(Document, $$"""{"skip":{{(skip ? "true" : "false")}},"short":{{(shorten ? "true" : "false")}}}"""));
    }

    private static Dictionary<string, object?> Luke() =>
        Api.Object(("__typename", "Human"), ("name", "Luke"), ("height", 1.72), ("friends", new object?[] { Droid(), null }));

    private static Dictionary<string, object?> Droid() => Api.Object(("__typename", "Droid"), ("name", "R2"), ("purpose", "astromech"));
}
