using System.Text.Json;
using GraphQL.Execution;
using Prerequisites;
using Xunit;
using Xunit.Abstractions;

namespace Conformance.Execution;

public sealed class IncrementalConformance(ITestOutputHelper output)
{
    private const int CasesPerSeed = 100;

    [NodeTheory]
    [InlineData(1, "pending")]
    [InlineData(2, "pending")]
    [InlineData(3, "pending")]
    [InlineData(4, "path")]
    [InlineData(5, "path")]
    public async Task What_is_put_off_is_the_same_as_in_the_reference_implementation(int seed, string form)
    {
        var delivery = form == "path" ? IncrementalDelivery.Path : IncrementalDelivery.Pending;
        ExecutionCase[] cases =
        [
            .. Enumerable.Range(0, CasesPerSeed).Select(i => new CaseGenerator(1_000_000 + (seed * 10_000) + i).Generate(putsOff: true) with { Incremental = form }),
        ];
        var answers = await NodeScript.AskAsync("execute.mjs", cases, ExecutionCase.Json);
        var differences = new List<string>();
        var (incremental, failing, parts) = (0, 0, 0);
        for (var i = 0; i < cases.Length; i++)
        {
            if (answers[i].TryGetProperty("invalid", out var reason))
            {
                differences.Add($"case {i} is not valid: {reason}\n{cases[i].Document}");
                continue;
            }

            var executor = new CaseExecutor(cases[i]);
            var results = await executor.StreamAsync(delivery);
            var theirs = IncrementalMerge.Of([.. answers[i].GetProperty("results").EnumerateArray()]);
            var ours = IncrementalMerge.Of(results);
            incremental += results.Count > 1 ? 1 : 0;
            failing += ours.Failed.Count > 0 ? 1 : 0;
            parts += ours.Parts;
            if (Difference(theirs, ours, await executor.ExecuteAsync(), cases[i]) is { } difference)
            {
                differences.Add($"case {i}: {difference}\n{cases[i].Document}\n{JsonSerializer.Serialize(cases[i].Variables)}\n"
                    + $"{answers[i].GetProperty("results")}\n{string.Join("\n", results)}");
            }
        }

        output.WriteLine(
            $"Seed {seed}, {form}: {cases.Length - differences.Count} of {cases.Length} operations equal the reference implementation; {incremental} came in several results, "
            + $"{parts} parts together, in {failing} a part failed.");
        Assert.True(differences.Count == 0, string.Join("\n\n", differences.Take(3)));
        Assert.InRange(incremental, cases.Length / 3, cases.Length);
        Assert.InRange(failing, 1, cases.Length);
    }

    private static string[] Increments(JsonElement result) =>
        result.TryGetProperty("increments", out var increments) ? [.. increments.EnumerateArray().Select(static item => item.GetString()!).Distinct()] : [];

    private static string? Difference(IncrementalMerge theirs, IncrementalMerge ours, JsonElement whole, ExecutionCase item)
    {
        if (ours.Problems.Count > 0)
            return string.Join("; ", ours.Problems);
        if (theirs.Problems.Count > 0)
            return $"theirs: {string.Join("; ", theirs.Problems)}";
        if (!theirs.Failed.Order(StringComparer.Ordinal).SequenceEqual(ours.Failed.Order(StringComparer.Ordinal)))
            return $"failed\n  expected: {string.Join("; ", theirs.Failed)}\n  actual:   {string.Join("; ", ours.Failed)}";

        // Errors may come up in another order between parts, so only what became null is compared.
        var expected = theirs.Result();
        var (theirParts, ourParts) = (Increments(expected), Increments(ours.Result()));
        if (!theirParts.SequenceEqual(ourParts))
            return $"parts\n  only theirs: {string.Join('\n', theirParts.Except(ourParts))}\n  only ours: {string.Join('\n', ourParts.Except(theirParts))}";
        if (ResultComparison.Difference(expected, ours.Result(), isSynchronous: false) is { } difference)
            return difference;

        // What fails in a part stays in it; when nothing does, the parts together are the response that comes as one.
        return ours.Failed.Count > 0 || item.Incremental == "path"
            ? null
            : ResultComparison.Difference(IncrementalMerge.Sorted(whole), ours.Result(), isSynchronous: false);
    }
}
