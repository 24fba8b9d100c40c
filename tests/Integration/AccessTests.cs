using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Integration.Infrastructure;

namespace Integration;

/// <summary>Who is let in when no key is configured: whoever sits at this machine.</summary>
public sealed class DevelopmentAccessTests(DevelopmentAccessTests.Host host) : IClassFixture<DevelopmentAccessTests.Host>
{
    public sealed class Host() : HostFixture();

    [Theory]
    [InlineData(null, null, 200, null)]
    [InlineData("Host", "localhost", 200, null)]
    [InlineData("Host", "[::1]:80", 200, null)]
    [InlineData("Host", "127.0.0.2", 200, null)]
    [InlineData("Host", "evil.example", 403, "FORBIDDEN")]
    [InlineData("Host", "localhost.evil.example", 403, "FORBIDDEN")]
    [InlineData("Host", "192.168.0.1", 403, "FORBIDDEN")]
    [InlineData("Origin", "self", 200, null)]
    [InlineData("Origin", "http://evil.example", 403, "FORBIDDEN")]
    [InlineData("Origin", "http://127.0.0.1:1", 403, "FORBIDDEN")]
    [InlineData("Origin", "null", 403, "FORBIDDEN")]
    [InlineData("X-Forwarded-For", "203.0.113.7", 403, "FORBIDDEN")]
    [InlineData("Forwarded", "for=203.0.113.7", 403, "FORBIDDEN")]
    [InlineData("Authorization", "Bearer 0123456789abcdef", 401, "UNAUTHENTICATED")]
    [InlineData("X-API-Key", "", 401, "UNAUTHENTICATED")]
    public async Task Only_this_machine_is_trusted_and_no_page_of_others(string? header, string? value, int status, string? code)
    {
        var address = host.Process.Address;
        using var request = Access.Query();
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, value == "self" ? $"{address.Scheme}://{address.Authority}" : value);

        await Access.ExpectAsync(host.Process.Client, request, status, code);
    }

    [Fact]
    public async Task The_first_page_shows_the_way()
    {
        var page = await host.Process.Client.GetStringAsync("/");

        Assert.Contains("/graphql", page);
        Assert.Contains("GraphQL-Preflight", page);
    }
}

/// <summary>Who is let in once keys are configured: who has one.</summary>
public sealed class ApiKeyTests(ApiKeyTests.Host host) : IClassFixture<ApiKeyTests.Host>
{
    private const string Key = "the-key-of-the-raid-leader";
    private const string HashedKey = "the-key-of-the-guilds-bot";

    public sealed class Host() : HostFixture(
        "--Authentication:ApiKeys:0:Name=leader",
        $"--Authentication:ApiKeys:0:Key={Key}",
        "--Authentication:ApiKeys:0:Roles:0=PLAYER",
        "--Authentication:ApiKeys:0:Roles:1=DUNGEON_MASTER",
        "--Authentication:ApiKeys:1:Name=bot",
        $"--Authentication:ApiKeys:1:KeyHash={Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(HashedKey)))}",
        "--Authentication:ApiKeys:1:Roles:0=SERVICE");

    [Theory]
    [InlineData("Authorization", $"Bearer {Key}", 200)]
    [InlineData("Authorization", $"bearer {Key}", 200)]
    [InlineData("X-API-Key", Key, 200)]
    [InlineData("X-API-Key", HashedKey, 200)]
    [InlineData(null, null, 401)]
    [InlineData("Authorization", "Bearer ", 401)]
    [InlineData("Authorization", $"Basic {Key}", 401)]
    [InlineData("Authorization", $"Bearer {Key}x", 401)]
    [InlineData("X-API-Key", "something else entirely", 401)]
    public async Task A_key_opens_the_door(string? header, string? value, int status)
    {
        using var request = Access.Query();
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, value);

        await Access.ExpectAsync(host.Process.Client, request, status, status == 200 ? null : "UNAUTHENTICATED");
    }

    [Theory]
    [InlineData("/graphql?sdl", HttpStatusCode.Unauthorized)]
    [InlineData("/graphql?query={__typename}", HttpStatusCode.Unauthorized)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.OK)]
    public async Task Without_one_there_is_nothing_to_see(string address, HttpStatusCode expected)
    {
        using var response = await host.Process.Client.GetAsync(address);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Keys_are_never_logged()
    {
        foreach (var key in (string[])[Key, HashedKey, "a key of nobody"])
        {
            using var request = Access.Query();
            request.Headers.Add("X-API-Key", key);
            using var response = await host.Process.Client.SendAsync(request);
        }

        Assert.Contains("POST /graphql 401", host.Process.Output);
        Assert.Contains("for leader", host.Process.Output);
        Assert.DoesNotContain("key", host.Process.Output);
    }
}

internal static class Access
{
    public static HttpRequestMessage Query() => new(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ __typename }" }) };

    public static async Task ExpectAsync(HttpClient client, HttpRequestMessage request, int status, string? code)
    {
        using var response = await client.SendAsync(request);
        var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(status, (int)response.StatusCode);
        if (code is null)
            Assert.Equal("Query", json.GetProperty("data").GetProperty("__typename").GetString());
        else
            Assert.Equal(code, json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        if (status == 401)
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }
}
