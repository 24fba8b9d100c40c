using GraphQL.Cost;
using GraphQL.Execution;
using Xunit;

namespace GraphQL.Tests.Cost;

/// <summary>What requests cost, by the values that they really have. The schema's directives are written as anybody writes them.</summary>
public sealed class CostTests
{
    private const string Sdl = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], slicingArgumentDefaultValue: Int, sizedFields: [String!], requireOneSlicingArgument: Boolean! = true) on FIELD_DEFINITION
        type Query {
          name: String
          dear: String @cost(weight: "7.5")
          item: Item
          items: [Item!]!
          grid: [[Item!]!]!
          five: [Item] @listSize(assumedSize: 5)
          none: [Item] @listSize(assumedSize: 0)
          first(first: Int, last: Int): [Item] @listSize(assumedSize: 50, slicingArguments: ["first", "last"], slicingArgumentDefaultValue: 20, requireOneSlicingArgument: false)
          given(first: Int = 3): [Item] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
          strict(first: Int, last: Int): [Item] @listSize(slicingArguments: ["first", "last"])
          inside(page: Page): [Item] @listSize(assumedSize: 9, slicingArguments: ["page.size"], requireOneSlicingArgument: false)
          ids(ids: [ID!]!): [Item] @listSize(slicingArguments: ["ids"])
          pages(first: Int): Pages @listSize(assumedSize: 50, slicingArguments: ["first"], slicingArgumentDefaultValue: 20, sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)
          node: Node
          any: Any
          find(where: Where @cost(weight: "10"), order: [Order!] @cost(weight: "10")): Item
          words: [String]
          colours: [Colour]
          broken: Item @cost(weight: "many")
        }
        type Mutation { add: Item }
        type Subscription { added: Item }
        type Item implements Node { id: ID name: String item: Item items: [Item] link: Node colour: Colour pages(first: Int): Pages @listSize(assumedSize: 50, slicingArguments: ["first"], slicingArgumentDefaultValue: 20, sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false) }
        type Dear implements Node @cost(weight: "4") { id: ID link: Node @cost(weight: "30") }
        interface Node { id: ID link: Node }
        union Any = Item | Dear
        enum Colour @cost(weight: "0.5") { RED }
        type Pages { edges: [Edge] nodes: [Item] info: Info total: Int }
        type Edge { cursor: String node: Item }
        type Info { more: Boolean }
        input Page { size: Int }
        input Where { and: [Where!] name: Text }
        input Text { eq: String @cost(weight: "10") contains: String @cost(weight: "20") in: [String] @cost(weight: "10") }
        input Order { name: String @cost(weight: "10") }
        """;

    private static readonly CostOptions Unbounded = new() { MaxFieldCost = double.MaxValue, MaxTypeCost = double.MaxValue };

    [Theory]
    [InlineData("{ name __typename }", 0, 1)]
    [InlineData("{ dear }", 7.5, 1)]
    [InlineData("{ broken { name } }", 1, 2)]
    [InlineData("{ item { name } }", 1, 2)]
    [InlineData("{ items { name item { id } } }", 1 + 10, 1 + 10 + 10)]
    [InlineData("{ grid { name } }", 1, 1 + 100)]
    [InlineData("{ words colours }", 2, 1 + (10 * 0.5))]
    [InlineData("{ five { items { id } } }", 1 + 5, 1 + 5 + 50)]
    [InlineData("{ none { items { id } } }", 1, 1)]
    [InlineData("{ first { item { id } } }", 1 + 20, 1 + 20 + 20)]
    [InlineData("{ first(first: 2) { item { id } } }", 1 + 2, 1 + 2 + 2)]
    [InlineData("{ first(first: 2, last: 3) { item { id } } }", 1 + 3, 1 + 3 + 3)]
    [InlineData("{ first(first: null) { item { id } } }", 1 + 20, 1 + 20 + 20)]
    [InlineData("{ first(first: -5) { item { id } } }", 1, 1)]
    [InlineData("{ given { item { id } } }", 1 + 3, 1 + 3 + 3)]
    [InlineData("{ inside { id } }", 1, 1 + 9)]
    [InlineData("{ inside(page: {size: 4}) { id } }", 1, 1 + 4)]
    [InlineData("{ ids(ids: [1, 2, 3]) { id } }", 1, 1 + 3)]
    [InlineData("{ pages { total } }", 1, 1 + 1)]
    [InlineData("{ pages { nodes { item { id } } info { more } } }", 1 + 1 + 20 + 1, 1 + 1 + 20 + 20 + 1)]
    [InlineData("{ pages(first: 3) { edges { node { item { id } } } } }", 1 + 1 + 3 + 3, 1 + 1 + 3 + 3 + 3)]
    [InlineData("{ node { id } }", 1, 1 + 4)]
    [InlineData("{ node { ... on Item { items { id } } } }", 1 + 1, 1 + 1 + 10)]
    [InlineData("{ any { ... on Item { item { id } } ... on Dear { link { id } } } }", 1 + 30, 1 + 4 + 4)]
    [InlineData("{ item { id } item { name } i: item { id } }", 2, 3)]
    [InlineData("{ ...F ...F item { name } } fragment F on Query { item { id } }", 1, 2)]
    [InlineData("{ item @skip(if: true) { id } }", 0, 1)]
    [InlineData("{ find { id } }", 1, 2)]
    [InlineData("{ find(where: {name: {eq: \"a\", contains: \"b\"}}) { id } }", 1 + 10 + 10 + 20, 2)]
    [InlineData("{ find(where: {and: [{name: {eq: \"a\"}}, {name: {in: [\"a\", \"b\"]}}]}) { id } }", 1 + 10 + 20, 2)]
    [InlineData("{ find(order: [{name: \"ASC\"}, {name: \"ASC\"}]) { id } }", 1 + 10 + 20, 2)]
    [InlineData("{ find(where: null, order: null) { id } }", 1, 2)]
    [InlineData("{ five { find: items { id } } }", 1 + 5, 1 + 5 + 50)]
    [InlineData("{ __schema { types { name fields { name } } } }", 100, 1)]
    [InlineData("{ __type(name: \"Item\") { fields { name } } }", 10, 1)]
    [InlineData("mutation { add { items { id } } }", 2, 1 + 1 + 10)]
    [InlineData("subscription { added { items { id } } }", 2, 1 + 1 + 10)]
    public async Task An_operation_costs_what_it_selects(string document, double fieldCost, double typeCost) =>
        Assert.Equal(new OperationCost(fieldCost, typeCost), await PriceAsync(document));

    [Theory]
    [InlineData("query ($n: Int) { first(first: $n) { item { id } } }", """{"n": 7}""", 8)]
    [InlineData("query ($n: Int = 4) { first(first: $n) { item { id } } }", "{}", 5)]
    [InlineData("query ($n: Int) { first(first: $n) { item { id } } }", "{}", 21)]
    [InlineData("query ($n: Int) { first(first: $n) { item { id } } }", """{"n": null}""", 21)]
    [InlineData("query ($n: Int) { given(first: $n) { item { id } } }", "{}", 4)]
    [InlineData("query ($p: Page) { inside(page: $p) { item { id } } }", """{"p": {"size": 2}}""", 3)]
    [InlineData("query ($n: Int) { inside(page: {size: $n}) { item { id } } }", """{"n": 6}""", 7)]
    [InlineData("query ($i: [ID!]!) { ids(ids: $i) { item { id } } }", """{"i": [1, 2]}""", 3)]
    [InlineData("query ($w: Where) { find(where: $w) { id } }", "{}", 1)]
    [InlineData("query ($w: Where) { find(where: $w) { id } }", """{"w": {"name": {"eq": "a"}}}""", 21)]
    [InlineData("query ($w: Where) { find(where: $w) { id } }", """{"w": {"and": [{"name": {"eq": "a"}}, {"name": {"contains": "a"}}]}}""", 41)]
    [InlineData("query ($t: Text) { find(where: {name: $t}) { id } }", """{"t": {"eq": "a"}}""", 21)]
    [InlineData("query ($t: Text = {eq: \"a\", contains: \"b\"}) { find(where: {name: $t}) { id } }", "{}", 41)]
    [InlineData("query ($o: [Order!]) { find(order: $o) { id } }", """{"o": {"name": "ASC"}}""", 21)]
    [InlineData("query ($b: Boolean!) { item @include(if: $b) { id } }", """{"b": true}""", 1)]
    [InlineData("query ($b: Boolean!) { item @include(if: $b) { id } }", """{"b": false}""", 0)]
    [InlineData("query ($n: Int) { ...A ...B } fragment A on Query { a: pages(first: $n) { ...C } } fragment B on Query { b: pages(first: 1) { ...C } } fragment C on Pages { nodes { item { id } } }", """{"n": 5}""", 2 + 2 + 5 + 1)]
    public async Task Variables_count_with_the_values_they_have(string document, string variables, double fieldCost) =>
        Assert.Equal(fieldCost, (await PriceAsync(document, variables)).FieldCost);

    [Fact]
    public async Task A_filter_in_a_variable_costs_what_it_says_and_not_what_it_could_say()
    {
        // a recursive input type has no worst case; others price such a request at one all the same
        var api = new Execution.Api(Sdl) { Options = new RequestExecutorOptions { Cost = new CostOptions { MaxFieldCost = 50 } } };
        const string document = "query ($w: Where) { find(where: $w) { id } }";
        using var small = await api.ExecuteAsync(document, """{"w": {"and": [{"name": {"eq": "a"}}]}}""");
        Assert.Equal(ExecutionOutcome.Executed, small.Outcome);
        var conditions = string.Join(',', Enumerable.Repeat("""{"name": {"eq": "a"}}""", 5));
        using var large = await api.ExecuteAsync(document, """{"w": {"and": [""" + conditions + "]}}");
        Assert.Equal(ExecutionOutcome.CostExceeded, large.Outcome);
    }

    [Theory]
    [InlineData("{ strict { id } }", "{}")]
    [InlineData("{ strict(first: 1, last: 1) { id } }", "{}")]
    [InlineData("{ strict(first: null) { id } }", "{}")]
    [InlineData("query ($n: Int) { strict(first: $n) { id } }", "{}")]
    public async Task A_slicing_argument_that_must_be_there_is_asked_for(string document, string variables)
    {
        using var result = await Api().ExecuteAsync(document, variables);
        var error = Assert.Single(result.Errors);
        Assert.Equal(ErrorCodes.SlicingArgument, error.Code);
        Assert.Equal("Query.strict", error.Extensions!["coordinate"]);
        using var other = await Api().ExecuteAsync("query ($n: Int) { strict(first: $n) { id } }", """{"n": 1}""");
        Assert.Equal(ExecutionOutcome.Executed, other.Outcome);
    }

    [Theory]
    [InlineData("{ items { items { items { items { items { id } } } } } }", "fieldCost", "Item.items")]
    [InlineData("{ items { link { ... on Dear { link { id } } } } }", "fieldCost", "Dear.link")]
    [InlineData("{ first(first: 2000) { id } }", "typeCost", "Query.first")]
    public async Task What_costs_too_much_is_refused_with_cost_limit_and_the_dearest_field(string document, string kind, string coordinate)
    {
        var limit = kind == "fieldCost" ? 300 : 1500;
        var options = new CostOptions { MaxFieldCost = kind == "fieldCost" ? limit : 1e9, MaxTypeCost = kind == "typeCost" ? limit : 1e9 };
        using var result = await new Execution.Api(Sdl) { Options = new RequestExecutorOptions { Cost = options } }.ExecuteAsync(document);
        var error = Assert.Single(result.Errors);
        Assert.Equal(ExecutionOutcome.CostExceeded, result.Outcome);
        Assert.Equal(ErrorCodes.CostExceeded, error.Code);
        Assert.Equal(coordinate, error.Extensions!["coordinate"]);
        Assert.Equal((long)limit, error.Extensions["max" + char.ToUpperInvariant(kind[0]) + kind[1..]]);
        Assert.Equal((long)(kind == "fieldCost" ? result.Cost!.FieldCost : result.Cost!.TypeCost), error.Extensions[kind]);
        Assert.DoesNotContain("\"data\"", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_of_doubling_fragments_is_priced_in_the_time_of_its_text()
    {
        var options = new RequestExecutorOptions { MaxFields = int.MaxValue, MaxAliases = int.MaxValue, MaxDepth = 150, MaxListRecursion = 150 };
        var api = new Execution.Api(Sdl) { Options = options };
        var document = $"{{ item {{ ...F0 }} }} {string.Join(' ', Enumerable.Range(0, 28).Select(i => $"fragment F{i} on Item {{ a: items {{ ...F{i + 1} }} b: items {{ ...F{i + 1} }} }}"))} fragment F28 on Item {{ id }}";
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var result = await api.ExecuteAsync(document);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 << 20);
        Assert.Equal(ErrorCodes.CostExceeded, Assert.Single(result.Errors).Code);
        Assert.Equal(1e15, result.Cost!.FieldCost);
    }

    [Fact]
    public async Task Types_that_multiply_at_every_level_end_at_a_bound()
    {
        // each chain of types selects another set of fragments, so that nothing is shared
        var types = string.Join(' ', Enumerable.Range(0, 6).Select(i => $"type T{i} implements I {{ x: I }}"));
        var sdl = $"type Query {{ x: I }} interface I {{ x: I }} {types}";
        var chains = from level in Enumerable.Range(0, 20)
                     from type in Enumerable.Range(0, 6)
                     select Nested(0, level, type);
        using var result = await new Execution.Api(sdl).ExecuteAsync($"{{ {string.Join(' ', chains)} }}");
        Assert.Equal(ErrorCodes.LimitExceeded, Assert.Single(result.Errors).Code);

        static string Nested(int at, int level, int type) => at == 21 ? "__typename"
            : at == level + 1 ? $"... on T{type} {{ x {{ {Nested(at + 1, level, type)} }} }}"
            : $"x {{ {Nested(at + 1, level, type)} }}";
    }

    [Theory]
    [InlineData("{ first(first: 2147483647) { items { items { items { id } } } } }")]
    [InlineData("{ first(first: 2147483647) { pages(first: 2147483647) { nodes { pages(first: 2147483647) { nodes { id } } } } } }")]
    public async Task Nothing_overflows(string document)
    {
        var cost = await PriceAsync(document);
        Assert.InRange(cost.TypeCost, 1e10, 1e15);
        Assert.InRange(cost.FieldCost, 1e9, 1e15);
    }

    [Fact]
    public async Task An_asynchronous_resolver_costs_ten_unless_it_waits_for_a_loader()
    {
        var api = Api().WithAsync("Query.item", static _ => Task.FromResult<object?>(null))
            .With("Query.node", new FieldResolver.Asynchronous(static _ => default) { IsBatched = true })
            .WithAsync("Query.dear", static _ => Task.FromResult<object?>(null));
        Assert.Equal(10, (await PriceAsync(api, "{ item { id } }")).FieldCost);
        Assert.Equal(1, (await PriceAsync(api, "{ node { id } }")).FieldCost);
        Assert.Equal(7.5, (await PriceAsync(api, "{ dear }")).FieldCost);
    }

    [Fact]
    public async Task A_report_stands_beside_the_data_and_a_validation_in_its_stead()
    {
        var api = Api().With("Query.name", static _ => "Ada");
        using var reported = await api.Executor.ExecuteAsync(Request("{ name }", CostMode.Report), default);
        Assert.Equal("""{"data":{"name":"Ada"},"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""", reported.ToString());
        using var validated = await api.Executor.ExecuteAsync(Request("{ name }", CostMode.Validate), default);
        Assert.Equal("""{"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""", validated.ToString());
        Assert.Equal(ExecutionOutcome.Priced, validated.Outcome);
        using var plain = await api.Executor.ExecuteAsync(Request("{ name }", CostMode.None), default);
        Assert.Equal("""{"data":{"name":"Ada"}}""", plain.ToString());
        Assert.Equal(new OperationCost(0, 1), plain.Cost);
    }

    [Fact]
    public async Task What_is_not_enforced_is_only_told()
    {
        var options = new RequestExecutorOptions { Cost = new CostOptions { MaxFieldCost = 0, MaxTypeCost = 0, Enforce = false } };
        using var result = await new Execution.Api(Sdl) { Options = options }.ExecuteAsync("{ item { id } }");
        Assert.Equal(ExecutionOutcome.Executed, result.Outcome);
        Assert.Equal(new OperationCost(1, 2), result.Cost);
    }

    [Fact]
    public async Task A_cost_without_variables_is_found_out_once()
    {
        var api = Api();
        Assert.Same((await PriceAsync(api, "{ items { id } }")), await PriceAsync(api, "{ items { id } }"));
    }

    private static Execution.Api Api() => new(Sdl) { Options = new RequestExecutorOptions { Cost = Unbounded } };

    private static Task<OperationCost> PriceAsync(string document, string variables = "{}") => PriceAsync(Api(), document, variables);

    private static async Task<OperationCost> PriceAsync(Execution.Api api, string document, string variables = "{}")
    {
        await foreach (var result in api.Executor.StreamAsync(Request(document, CostMode.Validate, variables), default))
        {
            using (result)
            {
                Assert.Empty(result.Errors);
                return result.Cost!;
            }
        }

        throw new InvalidOperationException("There is no result.");
    }

    private static OperationRequest Request(string document, CostMode mode, string variables = "{}")
    {
        var request = Execution.Api.Request(document, variables);
        return new OperationRequest { Document = request.Document, Variables = request.Variables, Services = request.Services, Cost = mode };
    }
}
