using System.Text.RegularExpressions;
using GraphQL.Data;

namespace Guildhall.Storage.Tests.Data;

public sealed partial class ProjectedSqlTests : IDisposable
{
    private readonly HeroContext _context = HeroContext.With(Heroes);

    private static Hero[] Heroes
    {
        get
        {
            var guild = new HeroGuild { Id = 1, Motto = "ever", Size = 3 };
            return
            [
                new Hero { Id = 1, Name = "a", Gold = 7, Guild = guild, Items = [new Item { Id = 1, Label = "x", Power = 2 }, new Item { Id = 2, Label = "y" }] },
                new Hero { Id = 2, Name = "b", Gold = 9, Rank = Rank.Officer },
            ];
        }
    }

    /// <summary>A selection, the columns that its statement fetches, and the data it gives.</summary>
    public static TheoryData<string, string, string> Selections => new()
    {
        { "heroes { nodes { name } }", "Name Id", """{"nodes":[{"name":"a"},{"name":"b"}]}""" },
        { "heroes { edges { node { gold } } }", "Gold Id", """{"edges":[{"node":{"gold":7}},{"node":{"gold":9}}]}""" },
        { "heroes { nodes { name } edges { node { gold n: name } } }", "Gold Name Id", """{"nodes":[{"name":"a"},{"name":"b"}],"edges":[{"node":{"gold":7,"n":"a"}},{"node":{"gold":9,"n":"b"}}]}""" },
        { "heroes { nodes { __typename answer } }", "Id", """{"nodes":[{"__typename":"Hero","answer":42},{"__typename":"Hero","answer":42}]}""" },
        { "heroes { pageInfo { hasNextPage } }", "Id", """{"pageInfo":{"hasNextPage":false}}""" },
        { "heroes(order: [{ gold: DESC }]) { nodes { name } }", "Name Gold Id", """{"nodes":[{"name":"b"},{"name":"a"}]}""" },
        { "heroes { nodes { badge } }", "Name Rank Id", """{"nodes":[{"badge":"Recruit a"},{"badge":"Officer b"}]}""" },
        { "heroes { nodes { ... on Hero { name @skip(if: true) gold } } }", "Gold Id", """{"nodes":[{"gold":7},{"gold":9}]}""" },
        { "heroes { nodes { guild { motto } } }", "Motto Size Id", """{"nodes":[{"guild":{"motto":"ever"}},{"guild":null}]}""" },
        { "heroes { nodes { purse } }", "Gold Name Id", """{"nodes":[{"purse":"a: 7"},{"purse":"b: 9"}]}""" },
        { "segment { items { name } }", "Name", """{"items":[{"name":"a"},{"name":"b"}]}""" },
        { "first { gold }", "Gold", """{"gold":7}""" },
        { "single(where: { name: { eq: \"b\" } }) { gold }", "Gold", """{"gold":9}""" },
        { "projected { name items { label } }", "Id Label Id Name", """[{"name":"a","items":[{"label":"x"},{"label":"y"}]},{"name":"b","items":[]}]""" },
        { "ownPages { nodes { name } }", "Name Id", """{"nodes":[{"name":"a"},{"name":"b"}]}""" },
    };

    [Theory]
    [MemberData(nameof(Selections))]
    public async Task Only_the_selected_columns_and_those_of_the_order_are_fetched(string selection, string columns, string data)
    {
        var (response, statements) = await new HeroApi(_context).RunAsync(selection);
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(columns, ColumnsOf(Assert.Single(statements)));
        Assert.Equal(data, response.GetProperty("data").EnumerateObject().Single().Value.GetRawText());
    }

    [Theory]
    [InlineData("anything")]
    [InlineData("unexplained")]
    [InlineData("guarded")]
    public async Task What_does_not_say_what_it_reads_gets_the_whole_row(string field)
    {
        var (_, statements) = await new HeroApi(_context).RunAsync($"heroes {{ nodes {{ name {field} }} }}");
        Assert.Contains("Verified", ColumnsOf(Assert.Single(statements)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_looks_at_the_row_sees_what_nobody_selected()
    {
        var (response, _) = await new HeroApi(_context).RunAsync("heroes { nodes { guarded } }");
        Assert.Equal("""{"heroes":{"nodes":[{"guarded":null},{"guarded":1}]}}""", response.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task Whatever_is_selected_the_answer_is_that_of_whole_rows()
    {
        string[] fields =
        [
            "name", "title", "level", "gold", "score", "online", "verified", "tag", "rank", "former", "seenAt", "guildId",
            "purse", "unexplained", "badge", "anything", "answer", "__typename",
        ];
        var random = new Random(7);
        var (projected, whole) = (new HeroApi(_context), new HeroApi(_context, new DataOptions { ProjectAutomatically = false }));
        for (var round = 0; round < 40; round++)
        {
            var selection = string.Join(' ', fields.Where(_ => random.Next(4) == 0).Append("id"));
            var query = $"heroes {{ nodes {{ {selection} }} edges {{ cursor node {{ {fields[random.Next(fields.Length)]} }} }} }}";
            Assert.Equal((await whole.RunAsync(query)).Response.GetRawText(), (await projected.RunAsync(query)).Response.GetRawText());
        }
    }

    [Fact]
    public async Task Without_automatic_projection_rows_are_fetched_whole_unless_the_field_asks()
    {
        var api = new HeroApi(_context, new DataOptions { ProjectAutomatically = false });
        Assert.Contains("Verified", ColumnsOf(Assert.Single((await api.RunAsync("heroes { nodes { name } }")).Statements)), StringComparison.Ordinal);
        Assert.Equal("Name", ColumnsOf(Assert.Single((await api.RunAsync("projected { name }")).Statements)));
    }

    [Fact]
    public async Task A_list_of_related_objects_is_fetched_only_where_the_field_asks_for_projection()
    {
        var (_, statements) = await new HeroApi(_context).RunAsync("heroes { nodes { name items { label } } }");
        Assert.DoesNotContain("\"Item\"", Assert.Single(statements), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_selection_is_compiled_once()
    {
        var api = new HeroApi(_context);
        await api.RunAsync("heroes(first: 1) { nodes { name level } }");
        var compilations = _context.Compilations;
        await api.RunAsync("heroes(first: 2) { nodes { name level } }");
        Assert.Equal(compilations, _context.Compilations);
    }

    public void Dispose() => _context.Dispose();

    /// <summary>The columns of the outermost SELECT, without the tests for missing objects.</summary>
    private static string ColumnsOf(string statement)
    {
        var list = statement[..statement.IndexOf("FROM", StringComparison.Ordinal)];
        return string.Join(' ', Column().Matches(list).Select(match => match.Groups[1].Value));
    }

    [GeneratedRegex("""\.?"(\w+)"(?=,|\s*$| AS )(?<!AS "\w+")""")]
    private static partial Regex Column();
}
