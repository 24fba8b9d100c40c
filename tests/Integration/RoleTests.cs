using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Integration.Infrastructure;

namespace Integration;

/// <summary>Who may do what, as a table of role and operation. What a role may not do is not there for it.</summary>
public sealed class RoleTests(RoleTests.Host host) : IClassFixture<RoleTests.Host>
{
    private const string Import = """mutation { importCombatLog(input: { source: { path: "/nowhere" } }) { created errors { __typename } } }""";

    /// <summary>Operations, and who may run them beside those who may read.</summary>
    private static readonly Dictionary<string, (string Document, string[]? Roles)> Operations = new()
    {
        ["read logs"] = ("{ combatLogs { totalCount } }", null),
        ["read encounters"] = ("{ encounters { totalCount } raidEncounters { totalCount } mythicPlusRuns { totalCount } }", null),
        ["read streams"] = ("{ characterStreams { totalCount } }", null),
        ["read oneself"] = ("{ me { roles } }", null),
        ["read the schema"] = ("{ __schema { queryType { name } } }", null),
        ["import a log"] = (Import, ["PLAYER", "SERVICE", "ADMIN"]),
    };

    public static TheoryData<string, string, bool> Table()
    {
        var table = new TheoryData<string, string, bool>();
        foreach (var (operation, (_, roles)) in Operations)
        {
            foreach (var role in Host.Roles.Append("stranger"))
                table.Add(operation, role, roles is null || roles.Contains(role));
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_role_does_what_is_open_to_it_and_no_more(string operation, string role, bool may)
    {
        using var client = host.As(role);

        var json = await AskAsync(client, Operations[operation].Document);

        if (may)
            Assert.False(json.TryGetProperty("errors", out _), json.ToString());
        else
            Assert.Equal("VALIDATION_FAILED", CodeOf(json));
    }

    [Theory]
    [InlineData("PLAYER", true)]
    [InlineData("SERVICE", true)]
    [InlineData("ADMIN", true)]
    [InlineData("OFFICER", false)]
    [InlineData("DUNGEON_MASTER", false)]
    [InlineData("stranger", false)]
    public async Task The_schema_tells_a_role_of_what_is_open_to_it(string role, bool imports)
    {
        using var client = host.As(role);

        var text = await client.GetStringAsync("/graphql?sdl");
        var types = await AskAsync(client, "{ __schema { mutationType { name } } __type(name: \"ImportCombatLogInput\") { name } }");
        var misspelt = await AskAsync(client, "mutation { importCombatLogs { created } }");

        Assert.Equal(imports, text.Contains("importCombatLog", StringComparison.Ordinal));
        Assert.Equal(imports, text.Contains("ImportCombatLogInput", StringComparison.Ordinal));
        Assert.Equal(imports, types.GetProperty("data").GetProperty("__type").ValueKind == JsonValueKind.Object);
        Assert.Equal(imports, misspelt.ToString().Contains("\\u0022importCombatLog\\u0022", StringComparison.Ordinal) || misspelt.ToString().Contains("\\\"importCombatLog\\\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stranger_is_nobody_and_a_wrong_key_is_refused_even_where_strangers_may_read()
    {
        using var stranger = host.As("stranger");
        Assert.Equal(JsonValueKind.Null, (await AskAsync(stranger, "{ me { roles } }")).GetProperty("data").GetProperty("me").ValueKind);

        stranger.DefaultRequestHeaders.Add("X-API-Key", "a key that nobody has");
        using var response = await stranger.PostAsJsonAsync("/graphql", new { query = "{ __typename }" });
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string query)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query });
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private static string? CodeOf(JsonElement json) => json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    /// <summary>A host that lets strangers read, with a key for every role.</summary>
    public sealed class Host() : HostFixture(["--Authentication:AllowAnonymous=true", .. Keys()])
    {
        public static string[] Roles { get; } = ["PLAYER", "DUNGEON_MASTER", "OFFICER", "SERVICE", "ADMIN"];

        public HttpClient As(string role)
        {
            var client = new HttpClient { BaseAddress = Process.Address };
            if (role != "stranger")
                client.DefaultRequestHeaders.Add("X-API-Key", KeyOf(role));
            return client;
        }

        private static string KeyOf(string role) => $"a-key-of-{role}-that-is-long-enough";

        private static IEnumerable<string> Keys() => Roles.SelectMany((role, i) => new[]
        {
            $"--Authentication:ApiKeys:{i}:Name={role}",
            $"--Authentication:ApiKeys:{i}:Key={KeyOf(role)}",
            $"--Authentication:ApiKeys:{i}:Roles:0={role}",
        });
    }
}
