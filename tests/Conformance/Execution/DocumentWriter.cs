using System.Text;
using System.Text.Json;

namespace Conformance.Execution;

/// <summary>Writes valid documents: fragments of both kinds, aliases, merged selections, conditions, arguments with literals and variables.</summary>
/// <param name="schema">The schema.</param>
/// <param name="putsOff">True to defer fragments and stream lists.</param>
internal sealed class DocumentWriter(CaseGenerator schema, bool putsOff)
{
    private const int FragmentCount = 3;

    private static readonly string[] Composites = [.. CaseGenerator.ObjectTypes, "I", "U", "Query"];

    private readonly Random _random = schema.Random;
    private readonly StringBuilder _text = new();
    private readonly SortedDictionary<string, string> _declared = new(StringComparer.Ordinal);
    private readonly string[] _fragmentTypes = new string[FragmentCount];
    private readonly HashSet<int> _spread = [];
    private int _fragment = -1;
    private int _echoes;
    private int _labels;

    /// <summary>Values for the variables of the document.</summary>
    public Dictionary<string, JsonElement> Variables { get; } = [];

    public string Write()
    {
        for (var i = 0; i < FragmentCount; i++)
            _fragmentTypes[i] = Pick(Composites);
        WriteSelections("Query", depth: 4);
        var operation = _text.ToString();
        var fragments = new StringBuilder();
        for (_fragment = 0; _fragment < FragmentCount; _fragment++)
        {
            if (!_spread.Contains(_fragment))
                continue;
            _text.Clear();
            WriteSelections(_fragmentTypes[_fragment], depth: 2);
            fragments.Append($"\nfragment F{_fragment} on {_fragmentTypes[_fragment]} {_text}");
        }

        var variables = _declared.Count == 0 ? "" : $"({string.Join(", ", _declared.Select(static item => $"${item.Key}: {item.Value}"))})";
        return $"query Q{variables} {operation}{fragments}";
    }

    private void WriteSelections(string type, int depth)
    {
        _text.Append("{\n");
        for (var i = 2 + _random.Next(4); i > 0; i--)
            WriteSelection(type, depth);

        // Something must stand there, whatever was drawn.
        _text.Append(Chance(0.5) ? "__typename\n" : $"t: __typename{Condition()}\n").Append("}\n");
    }

    private void WriteSelection(string type, int depth)
    {
        switch (_random.Next(10))
        {
            case 0:
                var fragment = _random.Next(_fragment + 1, FragmentCount + 1);
                if (fragment >= FragmentCount || !Overlap(type, _fragmentTypes[fragment]))
                    goto default;
                _spread.Add(fragment);
                _text.Append($"...F{fragment}{Condition()}{Defer()}\n");
                break;
            case 1 when depth > 0:
                _text.Append($"...{Condition()}{Defer()} ");
                WriteSelections(type, depth - 1);
                break;
            case 2 or 3 when depth > 0:
                var condition = Pick([.. Composites.Where(other => Overlap(type, other))]);
                _text.Append($"... on {condition}{Condition()}{Defer()} ");
                WriteSelections(condition, depth - 1);
                break;
            default:
                if (type == "U")
                    _text.Append("__typename\n");
                else if (Chance(0.15))
                    WriteEcho();
                else
                    WriteField(depth);
                break;
        }
    }

    private void WriteField(int depth)
    {
        var (name, type) = Pick([.. schema.Fields]);
        var named = type.Trim('[', ']', '!');
        var isComposite = Composites.Contains(named);
        if (isComposite && depth == 0)
        {
            _text.Append("__typename\n");
            return;
        }

        // An alias always stands for the same field, so that equal response names can be merged.
        // What is streamed has a name of its own, for nothing may be merged with it.
        if (putsOff && type.StartsWith('[') && Chance(0.3))
            _text.Append($"s{_labels}: {name}{Stream()}");
        else
            _text.Append(Chance(0.2) ? $"{Pick(["a", "b"])}{name}: {name}" : name);
        _text.Append(Condition()).Append(' ');
        if (isComposite)
            WriteSelections(named, depth - 1);
        else
            _text.Append('\n');
    }

    private void WriteEcho()
    {
        var arguments = new List<string>();
        Add("i", "Int", ["4", "null", "-1"]);
        Add("s", "String", ["\"x\"", "null", "\"\"\"block\n  text\"\"\""]);
        Add("l", "[Int!]", ["[1, 2]", "5", "null", "[]", "[$n, 1]"]);
        Add("o", "In", ["{}", "{ x: null }", "{ y: $s, z: [A, C] }", "{ z: B, n: { n: { y: \"deep\" } } }", "{ r: 2 }"]);
        Add("e", "E", ["A", "null"]);
        Add("one", "One", ["{ a: 1 }", "{ b: \"b\" }", "{ a: $n }"]);
        Add("flag", "Boolean", ["true", "false"]);
        _text.Append($"e{_echoes++}: echo{(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})")}{Condition()}\n");

        void Add(string name, string type, string[] literals)
        {
            if (!Chance(0.3))
                return;
            var value = Chance(0.5) ? Use(name, type) : Pick(literals);
            if (value.Contains("$n"))
                Use("n", "Int!");
            if (value.Contains("$s"))
                Use("s", "String");
            arguments.Add($"{name}: {value}");
        }
    }

    private string Defer() => putsOff && Chance(0.5) ? $" @defer(label: \"L{_labels++}\"{If()})" : "";

    private string Stream() => $" @stream(label: \"L{_labels++}\"{If()}{(Chance(0.5) ? $", initialCount: {_random.Next(3)}" : "")})";

    private string If() => !Chance(0.3) ? "" : $", if: {(Chance(0.7) ? Use(Pick(["d0", "d1"]), "Boolean!") : Pick(["true", "false"]))}";

    private string Condition()
    {
        if (!Chance(0.2))
            return "";
        var value = Chance(0.7) ? Use(Pick(["c0", "c1", "c2"]), "Boolean!") : Pick(["true", "false"]);
        return $" @{Pick(["skip", "include"])}(if: {value})";
    }

    /// <summary>A use of a variable, which is declared and perhaps given a value at its first use.</summary>
    private string Use(string name, string type)
    {
        if (_declared.ContainsKey(name))
            return $"${name}";
        var isRequired = type.EndsWith('!');
        var hasDefault = Chance(0.3);

        // An argument with a default takes a nullable variable even where null may not stand.
        _declared.Add(name, type + (hasDefault ? $" = {DefaultOf(name)}" : ""));
        if (Chance(0.7) || (isRequired && !hasDefault))
            Variables.Add(name, ValueOf(name, isRequired));
        return $"${name}";
    }

    private static string DefaultOf(string name) => name switch
    {
        "i" or "n" => "11",
        "s" => "\"default\"",
        "l" => "[8]",
        "o" => "{ y: \"default\" }",
        "e" => "C",
        "one" => "{ b: \"default\" }",
        _ => "true",
    };

    private JsonElement ValueOf(string name, bool isRequired)
    {
        if (!isRequired && Chance(0.15))
            return Json(null);
        if (Chance(0.01))
            return Json(Pick<object>([1.5, "wrong", new[] { 1.5 }, new Dictionary<string, object> { ["unknown"] = 1 }]));
        return Json(name switch
        {
            "i" or "n" => _random.Next(100),
            "s" => "given",
            "l" => Pick<object>([1, new[] { 1, 2 }, Array.Empty<int>()]),
            "o" => new Dictionary<string, object?> { ["x"] = 1, ["z"] = "A", ["n"] = new Dictionary<string, object?> { ["y"] = null } },
            "e" => Pick(["A", "B"]),
            "one" => new Dictionary<string, object> { ["a"] = 5 },
            _ => Chance(0.5),
        });
    }

    private static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(value);

    private static bool Overlap(string type, string other) => PossibleTypes(type).Intersect(PossibleTypes(other)).Any();

    private static string[] PossibleTypes(string type) => type switch
    {
        "I" => ["T0", "T1", "T2"],
        "U" => ["T0", "T1"],
        _ => [type],
    };

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
