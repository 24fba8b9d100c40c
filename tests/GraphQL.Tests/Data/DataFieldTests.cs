using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Tests.Execution;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Data;

public class DataFieldTests
{
    private static readonly RequestExecutor Executor = new(new SchemaBuilder().AddType(typeof(LogQueries)).AddType(typeof(LogType)).Build());

    public static TheoryData<string, string> Filters => new()
    {
        { "{}", "1 2 3 4 5 6 7" },
        { "{ layers: { gt: 5 } }", "6 7" },
        { "{ layers: { gt: 2, lte: 4 } }", "3 4" },
        { "{ layers: { in: [1, 9] } }", "1" },
        { "{ layers: { in: [] } }", "" },
        { "{ layers: { nin: [] } }", "1 2 3 4 5 6 7" },
        { "{ startedAt: { neq: \"1970-01-02T00:00:00Z\" } }", "2 3 6 7" },
        { "{ startedAt: { nin: [\"1970-01-02T00:00:00Z\"] } }", "2 3 6 7" },
        { "{ startedAt: { ngt: \"1970-01-02T00:00:00Z\" } }", "1 5" },
        { "{ startedAt: { eq: null } }", "4" },
        { "{ startedAt: { neq: null } }", "1 2 3 5 6 7" },
        { "{ startedAt: { in: [null, \"1970-01-02T00:00:00Z\"] } }", "1 4 5" },
        { "{ guild: { name: { neq: \"guild1\" } } }", "3 5 7" },
        { "{ guild: { rank: { eq: null } } }", "1 2 4 6" },
        { "{ or: [{ layers: { eq: 1 } }, { layers: { eq: 7 } }] }", "1 7" },
        { "{ or: [] }", "" },
        { "{ and: [] }", "1 2 3 4 5 6 7" },
        { "{ or: null, and: null }", "1 2 3 4 5 6 7" },
        { "{ and: [{ layers: { gt: 2 } }, { layers: { lt: 4 } }] }", "3" },
        { "{ fileName: { startsWith: \"log\", nendsWith: \"1\" } }", "2 3 5 6" },
        { "{ fileName: { contains: \"G\" } }", "" },
        { "{ fileName: { or: [{ eq: \"log0\" }, { eq: \"log2\" }] } }", "2 3 5 6" },
        { "{ characterNames: { some: { eq: \"character1\" } } }", "2 5" },
        { "{ characterNames: { none: { eq: \"character1\" } } }", "1 3 4 6 7" },
        { "{ characterNames: { all: { eq: \"character0\" } } }", "1 3 4 6 7" },
        { "{ characterNames: { any: false } }", "3 6" },
        { "{ members: { some: { level: { gte: 5 } } } }", "5 7" },
        { "{ state: { in: [DONE] } }", "2 5" },
        { "{ advanced: { neq: true } }", "1 2 3 4 5 6 7" },
        { "{ sizeBytes: { gte: 6000 } }", "6 7" },
        { "{ progress: { lt: 0.5 } }", "" },
        { "{ price: { gt: 4.99, lt: 5.01 } }", "5" },
        { "{ price: { eq: 79228162514264337593543950335 } }", "" },
        { "{ season: { in: [1] } }", "1 4 7" },
        { "{ layers: { nlte: 5 } }", "6 7" },
        { "{ layers: { nlt: 6 } }", "6 7" },
        { "{ layers: { ngte: 3 } }", "1 2" },
        { "{ fileName: { nstartsWith: \"log1\" } }", "2 3 5 6" },
        { "{ fileName: { ncontains: \"1\" } }", "2 3 5 6" },
        { "{ fileName: { endsWith: \"1\" } }", "1 4 7" },
        { "{ build: { ncontains: \"x\" } }", "" },
        { "{ build: { neq: \"x\" } }", "" },
        { "{ build: { nin: [\"x\"] } }", "" },
        { "{ day: { lt: \"2000-01-01\" } }", "1 2 3 4 5 6 7" },
    };

    public static TheoryData<string, string> Orders => new()
    {
        { "[]", "1 2 3 4 5 6 7" },
        { "[{ layers: DESC }]", "7 6 5 4 3 2 1" },
        { "[{ startedAt: ASC }, { layers: DESC }]", "5 1 6 2 7 3 4" },
        { "[{ startedAt: DESC }, { layers: ASC }]", "3 7 2 6 1 5 4" },
        { "[{ guild: { name: DESC } }, { layers: ASC }]", "7 5 3 1 2 4 6" },
        { "[{ state: DESC }, { layers: ASC }]", "2 5 1 4 7 3 6" },
    };

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "logs(first: -1)", "BAD_ARGUMENT", "first" },
        { "logs(last: -1)", "BAD_ARGUMENT", "last" },
        { "logs(first: 1, last: 1)", "BAD_ARGUMENT", "last" },
        { "logs(first: 101)", "LIMIT_EXCEEDED", "first" },
        { "paged(last: 6)", "LIMIT_EXCEEDED", "last" },
        { "logs(after: \"?\")", "BAD_CURSOR", "after" },
        { "logs(before: \"AAAAAAAAAAAA\")", "BAD_CURSOR", "before" },
        { "logs(where: { layers: { gt: null } })", "BAD_ARGUMENT", "where.layers.gt" },
        { "logs(where: { layers: { in: null } })", "BAD_ARGUMENT", "where.layers.in" },
        { "defined(where: { pages: { lt: 70000 } })", "BAD_ARGUMENT", "where.pages.lt" },
        { "logs(order: [{ layers: ASC }, { state: ASC }, { layers: DESC }])", "BAD_ARGUMENT", "order[2]" },
        { "logs(order: [{ guild: { name: ASC } }, { guild: { name: ASC } }])", "BAD_ARGUMENT", "order[1]" },
        { "logs(where: { fileName: { contains: null } })", "BAD_ARGUMENT", "where.fileName.contains" },
        { "logs(where: { or: [{}, { fileName: null }] })", "BAD_ARGUMENT", "where.or[1].fileName" },
        { "logs(where: { characterNames: { some: null } })", "BAD_ARGUMENT", "where.characterNames.some" },
        { "logs(order: [{}])", "BAD_ARGUMENT", "order[0]" },
        { "logs(order: [{ layers: ASC }, { layers: ASC, state: ASC }])", "BAD_ARGUMENT", "order[1]" },
        { "logs(order: [{ guild: { name: null } }])", "BAD_ARGUMENT", "order[0].guild.name" },
        { $"defined(where: {{ id: {{ eq: \"{new NodeId("Guild", "1")}\" }} }})", "BAD_ID", "where.id.eq" },
        { "defined(where: { id: { in: [\"nonsense\"] } })", "BAD_ID", "where.id.in[0]" },
        { $"logs(where: {{ layers: {{ in: [{string.Join(", ", Enumerable.Repeat(1, 501))}] }} }})", "LIMIT_EXCEEDED", "where.layers.in" },
        { $"logs(where: {{ fileName: {{ eq: \"{new string('x', 1001)}\" }} }})", "LIMIT_EXCEEDED", "where.fileName.eq" },
        { $"logs(where: {{ or: [{string.Join(", ", Enumerable.Repeat("{ layers: { eq: 1 } }", 101))}] }})", "LIMIT_EXCEEDED", "where.or[100].layers.eq" },
        { $"logs(order: [{string.Join(", ", Enumerable.Repeat("{ layers: ASC }", 9))}])", "LIMIT_EXCEEDED", "order" },
        { $"logs(where: {Nested(13)})", "LIMIT_EXCEEDED", $"where{string.Concat(Enumerable.Repeat(".and[0]", 12))}" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_gives_the_rows_that_match(string where, string expected) =>
        Assert.Equal(expected, Layers(await RunAsync($"logs(where: {where}) {{ nodes {{ layers }} }}"), "logs"));

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task An_order_puts_missing_values_last_and_ends_in_the_key(string order, string expected) =>
        Assert.Equal(expected, Layers(await RunAsync($"logs(order: {order}) {{ nodes {{ layers }} }}"), "logs"));

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_request_that_cannot_be_answered_is_told_where_it_is_wrong(string field, string code, string argument)
    {
        var response = await RunAsync($"{field} {{ nodes {{ layers }} }}");
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(argument, error.GetProperty("extensions").GetProperty("argument").GetString());
    }

    [Fact]
    public async Task The_definition_gives_the_order_that_nobody_asked_for_and_its_computed_fields()
    {
        Assert.Equal("7 3 6 2 5 1 4", Layers(await RunAsync("defined { nodes { layers } }"), "defined"));
        Assert.Equal("2 5", Layers(await RunAsync("defined(where: { memberNames: { some: { eq: \"member1\" } } }) { nodes { layers } }"), "defined"));
    }

    [Fact]
    public async Task A_global_id_finds_its_row()
    {
        var id = NodeId.Of("CombatLog", LogQueries.Logs[2].Id);
        Assert.Equal("3", Layers(await RunAsync($"defined(where: {{ id: {{ eq: \"{id}\" }} }}) {{ nodes {{ layers }} }}"), "defined"));
    }

    [Fact]
    public async Task A_page_knows_its_neighbours_and_the_total()
    {
        var first = (await RunAsync("paged { nodes { layers } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }")).GetProperty("data");
        Assert.Equal("""{"hasNextPage":true,"hasPreviousPage":false}""", Neighbours(first));
        Assert.Equal(7, first.GetProperty("paged").GetProperty("totalCount").GetInt32());
        var cursor = first.GetProperty("paged").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        var response = await RunAsync($"paged(first: 5, after: \"{cursor}\") {{ nodes {{ layers }} edges {{ cursor node {{ layers }} }} pageInfo {{ hasNextPage hasPreviousPage }} }}");
        Assert.Equal("4 5 6 7", Layers(response, "paged"));
        Assert.Equal("""{"hasNextPage":false,"hasPreviousPage":true}""", Neighbours(response.GetProperty("data")));

        var beforeLast = response.GetProperty("data").GetProperty("paged").GetProperty("edges")[3].GetProperty("cursor").GetString();
        var between = await RunAsync($"paged(last: 2, after: \"{cursor}\", before: \"{beforeLast}\") {{ nodes {{ layers }} pageInfo {{ hasNextPage hasPreviousPage }} }}");
        Assert.Equal("5 6", Layers(between, "paged"));
        Assert.Equal("""{"hasNextPage":true,"hasPreviousPage":true}""", Neighbours(between.GetProperty("data")));
    }

    [Fact]
    public async Task A_page_of_no_rows_still_knows_whether_rows_follow()
    {
        var page = (await RunAsync("paged(first: 0) { nodes { layers } pageInfo { hasNextPage hasPreviousPage startCursor } }")).GetProperty("data");
        Assert.Equal("""{"hasNextPage":true,"hasPreviousPage":false,"startCursor":null}""", page.GetProperty("paged").GetProperty("pageInfo").GetRawText());
    }

    [Theory]
    [InlineData("logs(order: [{ layers: DESC }], after: \"{0}\")")]
    [InlineData("logs(where: { layers: { gt: 1 } }, after: \"{0}\")")]
    public async Task A_cursor_of_another_filter_or_order_is_refused(string field)
    {
        var edges = (await RunAsync("logs(first: 1) { edges { cursor } }")).GetProperty("data").GetProperty("logs").GetProperty("edges");
        var response = await RunAsync($"{field.Replace("{0}", edges[0].GetProperty("cursor").GetString())} {{ nodes {{ layers }} }}");
        Assert.Equal("BAD_CURSOR", response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_list_that_nobody_filters_or_orders_stays_as_it_is()
    {
        Assert.Equal("7 5 3 1", Guilds(await RunAsync("guilds { id }")));
        Assert.Equal("3 5 7", Guilds(await RunAsync("guilds(where: { rank: { neq: null } }) { id }")));
        Assert.Equal("1 3 5 7", Guilds(await RunAsync("guilds(order: [{ name: ASC }]) { id }")));
    }

    [Fact]
    public async Task A_resolver_may_make_its_own_pages()
    {
        var response = await RunAsync("ownPages(last: 3, before: \"there\") { nodes { name } totalCount pageInfo { endCursor } }");
        Assert.Equal(
            """{"nodes":[{"name":"3 True there"}],"totalCount":5,"pageInfo":{"endCursor":"here"}}""",
            response.GetProperty("data").GetProperty("ownPages").GetRawText());
    }

    private static string Nested(int depth) => depth == 0 ? "{}" : $"{{ and: [{Nested(depth - 1)}] }}";

    private static string Neighbours(JsonElement data)
    {
        var info = data.GetProperty("paged").GetProperty("pageInfo");
        return $$"""{"hasNextPage":{{info.GetProperty("hasNextPage").GetRawText()}},"hasPreviousPage":{{info.GetProperty("hasPreviousPage").GetRawText()}}}""";
    }

    private static string Guilds(JsonElement response) =>
        string.Join(' ', response.GetProperty("data").GetProperty("guilds").EnumerateArray().Select(guild => guild.GetProperty("id").GetInt32()));

    private static string Layers(JsonElement response, string field)
    {
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        var nodes = response.GetProperty("data").GetProperty(field).GetProperty("nodes");
        return string.Join(' ', nodes.EnumerateArray().Select(node => node.GetProperty("layers").GetInt32()));
    }

    private static async Task<JsonElement> RunAsync(string selection)
    {
        using var result = await Executor.ExecuteAsync(Api.Request($"{{ {selection} }}"), CancellationToken.None);
        return JsonDocument.Parse(result.ToString()).RootElement;
    }
}
