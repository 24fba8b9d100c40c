using System.Net.Http.Headers;
using System.Text.Json;
using Integration.Infrastructure;

namespace Integration;

/// <summary>What a viewer may not see is absent, whichever door it knocks at.</summary>
public sealed class VisibilityTests(VisibilityTests.Host host) : IClassFixture<VisibilityTests.Host>
{
    private const string Import = "mutation ($file: Upload!) { importCombatLog(input: { source: { upload: $file } }) { created logs { id } errors { __typename } } }";

    /// <summary>Doors, each answering how much of a log is behind it.</summary>
    private static readonly Dictionary<string, string> Doors = new()
    {
        ["combatLogs"] = "{ answer: combatLogs { totalCount } }",
        ["encounters"] = "{ answer: encounters { totalCount } }",
        ["raidEncounters"] = "{ answer: raidEncounters { totalCount } }",
        ["mythicPlusRuns"] = "{ answer: mythicPlusRuns { totalCount } }",
        ["characterStreams"] = "{ answer: characterStreams { totalCount } }",
        ["combatLog"] = "{ answer: combatLog(id: \"LOG\") { id } }",
        ["encounter"] = "{ answer: encounter(id: \"ENCOUNTER\") { id } }",
        ["node of a log"] = "{ answer: node(id: \"LOG\") { id } }",
        ["node of an encounter"] = "{ answer: node(id: \"ENCOUNTER\") { id } }",
        ["node of a character"] = "{ answer: node(id: \"CHARACTER\") { id } }",
        ["a foreign filter"] = "{ answer: characterStreams(where: { log: { id: { eq: \"LOG\" } } }) { totalCount } }",
    };

    public static TheoryData<string, string, bool> Table()
    {
        var table = new TheoryData<string, string, bool>();
        foreach (var door in Doors.Keys)
        {
            table.Add(door, "ada", true);
            table.Add(door, "bertil", false);
            table.Add(door, "operator", true);
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_private_log_is_seen_by_its_owner_and_who_operates_the_server(string door, string viewer, bool sees)
    {
        var query = Doors[door].Replace("LOG", host.LogId, StringComparison.Ordinal).Replace("ENCOUNTER", host.EncounterId, StringComparison.Ordinal).Replace("CHARACTER", host.CharacterId, StringComparison.Ordinal);

        var answer = (await host.As(viewer).QueryAsync(query)).GetProperty("answer");

        var found = answer.ValueKind != JsonValueKind.Null && (!answer.TryGetProperty("totalCount", out var count) || count.GetInt32() > 0);
        Assert.Equal(sees, found);
    }

    [Fact]
    public async Task The_same_file_of_two_owners_is_two_logs()
    {
        var mine = await host.ImportAsync("ada");
        Assert.Equal((0, host.LogId), (mine.Created, mine.LogId));

        var other = await host.ImportAsync("cecilia");
        Assert.Equal(1, other.Created);
        Assert.NotEqual(host.LogId, other.LogId);
    }

    /// <summary>A host with a key for everybody, and a private log of Ada's.</summary>
    public sealed class Host() : HostFixture([.. Keys()]), IAsyncLifetime
    {
        private static readonly (string Name, string Role)[] People =
            [("ada", "PLAYER"), ("bertil", "PLAYER"), ("cecilia", "PLAYER"), ("guest", "OFFICER"), ("operator", "ADMIN")];

        public static string Sample => Path.Combine(Repository.Root, "samples", "raid-night.txt.gz");

        public string LogId { get; private set; } = null!;

        public string EncounterId { get; private set; } = null!;

        public string CharacterId { get; private set; } = null!;

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            LogId = (await ImportAsync("ada")).LogId;
            var encounter = (await As("ada").QueryAsync("{ raidEncounters(first: 1) { nodes { id characters { id } } } }")).GetProperty("raidEncounters").GetProperty("nodes")[0];
            EncounterId = encounter.GetProperty("id").GetString()!;
            CharacterId = encounter.GetProperty("characters")[0].GetProperty("id").GetString()!;
        }

        public HttpClient As(string name)
        {
            var client = new HttpClient { BaseAddress = Process.Address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", KeyOf(name));
            return client;
        }

        public async Task<(int Created, string LogId)> ImportAsync(string name)
        {
            var data = await As(name).UploadAsync(Import, Sample);
            var payload = data.GetProperty("importCombatLog");
            return (payload.GetProperty("created").GetInt32(), payload.GetProperty("logs")[0].GetProperty("id").GetString()!);
        }

        private static string KeyOf(string name) => $"a-key-of-{name}-that-is-long-enough";

        private static IEnumerable<string> Keys() => People.SelectMany((person, i) => new[]
        {
            $"--Authentication:ApiKeys:{i}:Name={person.Name}",
            $"--Authentication:ApiKeys:{i}:Key={KeyOf(person.Name)}",
            $"--Authentication:ApiKeys:{i}:Roles:0={person.Role}",
        });
    }
}
