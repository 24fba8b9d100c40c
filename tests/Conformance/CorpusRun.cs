using System.Text.Json;
using Prerequisites;
using Xunit;
using Xunit.Abstractions;

namespace Conformance;

/// <summary>Runs the cases of a kind and compares with what is known to differ; a file per kind says how one case is run.</summary>
internal static class CorpusRun
{
    /// <summary>Fails on a difference that <c>KnownExceptions.json</c> does not list, and on a listed one that is gone.</summary>
    /// <param name="kind">The kind of cases.</param>
    /// <param name="output">Told the figures.</param>
    /// <param name="difference">Runs a case; null when the result equals the recorded one, else what differs.</param>
    /// <param name="list">The list of known exceptions; null for the kind's own.</param>
    public static void Check(string kind, ITestOutputHelper output, Func<CorpusCase, string?> difference, string? list = null)
    {
        var cases = Corpus.Read(kind);
        var known = ReadExceptions(list ?? kind);
        var unexpected = new List<string>();
        var differing = 0;
        foreach (var item in cases)
        {
            var found = Run(item, difference);
            if (found is not null)
                differing++;
            if (found is not null && !known.ContainsKey(item.Id))
                unexpected.Add($"{item.Id}: {found}");
            else if (found is null && known.ContainsKey(item.Id))
                unexpected.Add($"{item.Id}: listed in KnownExceptions.json, but equal to the reference now; take it off the list");
        }

        output.WriteLine($"{list ?? kind}: {cases.Count - differing} of {cases.Count} cases equal the reference implementation.");
        Assert.NotEmpty(cases);
        ConformanceFigure.Write($"corpus.{(list is null ? kind : "validateNamed")}", cases.Count - differing, cases.Count);
        Assert.True(unexpected.Count == 0, $"{unexpected.Count} of {cases.Count} cases:\n{string.Join('\n', unexpected)}");
    }

    private static string? Run(CorpusCase item, Func<CorpusCase, string?> difference)
    {
        try
        {
            return difference(item);
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    private static Dictionary<string, string> ReadExceptions(string list) =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "KnownExceptions.json")))!.GetValueOrDefault(list, []);
}
