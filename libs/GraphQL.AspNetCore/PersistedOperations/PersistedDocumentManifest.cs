using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace GraphQL.AspNetCore.PersistedOperations;

/// <summary>
/// Trusted documents as build tools write them: a JSON object of documents by id (relay-compiler, GraphQL Code Generator), Apollo's
/// <c>apollo-persisted-query-manifest</c>, or a folder of those and of <c>.graphql</c> files whose names are the ids.
/// </summary>
public sealed class PersistedDocumentManifest : IPersistedDocumentStore
{
    private const string Sha256 = "sha256:";

    private readonly FrozenDictionary<string, PersistedDocument> _documents;

    private PersistedDocumentManifest(Dictionary<string, PersistedDocument> documents) => _documents = documents.ToFrozenDictionary();

    /// <summary>How many documents there are.</summary>
    public int Count => _documents.Count;

    /// <summary>Reads a manifest, or all of a folder.</summary>
    /// <param name="path">Of the file or folder.</param>
    /// <exception cref="InvalidDataException">A file is no manifest, or two files give one id to different documents.</exception>
    /// <exception cref="IOException">Something cannot be read.</exception>
    public static PersistedDocumentManifest Load(string path)
    {
        var documents = new Dictionary<string, PersistedDocument>();
        if (!Directory.Exists(path))
        {
            ReadManifest(path, documents);
            return new PersistedDocumentManifest(documents);
        }

        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var extension = Path.GetExtension(file);
            if (extension == ".json")
                ReadManifest(file, documents);
            else if (extension is ".graphql" or ".gql")
                Add(file, Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file), documents);
        }

        return new PersistedDocumentManifest(documents);
    }

    /// <inheritdoc/>
    public ValueTask<PersistedDocument?> FindAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_documents.GetValueOrDefault(id));

    private static void ReadManifest(string file, Dictionary<string, PersistedDocument> documents)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = json.RootElement;
            if (root.TryGetProperty("format", out var format) && format.ValueEquals("apollo-persisted-query-manifest"))
            {
                foreach (var operation in root.GetProperty("operations").EnumerateArray())
                    Add(file, operation.GetProperty("id").GetString()!, TextOf(operation.GetProperty("body")), documents);
                return;
            }

            foreach (var member in root.EnumerateObject())
                Add(file, member.Name, TextOf(member.Value), documents);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException(
                $"{file} is no manifest of persisted documents: neither a JSON object of documents by id nor Apollo's. {exception.Message}", exception);
        }
    }

    private static byte[] TextOf(JsonElement value) =>
        Encoding.UTF8.GetBytes(value.GetString() ?? throw new InvalidOperationException("A document is null."));

    private static void Add(string file, string id, byte[] text, Dictionary<string, PersistedDocument> documents)
    {
        var document = new PersistedDocument(text);
        var key = id.StartsWith(Sha256, StringComparison.Ordinal) ? id[Sha256.Length..] : id;
        if (documents.TryGetValue(key, out var known) && known.Hash != document.Hash)
            throw new InvalidDataException($"{file} gives the id \"{id}\" to another document than a file before it.");
        documents[key] = document;
    }
}
