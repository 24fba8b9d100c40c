using System.Text.Json;
using GraphQL.AspNetCore.Tests.Infrastructure;
using Prerequisites;
using Xunit.Abstractions;

namespace GraphQL.AspNetCore.Tests;

/// <summary>The audits of npm's <c>graphql-http</c> 1.23.1, the reference for GraphQL over HTTP: 13 MUST, 23 SHOULD, 25 MAY.</summary>
public sealed class AuditTests(ITestOutputHelper output)
{
    private static readonly string[] ContradictedByTheDraft =
    [
        // "MAY use 400 status code on …" what is JSON but no request, which is 422 now
        "423L", "LKJ0", "LKJ1", "LKJ2", "LKJ3", "6C00", "6C01", "6C02", "6C03", "4760", "4761", "4762", "4763", "58B0", "58B1", "58B2", "58B3", "3E3A",
        // "SHOULD use 200 status code on …" what cannot be executed, "when accepting application/json"
        "572B", "FDE2", "7B9B",
        // "SHOULD use a status code of 400 on variable coercion failure", which is 422 now
        "86EE",
    ];

    private sealed record Verdict(string Id, string Name, string Status, string? Reason);

    [NodeFact]
    public async Task Every_audit_of_GraphQL_over_HTTP_passes()
    {
        var verdicts = await AuditAsync(HttpSpecification.Watershed2023);

        Tell("audits", verdicts);
        Assert.Equal(61, verdicts.Length);
        Assert.Empty(verdicts.Where(verdict => verdict.Status != "ok").Select(verdict => $"{verdict.Id} {verdict.Name}: {verdict.Reason}"));
    }

    /// <summary>
    /// The audits follow the draft of 2023. That of 2026 has 422 where they want 400, and the same codes for <c>application/json</c>, where
    /// they want 200; nothing else may differ.
    /// </summary>
    [NodeFact]
    public async Task By_the_draft_of_2026_fail_those_audits_alone_that_it_contradicts()
    {
        var verdicts = await AuditAsync(HttpSpecification.Draft2026);

        Tell("auditsOfDraft", verdicts);
        var failed = verdicts.Where(verdict => verdict.Status != "ok").ToList();
        Assert.All(failed, verdict => Assert.False(verdict.Name.StartsWith("MUST", StringComparison.Ordinal), verdict.Name));
        Assert.Equal(ContradictedByTheDraft.Order(), failed.Select(verdict => verdict.Id).Order());
    }

    private void Tell(string suite, Verdict[] verdicts)
    {
        foreach (var level in verdicts.GroupBy(verdict => verdict.Name.Split(' ')[0]))
        {
            var passed = level.Count(verdict => verdict.Status == "ok");
            output.WriteLine($"{suite} {level.Key}: {passed} of {level.Count()}");
            ConformanceFigure.Write($"{suite}.{level.Key}", passed, level.Count());
        }
    }

    private static async Task<Verdict[]> AuditAsync(HttpSpecification specification)
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Specification = specification);
        return JsonSerializer.Deserialize<Verdict[]>(
            await NodeScript.RunAsync("audit-http.mjs", host.Endpoint.ToString()), JsonSerializerOptions.Web)!;
    }
}
