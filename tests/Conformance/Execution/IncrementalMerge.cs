using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Execution;

/// <summary>
/// Puts the results of incremental delivery together as a client does, and notes whatever a client could not make sense of: unknown
/// identifiers, parts that are completed twice or never, fields that are delivered twice, a wrong <c>hasNext</c>.
/// </summary>
internal sealed class IncrementalMerge
{
    private readonly Dictionary<string, (JsonArray Path, string Label)> _pending = [];
    private readonly JsonArray _errors = [];
    private readonly List<string> _increments = [];
    private JsonNode? _data;
    private bool _hasData;

    public List<string> Problems { get; } = [];

    /// <summary>What failed, by place and label.</summary>
    public List<string> Failed { get; } = [];

    /// <summary>How many results put something behind the first.</summary>
    public int Parts { get; private set; }

    public static IncrementalMerge Of(IReadOnlyList<JsonElement> results)
    {
        var merge = new IncrementalMerge();
        for (var i = 0; i < results.Count; i++)
            merge.Add(JsonNode.Parse(results[i].GetRawText())!.AsObject(), isFirst: i == 0, isLast: i == results.Count - 1);
        if (merge._pending.Count > 0)
            merge.Problems.Add($"never completed: {string.Join(", ", merge._pending.Keys)}");
        return merge;
    }

    /// <summary>One result, members in the order of their names.</summary>
    public JsonElement Result()
    {
        var result = new JsonObject();
        if (_hasData)
            result["data"] = Sorted(_data);
        if (_increments.Count > 0)
            result["increments"] = new JsonArray([.. _increments.Order(StringComparer.Ordinal)]);
        if (_errors.Count > 0)
            result["errors"] = _errors.DeepClone();
        return JsonSerializer.SerializeToElement(result);
    }

    /// <summary>The same of a result that came as one.</summary>
    public static JsonElement Sorted(JsonElement result)
    {
        var node = JsonNode.Parse(result.GetRawText())!.AsObject();
        if (node.TryGetPropertyValue("data", out var data))
            node["data"] = Sorted(data);
        return JsonSerializer.SerializeToElement(node);
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Sorted)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(value.GetValue<double>()),
        _ => node?.DeepClone(),
    };

    private void Add(JsonObject result, bool isFirst, bool isLast)
    {
        var hasNext = result["hasNext"]?.GetValue<bool>();
        if (isFirst && isLast ? hasNext is not null : hasNext != !isLast)
            Problems.Add($"hasNext is {hasNext} in result {(isFirst ? "first" : "later")}, {(isLast ? "last" : "not last")}");
        if (isFirst)
            (_data, _hasData) = (result["data"]?.DeepClone(), result.ContainsKey("data"));
        AddErrors(result);
        foreach (var pending in List(result, "pending"))
        {
            if (!_pending.TryAdd(pending["id"]!.GetValue<string>(), (pending["path"]!.AsArray(), pending["label"]?.GetValue<string>() ?? "")))
                Problems.Add($"announced twice: {pending}");
        }

        foreach (var increment in List(result, "incremental"))
        {
            Parts++;
            if (increment.ContainsKey("id"))
                AddById(increment);
            else
                AddByPath(increment);
        }

        foreach (var completed in List(result, "completed"))
        {
            if (!_pending.Remove(completed["id"]!.GetValue<string>(), out var pending))
                Problems.Add($"completed without being pending: {completed}");
            else if (completed["errors"] is JsonArray { Count: > 0 })
                Failed.Add($"{pending.Path.ToJsonString()} {pending.Label}");
        }
    }

    private void AddById(JsonObject increment)
    {
        AddErrors(increment);
        if (!_pending.TryGetValue(increment["id"]!.GetValue<string>(), out var pending))
        {
            Problems.Add($"data of something unknown: {increment}");
            return;
        }

        var target = Find([.. pending.Path, .. increment["subPath"]?.AsArray() ?? []]);
        if (increment["items"] is JsonArray items && target is JsonArray list)
        {
            foreach (var item in items)
                list.Add(item?.DeepClone());
        }
        else if (increment["data"] is JsonObject data && target is JsonObject members)
        {
            foreach (var (name, value) in data)
            {
                if (!members.TryAdd(name, value?.DeepClone()))
                    Problems.Add($"delivered twice: {name} in {increment}");
            }
        }
        else
        {
            Problems.Add($"data that fits nowhere: {increment}");
        }
    }

    /// <summary>
    /// In this form a fragment comes whole, whatever came before: parts may overlap, and one of them may have failed where the other did not.
    /// So nothing is merged, and the parts themselves are compared.
    /// </summary>
    private void AddByPath(JsonObject increment)
    {
        var path = increment["path"]!.AsArray().Select(static step => step!.ToJsonString()).ToList();
        var label = increment["label"]?.GetValue<string>() ?? "";
        var isList = increment.ContainsKey("items");
        if (increment[isList ? "items" : "data"] is not { } value)
        {
            // The reference implementation leaves the index away there, which clients expect.
            Failed.Add($"{string.Join('/', isList && char.IsDigit(path[^1][0]) ? path.SkipLast(1) : path)} {label}");
            return;
        }

        if (!isList)
        {
            _increments.Add($"{string.Join('/', path)} {label}: {Sorted(value)!.ToJsonString()}");
            return;
        }

        var index = int.Parse(path[^1], CultureInfo.InvariantCulture);
        foreach (var item in value.AsArray())
            _increments.Add($"{string.Join('/', path.SkipLast(1))}/{index++} {label}: {Sorted(item)?.ToJsonString()}");
    }

    private void AddErrors(JsonObject holder)
    {
        foreach (var error in holder["errors"]?.AsArray() ?? [])
            _errors.Add(error!.DeepClone());
    }

    private JsonNode? Find(IReadOnlyList<JsonNode?> path)
    {
        var node = _data;
        foreach (var step in path)
            node = step!.GetValueKind() == JsonValueKind.Number ? (node as JsonArray)?[step.GetValue<int>()] : (node as JsonObject)?[step.GetValue<string>()];
        return node;
    }

    private static IEnumerable<JsonObject> List(JsonObject result, string name) =>
        result[name]?.AsArray().Select(static item => item!.AsObject()) ?? [];
}
