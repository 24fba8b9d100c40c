using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQL.AspNetCore.Tests.Infrastructure;
using GraphQL.AspNetCore.Tests.WebSockets;
using GraphQL.Subscriptions;
using Prerequisites;

namespace GraphQL.AspNetCore.Tests.Authorization;

/// <summary>Who may use what, over every transport, decided by ASP.NET Core's own services.</summary>
public sealed class AuthorizationTests
{
    [Theory]
    [InlineData("{ known }", null, "UNAUTHENTICATED")]
    [InlineData("{ known }", "PLAYER", """{"data":{"known":"known"}}""")]
    [InlineData("{ tavern }", null, "UNAUTHENTICATED")]
    [InlineData("{ tavern }", "PLAYER", "FORBIDDEN")]
    [InlineData("{ tavern }", "PLAYER adult", """{"data":{"tavern":"open all night"}}""")]
    [InlineData("{ cellar }", "PLAYER", "FORBIDDEN")]
    [InlineData("{ cellar }", "adult", """{"data":{"cellar":"deep"}}""")]
    [InlineData("{ audit { entry } }", null, "VALIDATION_FAILED")]
    [InlineData("{ audit { entry } }", "PLAYER", "VALIDATION_FAILED")]
    [InlineData("{ audit { entry } }", "OFFICER", """{"data":{"audit":{"entry":"x"}}}""")]
    [InlineData("mutation { erase }", "OFFICER", "VALIDATION_FAILED")]
    [InlineData("mutation { erase }", "ADMIN", """{"data":{"erase":1}}""")]
    public async Task Roles_and_policies_of_the_host_decide(string document, string? roles, string expected)
    {
        await using var host = await GuardedHost.StartAsync();

        var answer = await host.AskAsync(document, roles);

        Assert.Equal(expected, expected.StartsWith('{') ? answer.Text : answer.Code);
    }

    [Fact]
    public async Task A_policy_about_an_object_is_asked_of_a_handler_of_the_request()
    {
        await using var host = await GuardedHost.StartAsync();

        var answer = await host.AskAsync("{ chests { owner content } }", "PLAYER");

        Assert.Equal("""[{"owner":"ADMIN","content":null},{"owner":"PLAYER","content":"gold of PLAYER"}]""", answer.Json.GetProperty("data").GetProperty("chests").GetRawText());
        Assert.Equal(("FORBIDDEN", 1), (answer.Code, answer.Json.GetProperty("errors").GetArrayLength()));
        Assert.Equal("Chest.content", answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("coordinate").GetString());
    }

    [Theory]
    [InlineData("{ __schema { types { name fields { name } } mutationType { fields { name } } subscriptionType { fields { name } } } }")]
    [InlineData("{ audits: audi { entry } }")]
    [InlineData("{ opn: aduit }")]
    [InlineData("""{ __type(name: "AuditEntry") { name fields { name } } }""")]
    public async Task What_a_role_hides_is_in_no_answer(string document)
    {
        await using var host = await GuardedHost.StartAsync();

        var (officer, player) = (await host.AskAsync(document, "OFFICER"), await host.AskAsync(document, "PLAYER"));

        Assert.Contains("audit", officer.Text.Replace("audits: audi", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"audit", player.Text.Replace("\\\"", "\"", StringComparison.Ordinal));
        Assert.DoesNotContain("AuditEntry", player.Text);
        Assert.DoesNotContain("erase", player.Text + officer.Text);
    }

    [Fact]
    public async Task The_schemas_text_is_that_of_the_callers_view_and_no_others()
    {
        await using var host = await GuardedHost.StartAsync();

        var admin = await host.GetAsync("/graphql?sdl", "ADMIN");
        var tag = admin.Response.Headers.ETag!.ToString();
        var player = await host.GetAsync("/graphql?sdl", "PLAYER", held: tag);
        var again = await host.GetAsync("/graphql?sdl", "ADMIN", held: tag);

        Assert.Contains("type AuditEntry", admin.Text);
        Assert.Equal(200, player.Status);
        Assert.DoesNotContain("AuditEntry", player.Text);
        Assert.DoesNotContain("Mutation", player.Text);
        Assert.Equal(304, again.Status);
        Assert.All([admin, player], static answer => Assert.True(answer.Response.Headers.CacheControl is { Private: true, NoCache: true }));
        Assert.All([admin, player], static answer => Assert.DoesNotContain("@authorize", answer.Text, StringComparison.OrdinalIgnoreCase));
    }

    [NodeTheory]
    [InlineData("ADMIN")]
    [InlineData("OFFICER")]
    [InlineData("PLAYER")]
    public async Task Tools_read_the_schemas_text_of_every_view_with_what_is_applied_but_who_may_use_it(string roles)
    {
        await using var host = await GuardedHost.StartAsync();

        var applied = await NodeScript.RunAsync("build-schema.mjs", new Uri(host.Address, "/graphql?sdl").ToString(), $"Roles {roles}");

        Assert.Equal("constraint cost deprecated listSize oneOf specifiedBy", applied.Trim());
    }

    [Fact]
    public async Task A_document_that_one_caller_had_remembered_is_validated_in_the_view_of_another()
    {
        const string Document = "{ audit { entry } }";
        await using var host = await GuardedHost.StartAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));
        var extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";
        var named = $"/graphql?extensions={Uri.EscapeDataString(extensions)}";

        var admin = await host.GetAsync($"{named}&query={Uri.EscapeDataString(Document)}", "ADMIN");
        var player = await host.GetAsync(named, "PLAYER", held: "*");
        var officer = await host.GetAsync(named, "OFFICER");

        Assert.Equal("""{"data":{"audit":{"entry":"x"}}}""", admin.Text);
        Assert.Equal("VALIDATION_FAILED", player.Code);
        Assert.Equal("no-store", player.Response.Headers.CacheControl!.ToString());
        Assert.Equal(admin.Text, officer.Text);
    }

    [Fact]
    public async Task An_answer_that_may_be_kept_is_its_callers_alone()
    {
        await using var host = await GuardedHost.StartAsync(static options =>
        {
            options.PersistedOperations.CacheIsShared = true;
            options.PersistedOperations.CacheMaxAge = TimeSpan.FromHours(1);
        });

        var admin = await host.GetAsync("/graphql?documentId=mine", "ADMIN");
        var tag = admin.Response.Headers.ETag!.ToString();
        var player = await host.GetAsync("/graphql?documentId=mine", "PLAYER", held: tag);
        var key = await host.GetAsync("/graphql?documentId=mine", "PLAYER", GuardedHost.KeyHeader);
        var stranger = await host.GetAsync("/graphql?documentId=mine", roles: null);
        var again = await host.GetAsync("/graphql?documentId=mine", "ADMIN", held: tag);
        var guarded = await host.GetAsync("/graphql?documentId=audit", "OFFICER");

        Assert.Equal("""{"data":{"open":"open","caller":"PLAYER"}}""", player.Text);
        Assert.Equal((200, player.Text, 304), (player.Status, key.Text, again.Status));
        Assert.All([admin, player, key, stranger, guarded], static answer =>
        {
            Assert.True(answer.Response.Headers.CacheControl is { Private: true, Public: false });
            Assert.Contains("Authorization", answer.Response.Headers.Vary);
            Assert.Contains("Cookie", answer.Response.Headers.Vary);
        });
        Assert.Equal("VALIDATION_FAILED", (await host.GetAsync("/graphql?documentId=audit", "PLAYER")).Code);
    }

    [Theory]
    [InlineData("OFFICER", null)]
    [InlineData("PLAYER", "VALIDATION_FAILED")]
    [InlineData(null, "VALIDATION_FAILED")]
    public async Task A_socket_sees_the_schema_of_the_roles_it_began_with(string? roles, string? refusal)
    {
        await using var host = await GuardedHost.StartAsync();
        using var socket = await host.OpenSocketAsync(roles);
        await socket.SendAsync(TransportWsTests.Subscribe("1", "{ audit { entry } }"));
        if (refusal is null)
        {
            await socket.ExpectAsync(TransportWsTests.Next("1", """
                "audit":{"entry":"x"}
                """.Trim()));
            return;
        }

        var error = await socket.ReceiveJsonAsync();
        Assert.Equal("error", error.GetProperty("type").GetString());
        Assert.Equal(refusal, error.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Sockets_of_the_same_roles_share_and_each_gets_the_rows_it_may_see()
    {
        await using var host = await GuardedHost.StartAsync();
        using var first = await host.OpenSocketAsync("OFFICER adult");
        using var second = await host.OpenSocketAsync("OFFICER VIP");
        foreach (var socket in (TestSocket[])[first, second])
            await socket.SendAsync(TransportWsTests.Subscribe("1", "subscription { whispers }"));
        await GraphQLHost.EventuallyAsync(() => host.Subscriptions.Count == 2, "both have subscribed");
        Assert.Equal(1, host.Subscriptions.Groups);
        await EventuallyAttachedAsync(host);

        await host.Topics.SendAsync("audit", new AuditEntry("VIP: for a few"));
        await host.Topics.SendAsync("audit", new AuditEntry("OFFICER: for both"));

        await second.ExpectAsync(TransportWsTests.Next("1", "\"whispers\":\"VIP: for a few\""));
        await first.ExpectAsync(TransportWsTests.Next("1", "\"whispers\":\"OFFICER: for both\""));
        await second.ExpectAsync(TransportWsTests.Next("1", "\"whispers\":\"OFFICER: for both\""));
    }

    [Theory]
    [InlineData("OFFICER", true)]
    [InlineData("PLAYER", false)]
    public async Task An_event_stream_sees_the_schema_of_its_requests_roles(string roles, bool isVisible)
    {
        await using var host = await GuardedHost.StartAsync();
        using var stream = await host.Client.OpenAsync(
            GuardedHost.As(roles, new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new StringContent(JsonSerializer.Serialize(new { query = "subscription { audits { entry } }" }), Encoding.UTF8, Requests.Json),
            }),
            StreamRequests.EventStream);
        if (!isVisible)
        {
            Assert.Contains("VALIDATION_FAILED", await stream.ReadToEndAsync());
            return;
        }

        await GraphQLHost.EventuallyAsync(() => host.Subscriptions.Count == 1, "it has subscribed");
        await EventuallyAttachedAsync(host);
        await host.Topics.SendAsync("audit", new AuditEntry("seen"));

        Assert.Contains("""{"data":{"audits":{"entry":"seen"}}}""", await stream.ReadUntilAsync(static text => text.Contains("seen", StringComparison.Ordinal)));
    }

    private static Task EventuallyAttachedAsync(GuardedHost host) =>
        GraphQLHost.EventuallyAsync(() => ((TopicHub)host.Topics).Topics.Any(static topic => topic.Receivers > 0), "the topic is followed");
}
