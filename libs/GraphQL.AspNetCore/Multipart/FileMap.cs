using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.AspNetCore.Http;

namespace GraphQL.AspNetCore.Multipart;

/// <summary>
/// The <c>map</c> of a multipart request: which file goes to which places among the variables
/// (GraphQL multipart request specification, https://github.com/jaydenseric/graphql-multipart-request-spec).
/// </summary>
internal sealed class FileMap
{
    private const string Root = "variables";

    private readonly Dictionary<string, string[]> _paths = [];

    private FileMap()
    {
    }

    public IReadOnlyCollection<string> Keys => _paths.Keys;

    public bool Contains(string key) => _paths.ContainsKey(key);

    public static FileMap Parse(ReadOnlyMemory<byte> json, MultipartOptions options)
    {
        var map = new FileMap();
        try
        {
            using var document = JsonDocument.Parse(
                JsonRequestParser.RequireUtf8(json, "The \"map\" part"), new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Refusals.Multipart("The \"map\" part must be a JSON object of arrays of paths, such as {\"0\": [\"variables.file\"]}.");
            map.Fill(document.RootElement, options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // the second is how a string with half a surrogate pair is told
            throw Refusals.Multipart("The \"map\" part is not valid JSON, or names a file twice.");
        }

        return map;
    }

    /// <summary>Puts each file's key where its paths lead; there must be a null.</summary>
    /// <param name="variables">The JSON of the variables; empty when there are none.</param>
    /// <param name="maxDepth">How deep that JSON may nest.</param>
    public ReadOnlyMemory<byte> Place(ReadOnlySpan<byte> variables, int maxDepth)
    {
        try
        {
            var documentOptions = new JsonDocumentOptions { MaxDepth = maxDepth, AllowDuplicateProperties = false };
            var root = variables.IsEmpty ? new JsonObject() : JsonNode.Parse(variables, documentOptions: documentOptions);
            foreach (var (key, paths) in _paths)
            {
                foreach (var path in paths)
                    Place(root, path, key);
            }

            var placed = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(placed))
                root!.WriteTo(writer);
            return placed.WrittenMemory;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Refusals.Multipart("The \"variables\" in the \"operations\" part are not valid, or name a member twice.");
        }
    }

    private void Fill(JsonElement map, MultipartOptions options)
    {
        var count = 0;
        foreach (var entry in map.EnumerateObject())
        {
            if (_paths.Count == options.MaxFiles)
                throw Refusals.MultipartLimit($"The \"map\" part names more than {options.MaxFiles} files.");
            if (entry.Value.ValueKind != JsonValueKind.Array || entry.Value.GetArrayLength() == 0)
                throw Refusals.Multipart($"The \"map\" part must give the file \"{Refusals.Shorten(entry.Name)}\" an array of paths, at least one.");
            count += entry.Value.GetArrayLength();
            if (count > options.MaxPaths)
                throw Refusals.MultipartLimit($"The \"map\" part has more than {options.MaxPaths} paths.");
            _paths.Add(entry.Name, [.. entry.Value.EnumerateArray().Select(path => ReadPath(path, options))]);
        }
    }

    private static string ReadPath(JsonElement element, MultipartOptions options)
    {
        if (element.ValueKind != JsonValueKind.String)
            throw Refusals.Multipart("The \"map\" part must give paths as strings, such as \"variables.file\".");
        var path = element.GetString()!;
        if (!path.StartsWith($"{Root}.", StringComparison.Ordinal))
            throw Refusals.Multipart($"The path \"{Refusals.Shorten(path)}\" in the \"map\" part must start with \"{Root}.\".");
        if (path.Count('.') > options.MaxPathDepth)
            throw Refusals.MultipartLimit($"A path in the \"map\" part has more than {options.MaxPathDepth} steps.");
        return path;
    }

    private static void Place(JsonNode? root, string path, string key)
    {
        var steps = path.Split('.');
        var node = root;
        for (var i = 1; i < steps.Length - 1; i++)
            node = Exists(node, steps[i]) ? Child(node!, steps[i]) : throw NoSuchPath(path);

        var last = steps[^1];
        if (!Exists(node, last))
            throw NoSuchPath(path);
        if (Child(node!, last) is not null)
            throw Refusals.Multipart($"The path \"{Refusals.Shorten(path)}\" in the \"map\" part must lead to a null among the variables.");
        if (node is JsonArray array)
            array[Index(last)] = JsonValue.Create(key);
        else
            node!.AsObject()[last] = JsonValue.Create(key);
    }

    private static bool Exists(JsonNode? node, string step) => node switch
    {
        JsonObject members => members.ContainsKey(step),
        JsonArray elements => Index(step) is var index && index >= 0 && index < elements.Count,
        _ => false,
    };

    private static JsonNode? Child(JsonNode node, string step) => node is JsonArray elements ? elements[Index(step)] : node[step];

    private static int Index(string step) =>
        int.TryParse(step, NumberStyles.None, provider: null, out var index) ? index : -1;

    private static RequestRefusedException NoSuchPath(string path) =>
        Refusals.Multipart($"The path \"{Refusals.Shorten(path)}\" in the \"map\" part leads nowhere among the variables.");
}
