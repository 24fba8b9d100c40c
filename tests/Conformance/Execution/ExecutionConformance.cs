using System.Text.Json;
using Prerequisites;
using Xunit;
using Xunit.Abstractions;

namespace Conformance.Execution;

public sealed class ExecutionConformance(ITestOutputHelper output)
{
    private const int CasesPerSeed = 100;

    [NodeTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Generated_operations_have_the_same_data_and_errors_as_in_the_reference_implementation(int seed)
    {
        ExecutionCase[] cases = [.. Enumerable.Range(0, CasesPerSeed).Select(i => new CaseGenerator((seed * 10_000) + i).Generate())];
        var answers = await NodeScript.AskAsync("execute.mjs", cases, ExecutionCase.Json);
        var differences = new List<string>();
        var (failing, empty, bytes) = (0, 0, 0L);
        for (var i = 0; i < cases.Length; i++)
        {
            var expected = answers[i];
            var actual = await new CaseExecutor(cases[i]).ExecuteAsync();
            bytes += expected.GetRawText().Length;
            if (expected.TryGetProperty("errors", out _))
                failing++;
            if (!expected.TryGetProperty("data", out var data) || data.ValueKind == JsonValueKind.Null)
                empty++;
            if (expected.TryGetProperty("invalid", out var reason))
            {
                differences.Add($"case {i} is not valid: {reason}\n{cases[i].Document}");
                continue;
            }

            if (ResultComparison.Difference(expected, actual, cases[i].IsSynchronous) is { } difference)
                differences.Add($"case {i}: {difference}\n{cases[i].Document}\n{JsonSerializer.Serialize(cases[i].Variables)}\n{expected}\n{actual}");
        }

        output.WriteLine(
            $"Seed {seed}: {cases.Length - differences.Count} of {cases.Length} operations equal the reference implementation; {failing} of them have errors, {empty} no data, "
            + $"{cases.Count(static item => item.IsSynchronous)} are synchronous, {bytes / cases.Length} bytes each on average.");
        LongRun.Write($"oracle.execution-{seed}", cases.Length - differences.Count, cases.Length);
        Assert.InRange(failing, cases.Length / 4, cases.Length);
        Assert.InRange(empty, 1, cases.Length / 2);
        Assert.True(differences.Count == 0, string.Join("\n\n", differences.Take(5)));
    }
}
