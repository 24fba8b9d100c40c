using System.Text.Json;

namespace Guildhall.Storage.Tests.Data;

public sealed class PagedSqlTests : IDisposable
{
    private readonly HeroContext _context = HeroContext.With(Heroes);

    private static Hero[] Heroes
    {
        get
        {
            var guilds = Enumerable.Range(1, 3).Select(id => new HeroGuild { Id = id, Motto = $"{id}" }).ToArray();
            return
            [
                .. Enumerable.Range(1, 12).Select(id => new Hero
                {
                    Id = id,
                    Name = $"hero{id}",
                    Level = id % 4 == 0 ? null : id % 4,
                    Guild = id > 10 ? null : guilds[id % 2],
                }),
                new Hero { Id = 200, Name = "outside", Guild = guilds[2] },
            ];
        }
    }

    /// <summary>A selection, and how many statements it takes.</summary>
    public static TheoryData<string, int> Selections => new()
    {
        { "heroes { nodes { name } }", 1 },
        { "heroes { edges { cursor } }", 1 },
        { "heroes { totalCount }", 1 },
        { "heroes { __typename }", 0 },
        { "heroes(first: 3) { nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }", 1 },
        { "heroes(first: 3) { nodes { name } totalCount }", 2 },
        { "heroes(first: 3, after: $) { nodes { name } pageInfo { hasNextPage endCursor } }", 1 },
        { "heroes(first: 3, after: $) { nodes { name } pageInfo { hasPreviousPage } }", 2 },
        { "heroes(last: 3, before: $) { nodes { name } pageInfo { hasPreviousPage } }", 1 },
        { "heroes(last: 3, before: $) { nodes { name } pageInfo { hasNextPage } totalCount }", 3 },
        { "segment(skip: 5, take: 5) { items { name } pageInfo { hasNextPage hasPreviousPage } }", 1 },
        { "segment { totalCount }", 1 },
        { "segment { items { name } totalCount }", 2 },
        { "ownPages { nodes { name } }", 1 },
        { "ownPages { totalCount }", 1 },
        { "guilds { members(first: 2) { nodes { name } } }", 2 },
        { "guilds { members(first: 2) { totalCount } }", 2 },
        { "guilds { members(first: 2) { nodes { name } totalCount pageInfo { hasNextPage } } }", 3 },
        { "guilds { roster(where: { level: { gt: 1 } }, order: [{ name: DESC }]) { name } }", 2 },
        { "guilds { a: members(first: 1) { nodes { name } } b: members(last: 1) { nodes { name } } }", 3 },
    };

    [Theory]
    [MemberData(nameof(Selections))]
    public async Task A_selection_costs_the_statements_that_it_needs(string selection, int expected)
    {
        var api = new HeroApi(_context);
        var (first, _) = await api.RunAsync("heroes(first: 6) { pageInfo { endCursor } }");
        var cursor = first.GetProperty("data").GetProperty("heroes").GetProperty("pageInfo").GetProperty("endCursor").GetRawText();
        var (response, statements) = await api.RunAsync(selection.Replace("$", cursor, StringComparison.Ordinal));
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.True(expected == statements.Count, string.Join("\n\n", statements));
    }

    [Fact]
    public async Task Each_parent_has_its_own_page_in_the_wanted_order_from_one_statement()
    {
        var (response, statements) = await new HeroApi(_context).RunAsync(
            "guilds { id members(first: 2, where: { level: { neq: null } }, order: [{ level: DESC }]) { nodes { id level } totalCount pageInfo { hasNextPage hasPreviousPage } } }");
        Assert.Equal(3, statements.Count);
        Assert.Contains("ROW_NUMBER() OVER(PARTITION BY", string.Concat(statements), StringComparison.Ordinal);
        Assert.Equal(
            """
            [{"id":1,"members":{"nodes":[{"id":10,"level":2},{"id":6,"level":2}],"totalCount":3,"pageInfo":{"hasNextPage":true,"hasPreviousPage":false}}},{"id":2,"members":{"nodes":[{"id":7,"level":3},{"id":3,"level":3}],"totalCount":5,"pageInfo":{"hasNextPage":true,"hasPreviousPage":false}}},{"id":3,"members":{"nodes":[],"totalCount":0,"pageInfo":{"hasNextPage":false,"hasPreviousPage":false}}}]
            """,
            response.GetProperty("data").GetProperty("guilds").GetRawText());
    }

    [Fact]
    public async Task A_cursor_of_one_parents_page_walks_the_pages_of_all()
    {
        var api = new HeroApi(_context);
        var seen = new SortedDictionary<int, List<int>>();
        var arguments = "first: 2";
        for (var page = 0; page < 6; page++)
        {
            var (response, _) = await api.RunAsync($"guilds {{ id members({arguments}) {{ edges {{ cursor node {{ id }} }} pageInfo {{ hasPreviousPage }} }} }}");
            string? last = null;
            foreach (var guild in response.GetProperty("data").GetProperty("guilds").EnumerateArray())
            {
                var ids = seen.TryGetValue(guild.GetProperty("id").GetInt32(), out var known) ? known : seen[guild.GetProperty("id").GetInt32()] = [];
                foreach (var edge in guild.GetProperty("members").GetProperty("edges").EnumerateArray())
                {
                    ids.Add(edge.GetProperty("node").GetProperty("id").GetInt32());
                    last = edge.GetProperty("cursor").GetString();
                }
            }

            if (last is null)
                break;
            arguments = $"first: 2, after: \"{FirstCursor(response) ?? last}\"";
        }

        Assert.Equal([2, 4, 6, 8, 10], seen[1].Distinct().Order());
        Assert.Equal([1, 3, 5, 7, 9], seen[2].Distinct().Order());
    }

    [Fact]
    public async Task Pages_that_a_resolver_makes_mind_the_filter_the_order_and_their_own_condition()
    {
        var (response, _) = await new HeroApi(_context).RunAsync(
            "ownPages(first: 2, where: { name: { startsWith: \"hero1\" } }, order: [{ name: DESC }]) { nodes { name } totalCount pageInfo { hasNextPage endCursor } }");
        var pages = response.GetProperty("data").GetProperty("ownPages");
        Assert.Equal("""[{"name":"hero12"},{"name":"hero11"}]""", pages.GetProperty("nodes").GetRawText());
        Assert.Equal(4, pages.GetProperty("totalCount").GetInt32());
        Assert.True(pages.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [Theory]
    [InlineData("single { name }", "NOT_UNIQUE")]
    [InlineData("segment(skip: 21) { items { name } }", "LIMIT_EXCEEDED")]
    [InlineData("segment(skip: -1) { items { name } }", "BAD_ARGUMENT")]
    [InlineData("segment(take: 101) { items { name } }", "LIMIT_EXCEEDED")]
    [InlineData("segment(take: -1) { items { name } }", "BAD_ARGUMENT")]
    public async Task What_cannot_be_answered_is_refused_with_a_code(string selection, string code)
    {
        var (response, _) = await new HeroApi(_context).RunAsync(selection);
        Assert.Equal(code, response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    public void Dispose() => _context.Dispose();

    /// <summary>The least of the pages' last cursors: no parent is left behind when all go on from there.</summary>
    private static string? FirstCursor(JsonElement response) => response.GetProperty("data").GetProperty("guilds").EnumerateArray()
        .Select(guild => guild.GetProperty("members").GetProperty("edges"))
        .Where(edges => edges.GetArrayLength() > 0)
        .MinBy(edges => edges[edges.GetArrayLength() - 1].GetProperty("node").GetProperty("id").GetInt32()) is { ValueKind: JsonValueKind.Array } least
        ? least[least.GetArrayLength() - 1].GetProperty("cursor").GetString()
        : null;
}
