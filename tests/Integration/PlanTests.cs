using System.Net.Http.Json;
using System.Text.Json;

namespace Integration;

/// <summary>In development the endpoint tells how it executes a request, down to the statements.</summary>
public sealed class PlanTests(PlanTests.DevelopmentNight night) : IClassFixture<PlanTests.DevelopmentNight>
{
    [Fact]
    public async Task An_explained_request_names_the_statements_that_ran_with_their_waves_and_without_their_values()
    {
        var plan = await PlanAsync("explain", """{ encounters(where: { name: { neq: "nobody-has-this-name" } }) { nodes { name characters { name deathCount } } } }""");
        var statements = plan.GetProperty("statements").EnumerateArray().ToList();
        Assert.Contains(statements, static statement => statement.GetProperty("wave").GetInt32() == 0);
        Assert.Contains(statements, static statement => statement.GetProperty("wave").GetInt32() == 1);
        Assert.All(statements, static statement => Assert.Contains("SELECT", statement.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain("nobody-has-this-name", plan.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(0, plan.GetProperty("waves")[0][0].GetProperty("keys").GetInt32());
    }

    [Fact]
    public async Task A_request_that_is_only_planned_sends_no_statement()
    {
        var plan = await PlanAsync("only", "{ encounters { nodes { name } } }");
        Assert.Equal("Query.encounters", plan.GetProperty("fields")[0].GetProperty("field").GetString());
        Assert.False(plan.TryGetProperty("statements", out _));
    }

    private async Task<JsonElement> PlanAsync(string mode, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("GraphQL-Plan", mode);
        using var response = await night.Process.Client.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("extensions").GetProperty("plan");
    }

    public sealed class DevelopmentNight() : SampleNight("--environment", "Development");
}
