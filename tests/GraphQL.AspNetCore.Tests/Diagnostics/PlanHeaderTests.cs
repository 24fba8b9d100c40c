using System.Text;
using System.Text.Json;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests.Diagnostics;

/// <summary>The header that asks how a request is executed, and who is answered.</summary>
public sealed class PlanHeaderTests
{
    [Theory]
    [InlineData("explain", true, true)]
    [InlineData("ONLY", false, true)]
    [InlineData("other", true, false)]
    public async Task It_asks_for_the_plan(string mode, bool hasData, bool hasPlan)
    {
        await using var host = await GraphQLHost.StartAsync(static options => options.AllowPlan = static _ => true);
        foreach (var accept in new[] { Requests.GraphQLResponse, Requests.Json, "multipart/mixed, application/json" })
        {
            var answer = await AskAsync(host, mode, accept);
            Assert.Equal(200, answer.Status);
            Assert.Equal(hasData, answer.Json.TryGetProperty("data", out _));
            Assert.Equal(hasPlan, answer.Json.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("plan", out _));
        }
    }

    [Fact]
    public async Task It_means_nothing_from_whom_the_host_does_not_allow_to_ask()
    {
        await using var host = await GraphQLHost.StartAsync();
        Assert.Equal("""{"data":{"later":"world"}}""", (await AskAsync(host, "explain", Requests.Json)).Text);

        await using var some = await GraphQLHost.StartAsync(static options => options.AllowPlan = static context => context.Request.Headers.ContainsKey("X-Developer"));
        Assert.Equal("""{"data":{"later":"world"}}""", (await AskAsync(some, "only", Requests.Json)).Text);
        Assert.Equal(JsonValueKind.Object, (await AskAsync(some, "only", Requests.Json, "X-Developer")).Json.GetProperty("extensions").GetProperty("plan").ValueKind);
    }

    private static Task<Answer> AskAsync(GraphQLHost host, string mode, string accept, string? header = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{ later }"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("GraphQL-Plan", mode);
        if (header is not null)
            request.Headers.Add(header, "1");
        return host.Client.AskAsync(request, accept);
    }
}
