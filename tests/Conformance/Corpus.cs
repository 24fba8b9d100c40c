using System.IO.Compression;
using System.Text.Json;
using Prerequisites;

namespace Conformance;

/// <summary>A case recorded from the tests of the reference implementation, with its verdict.</summary>
/// <param name="Id">Unique in the corpus, such as <c>parse-17</c>.</param>
/// <param name="Kind">What is called: parse, validate, validateSDL, validateSchema or variables.</param>
/// <param name="Content">All members of the record; which there are depends on the kind.</param>
internal sealed record CorpusCase(string Id, string Kind, JsonElement Content)
{
    /// <summary>The document.</summary>
    public string Body => Content.GetProperty("body").GetString()!;

    /// <summary>The places at fault, sorted; several errors at one place count once.</summary>
    public static string LocationsOf(JsonElement errors)
    {
        var locations = new SortedSet<(int Line, int Column)>();
        foreach (var error in errors.EnumerateArray())
        {
            if (!error.TryGetProperty("locations", out var list) || list.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var location in list.EnumerateArray())
                locations.Add((location.GetProperty("line").GetInt32(), location.GetProperty("column").GetInt32()));
        }

        return Places.Write(locations);
    }
}

/// <summary>The corpus file.</summary>
internal static class Corpus
{
    /// <summary>Where it is in the shared data.</summary>
    public const string RelativePath = "data/graphql/corpus.jsonl.gz";

    /// <summary>The cases of one kind; none when the corpus is absent here.</summary>
    public static IReadOnlyList<CorpusCase> Read(string kind)
    {
        var path = SharedData.Find(RelativePath);
        if (path is null)
            return [];

        var cases = new List<CorpusCase>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            if (record.RootElement.GetProperty("kind").GetString() == kind)
                cases.Add(new CorpusCase(record.RootElement.GetProperty("id").GetString()!, kind, record.RootElement.Clone()));
        }

        return cases;
    }
}
