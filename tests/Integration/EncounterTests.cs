using System.Net.Http.Json;
using System.Text.Json;
using Guildhall.Domain.Encounters;

namespace Integration;

/// <summary>What was counted while a night was written is what the endpoint answers, however it is asked.</summary>
public sealed class EncounterTests(SampleNight night) : IClassFixture<SampleNight>
{
    [Fact]
    public async Task Totals_of_every_character_are_those_the_writer_counted()
    {
        var data = await night.QueryAsync("""
            {
              encounters(order: [{ startedAt: ASC }]) {
                nodes {
                  name
                  characters(order: [{ name: ASC }]) {
                    guid name realm region specId totalDamageDone totalPetDamage totalOverkill totalDamageTaken totalHealingDone totalOverhealing
                    totalHealingReceived totalAbsorbsProvided totalAbsorbsReceived deathCount
                  }
                }
              }
            }
            """);

        var nodes = data.GetProperty("encounters").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(night.Truth.Encounters.Select(encounter => encounter.Name), nodes.Select(node => node.GetProperty("name").GetString()));
        foreach (var (expected, actual) in night.Truth.Encounters.Zip(nodes))
        {
            Assert.Equal(
                expected.Characters.Values.OrderBy(totals => totals.Name, StringComparer.Ordinal).Select(Describe),
                actual.GetProperty("characters").EnumerateArray().Select(Describe));
        }
    }

    [Fact]
    public async Task Rates_divide_by_the_length_of_the_fight()
    {
        var data = await night.QueryAsync("{ raidEncounters { nodes { durationMs gameFightTimeMs characters { totalDamageDone dps totalHealingDone totalAbsorbsProvided hps } } } }");

        foreach (var pull in data.GetProperty("raidEncounters").GetProperty("nodes").EnumerateArray())
        {
            var seconds = pull.GetProperty("durationMs").GetInt64() / 1000.0;
            Assert.Equal(pull.GetProperty("gameFightTimeMs").GetInt64(), pull.GetProperty("durationMs").GetInt64());
            foreach (var character in pull.GetProperty("characters").EnumerateArray())
            {
                var healing = character.GetProperty("totalHealingDone").GetInt64() + character.GetProperty("totalAbsorbsProvided").GetInt64();
                Assert.Equal(character.GetProperty("totalDamageDone").GetInt64() / seconds, character.GetProperty("dps").GetDouble(), 6);
                Assert.Equal(healing / seconds, character.GetProperty("hps").GetDouble(), 6);
            }
        }
    }

    [Fact]
    public async Task A_keystone_tells_its_segments_deaths_and_time()
    {
        var truth = night.Truth.Encounters.Single(encounter => encounter.IsRun);
        var data = await night.QueryAsync("""
            {
              mythicPlusRuns {
                nodes {
                  dungeonName keystoneLevel season timeLimitMs completionMs computedMs inTime keystoneUpgrade deathCount freeDeaths deathPenaltyMs
                  affixes { affixId name } deaths { victim { guid } penaltyMs }
                  segments { kind name deaths { line } characters { totalDamageDone } }
                  bosses: segments(kind: BOSS) { name success }
                  characters { totalDamageDone }
                }
              }
            }
            """);

        var run = data.GetProperty("mythicPlusRuns").GetProperty("nodes")[0];
        Assert.Equal(truth.Bosses, run.GetProperty("bosses").EnumerateArray().Select(boss => boss.GetProperty("name").GetString()));
        Assert.Equal(truth.Deaths, run.GetProperty("deaths").EnumerateArray().Select(death => death.GetProperty("victim").GetProperty("guid").GetString()));
        Assert.Equal(truth.Deaths.Count, run.GetProperty("deathCount").GetInt32());
        Assert.Equal(truth.Deaths.Count * 5_000, run.GetProperty("deathPenaltyMs").GetInt64());
        Assert.Equal(run.GetProperty("completionMs").GetInt64(), run.GetProperty("computedMs").GetInt64());
        Assert.True(run.GetProperty("inTime").GetBoolean());
        Assert.Equal([9, 10, 147], run.GetProperty("affixes").EnumerateArray().Select(affix => affix.GetProperty("affixId").GetInt32()));
        Assert.Equal(truth.Deaths.Count, run.GetProperty("segments").EnumerateArray().Sum(segment => segment.GetProperty("deaths").GetArrayLength()));
        Assert.Equal(
            truth.Characters.Values.Sum(totals => totals.DamageDone),
            run.GetProperty("segments").EnumerateArray().SelectMany(segment => segment.GetProperty("characters").EnumerateArray()).Sum(character => character.GetProperty("totalDamageDone").GetInt64()));
    }

    [Theory]
    [InlineData("{ bossName: { eq: \"Queen Ysolde\" } }", 1)]
    [InlineData("{ bossName: { startsWith: \"Vethrax\" } }", 2)]
    [InlineData("{ bossName: { contains: \"%\" } }", 0)]
    [InlineData("{ success: { eq: true } }", 2)]
    [InlineData("{ state: { in: [KILL, WIPE] } }", 4)]
    [InlineData("{ pullNumber: { gt: 1 } }", 1)]
    [InlineData("{ difficulty: { eq: HEROIC } }", 4)]
    [InlineData("{ or: [{ success: { eq: true } }, { pullNumber: { gte: 2 } }] }", 3)]
    [InlineData("{ characterNames: { some: { eq: \"Rúnar\" } } }", 4)]
    [InlineData("{ characterNames: { none: { eq: \"Rúnar\" } } }", 0)]
    [InlineData("{ log: { flavor: { eq: RETAIL } } }", 4)]
    [InlineData("{ log: { uploadedBy: { name: { eq: \"dev\" } } } }", 4)]
    [InlineData("{ startedAt: { lt: \"2020-01-01T00:00:00Z\" } }", 0)]
    public async Task Filters_keep_what_they_say(string where, int expected)
    {
        var data = await night.QueryAsync($"{{ raidEncounters(where: {where}) {{ totalCount nodes {{ bossName }} }} }}");

        var connection = data.GetProperty("raidEncounters");
        Assert.Equal((expected, expected), (connection.GetProperty("totalCount").GetInt32(), connection.GetProperty("nodes").GetArrayLength()));
    }

    [Theory]
    [InlineData("{}", 85)] // four pulls of twenty and a keystone of five, segments apart
    [InlineData("{ segment: { kind: { eq: BOSS } } }", 10)]
    [InlineData("{ and: [{ segment: { kind: { eq: BOSS } } }, { name: { neq: \"nobody\" } }] }", 10)]
    [InlineData("{ or: [{ segment: { index: { eq: 1 } } }, { segment: { index: { eq: 2 } } }] }", 10)]
    [InlineData("{ encounter: { kind: { eq: MYTHIC_PLUS } } }", 5)]
    public async Task Streams_of_segments_are_found_only_when_asked_for(string where, int expected)
    {
        var data = await night.QueryAsync($"{{ characterStreams(where: {where}) {{ totalCount }} }}");

        Assert.Equal(expected, data.GetProperty("characterStreams").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData(1, "[{ dps: DESC }]")]
    [InlineData(7, "[{ name: ASC }, { dps: DESC }]")]
    [InlineData(40, "[{ spec: DESC }]")]
    [InlineData(9, "[{ encounter: { startedAt: ASC } }, { deathCount: DESC }]")]
    public async Task Pages_walked_forward_and_backward_hold_everything_once(int size, string order)
    {
        var whole = (await night.QueryAsync($"{{ characterStreams(first: 100, order: {order}) {{ totalCount nodes {{ id }} }} }}")).GetProperty("characterStreams");
        var expected = whole.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()).ToList();
        Assert.Equal(whole.GetProperty("totalCount").GetInt32(), expected.Count);

        var forward = await WalkAsync($"first: {size}, after", "endCursor", "hasNextPage", order);
        var backward = await WalkAsync($"last: {size}, before", "startCursor", "hasPreviousPage", order);

        Assert.Equal(expected, forward.SelectMany(page => page));
        Assert.Equal(expected, Enumerable.Reverse(backward).SelectMany(page => page));
    }

    [Fact]
    public async Task Everything_with_an_id_is_found_again_by_it()
    {
        var data = await night.QueryAsync("""
            {
              combatLogs { nodes { __typename id uuid uploadedBy { __typename id } } }
              encounters { nodes { __typename id uuid characters { __typename id } ... on MythicPlusRun { segments { __typename id } } } }
            }
            """);
        var things = Things(data).DistinctBy(thing => thing.Id).ToList();
        Assert.Equal(["CharacterStream", "CombatLog", "CombatSegment", "MythicPlusRun", "RaidEncounter", "User"], things.Select(thing => thing.Type).Distinct().Order());

        foreach (var chunk in things.Chunk(50))
        {
            var found = await night.QueryAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids = chunk.Select(thing => thing.Id) });
            Assert.Equal(chunk, found.GetProperty("nodes").EnumerateArray().Select(Thing));
        }
    }

    [Theory]
    [InlineData("{ combatLog(id: \"nonsense\") { id } }", "BAD_ID")]
    [InlineData("{ raidEncounters(first: -1) { totalCount } }", "BAD_ARGUMENT")]
    [InlineData("{ raidEncounters(first: 100000) { totalCount } }", "")]
    [InlineData("{ raidEncounters(after: \"nonsense\") { totalCount } }", "BAD_CURSOR")]
    [InlineData("{ encounters { nodes { character(by: { name: \"x\", guid: \"y\" }) { id } } } }", "")]
    [InlineData("{ nope }", "VALIDATION_FAILED")]
    [InlineData("{ ", "SYNTAX_ERROR")]
    public async Task A_question_that_makes_no_sense_is_answered_with_a_code(string query, string code)
    {
        using var response = await night.Process.Client.PostAsJsonAsync("/graphql", new { query });
        var errors = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");

        var actual = errors[0].GetProperty("extensions").GetProperty("code").GetString();
        Assert.NotEmpty(actual!);
        if (code.Length > 0)
            Assert.Equal(code, actual);
    }

    [Fact]
    public async Task Lines_are_given_as_they_were_written()
    {
        var data = await night.QueryAsync(
            "query ($id: ID!) { combatLog(id: $id) { linesRead first: rawLine(line: 1) some: rawLines(from: 2, count: 2) beyond: rawLine(line: 9999999) encounters(last: 1) { nodes { firstLine } } } }",
            new { id = night.LogId });

        var log = data.GetProperty("combatLog");
        Assert.Equal(night.Truth.Lines, log.GetProperty("linesRead").GetInt64());
        Assert.Equal("2/16/2026 20:00:00.0001  COMBAT_LOG_VERSION,22,ADVANCED_LOG_ENABLED,1,BUILD_VERSION,12.0.5,PROJECT_ID,1", log.GetProperty("first").GetString());
        Assert.StartsWith("2/16/2026 20:00:00.0151  MAP_CHANGE,", log.GetProperty("some")[1].GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, log.GetProperty("beyond").ValueKind);
    }

    private static string Describe(CharacterTotals totals) => string.Join(' ',
        totals.Guid, totals.Name, totals.Realm, totals.Region, totals.SpecId, totals.DamageDone, totals.PetDamage, totals.Overkill, totals.DamageTaken,
        totals.HealingDone, totals.Overhealing, totals.HealingReceived, totals.AbsorbsProvided, totals.AbsorbsReceived, totals.DeathCount);

    private static string Describe(JsonElement character) => string.Join(' ', character.EnumerateObject().Select(field => field.Value.ToString()));

    private static (string? Type, string? Id) Thing(JsonElement element) => (element.GetProperty("__typename").GetString(), element.GetProperty("id").GetString());

    private static IEnumerable<(string? Type, string? Id)> Things(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => (element.TryGetProperty("id", out _) ? [Thing(element)] : Enumerable.Empty<(string?, string?)>())
            .Concat(element.EnumerateObject().SelectMany(field => Things(field.Value))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Things),
        _ => [],
    };

    private async Task<List<List<string?>>> WalkAsync(string arguments, string cursorField, string moreField, string order)
    {
        var pages = new List<List<string?>>();
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = (await night.QueryAsync(
                $"query ($cursor: String) {{ characterStreams({arguments}: $cursor, order: {order}) {{ nodes {{ id }} pageInfo {{ {cursorField} {moreField} }} }} }}", new { cursor })).GetProperty("characterStreams");
            pages.Add([.. page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString())]);
            cursor = page.GetProperty("pageInfo").GetProperty(cursorField).GetString();
            more = page.GetProperty("pageInfo").GetProperty(moreField).GetBoolean();
        }

        return pages;
    }
}
