using System.Text.Json;
using GraphQL.AspNetCore.Tests.Infrastructure;
using Prerequisites;
using Xunit.Abstractions;

namespace GraphQL.AspNetCore.Tests;

/// <summary>The audits of npm's <c>graphql-http</c> 1.23.1, the reference for GraphQL over HTTP: 13 MUST, 23 SHOULD, 25 MAY.</summary>
public sealed class AuditTests(ITestOutputHelper output)
{
    private sealed record Verdict(string Id, string Name, string Status, string? Reason);

    [NodeFact]
    public async Task Every_audit_of_GraphQL_over_HTTP_passes()
    {
        await using var host = await GraphQLHost.StartAsync();

        var verdicts = JsonSerializer.Deserialize<Verdict[]>(
            await NodeScript.RunAsync("audit-http.mjs", host.Endpoint.ToString()), JsonSerializerOptions.Web)!;

        foreach (var level in verdicts.GroupBy(verdict => verdict.Name.Split(' ')[0]))
            output.WriteLine($"{level.Key}: {level.Count(verdict => verdict.Status == "ok")} of {level.Count()}");
        Assert.Equal(61, verdicts.Length);
        Assert.Empty(verdicts.Where(verdict => verdict.Status != "ok").Select(verdict => $"{verdict.Id} {verdict.Name}: {verdict.Reason}"));
    }
}
