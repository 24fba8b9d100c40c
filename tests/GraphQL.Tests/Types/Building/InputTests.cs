using System.Collections.Immutable;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class InputTests
{
    private static readonly Schema Schema = Built.Schema(typeof(Queries));

    [Fact]
    public void Records_and_classes_become_input_objects()
    {
        const string Expected = """
            type Query {
              search(input: SearchInput!, order: [Order!]! = [SMALLEST_FIRST], limit: Int! = 10, level: Order = BIGGEST_FIRST): String!
              patch(patch: PatchInput!): String!
              by(by: ByInput!): String!
            }

            "What is looked for."
            input SearchInput {
              "Anywhere in the name."
              text: String!
              tags: [String!]
              order: Order! = SMALLEST_FIRST
              range: RangeInput
              weights: [Float!]! = [0.5, 1]
            }

            input RangeInput {
              from: Long! = 0
              to: Long
            }

            input PatchInput {
              name: String
              size: Int
              old: Int @deprecated(reason: "Use size.")
            }

            input ByInput @oneOf {
              id: ID
              name: String
            }

            enum Order {
              SMALLEST_FIRST
              BIGGEST_FIRST
            }
            """;

        Built.AssertIs(Expected, Schema);
    }

    [Theory]
    [InlineData("""{ text: "a" }""", "a||SmallestFirst||0.5,1")]
    [InlineData("""{ text: "a", tags: ["x", "y"], order: BIGGEST_FIRST, weights: [] }""", "a|x,y|BiggestFirst||")]
    [InlineData("""{ text: "a", tags: "x", range: {} }""", "a|x|SmallestFirst|0..|0.5,1")]
    [InlineData("""{ text: "a", tags: null, range: { from: 3, to: 9223372036854775807 } }""", "a||SmallestFirst|3..9223372036854775807|0.5,1")]
    public async Task Positional_records_are_made_by_their_constructor_with_its_defaults(string input, string expected)
    {
        var literal = await Schema.RunAsync($"{{ search(input: {input}) }}");

        Assert.Equal($$$"""{"data":{"search":"{{{expected}}} SmallestFirst 10 BiggestFirst"}}""", literal);
    }

    [Fact]
    public async Task Variables_make_the_same_inputs_as_literals() => Assert.Equal(
        """{"data":{"search":"a|x|BiggestFirst|1..|2 BiggestFirst,SmallestFirst 3 "}}""",
        await Schema.RunAsync(
            "query($i: SearchInput!, $o: [Order!]!, $l: Int!, $n: Order) { search(input: $i, order: $o, limit: $l, level: $n) }",
            """
            {
              "i": { "text": "a", "tags": ["x"], "order": "BIGGEST_FIRST", "range": { "from": 1 }, "weights": [2] },
              "o": ["BIGGEST_FIRST", "SMALLEST_FIRST"], "l": 3, "n": null
            }
            """));

    [Theory]
    [InlineData("{}", "name - size -")]
    [InlineData("{ name: null, size: 4 }", "name null size 4")]
    [InlineData("""{ name: "x", size: null }""", "name x size null")]
    public async Task Optional_fields_tell_what_was_not_given_from_what_was_given_as_null(string patch, string expected) =>
        Assert.Equal($$$"""{"data":{"patch":"{{{expected}}}"}}""", await Schema.RunAsync($"{{ patch(patch: {patch}) }}"));

    [Fact]
    public async Task A_one_of_input_takes_exactly_one_field()
    {
        Assert.Equal("""{"data":{"by":"name x"}}""", await Schema.RunAsync("""{ by(by: { name: "x" }) }"""));
        Assert.Contains("errors", await Schema.RunAsync("""{ by(by: { name: "x", id: "1" }) }"""), StringComparison.Ordinal);
        Assert.Contains("errors", await Schema.RunAsync("query($b: ByInput!) { by(by: $b) }", """{ "b": { "name": null } }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_become_the_list_types_that_parameters_ask_for() => Assert.Equal(
        """{"data":{"lists":"Int32[] 1,2|List`1 1,2|ImmutableArray`1 1,2|HashSet`1 1,2|Int32[] 1,2|Nullable`1[] 1,"}}""",
        await Built.Schema(typeof(Lists)).RunAsync("{ lists(array: [1, 2], list: [1, 2], immutable: [1, 2], set: [1, 2, 2], sequence: [1, 2], maybe: [1, null]) }"));

    [QueryType]
    private static class Queries
    {
        public static string Search(
            SearchInput input,
            [DefaultValue(new[] { Order.SmallestFirst })] ImmutableArray<Order> order,
            int limit = 10,
            Order? level = Order.BiggestFirst)
        {
            var range = input.Range is { } given ? $"{given.From}..{given.To}" : "";
            return $"{input.Text}|{string.Join(',', input.Tags ?? [])}|{input.Order}|{range}|{string.Join(',', input.Weights)} {string.Join(',', order)} {limit} {level}";
        }

        public static string Patch(Patch patch) => $"name {Text(patch.Name)} size {Text(patch.Size)}";

        public static string By(By by) => by.Name is { } name ? $"name {name}" : $"id {by.Id}";

        private static string Text<T>(Optional<T> value) => value.HasValue ? value.Value?.ToString() ?? "null" : "-";
    }

    [QueryType]
    private static class Lists
    {
        public static string GetLists(int[] array, List<int> list, ImmutableArray<int> immutable, ISet<int> set, IEnumerable<int> sequence, IReadOnlyList<int?> maybe) =>
            string.Join('|', $"{array.GetType().Name} {string.Join(',', array)}", $"{list.GetType().Name} {string.Join(',', list)}",
                $"{immutable.GetType().Name} {string.Join(',', immutable)}", $"{set.GetType().Name} {string.Join(',', set)}",
                $"{sequence.GetType().Name} {string.Join(',', sequence)}", $"{maybe.GetType().Name} {string.Join(',', maybe)}");
    }

    /// <summary>What is looked for.</summary>
    /// <param name="Text">Anywhere in the name.</param>
    /// <param name="Tags"></param>
    /// <param name="Order"></param>
    /// <param name="Range"></param>
    /// <param name="Weights"></param>
    private sealed record SearchInput(
        string Text,
        IReadOnlyList<string>? Tags,
        Order Order = Order.SmallestFirst,
        RangeInput? Range = null,
        [DefaultValue(new[] { 0.5, 1 })] IReadOnlyList<double> Weights = null!);

    private readonly record struct RangeInput(long From = 0, long? To = null);

    private sealed class Patch
    {
        public Optional<string?> Name { get; init; }

        public Optional<int?> Size { get; init; }

        [Obsolete("Use size.")]
        public int? Old { get; init; }

        public int Computed => 1;
    }

    [OneOf]
    private sealed record By([property: GraphQLType("ID")] string? Id, string? Name);

    private enum Order
    {
        SmallestFirst,
        BiggestFirst,
    }
}
