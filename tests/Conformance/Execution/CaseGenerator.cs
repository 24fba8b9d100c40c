using System.Text;
using System.Text.Json;

namespace Conformance.Execution;

/// <summary>Makes schemas and data for them, nulls, failures and values of wrong types among them; the seed decides everything.</summary>
internal sealed class CaseGenerator
{
    public static readonly string[] ObjectTypes = ["T0", "T1", "T2"];

    private const int FieldCount = 9;

    private const string Directives = """


        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT

        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        """;

    private const int ObjectsPerType = 2;

    private readonly Random _random;
    private double _faults;
    private readonly double _asynchronous;

    public CaseGenerator(int seed)
    {
        _random = new Random(seed);
        _asynchronous = _random.Next(2) == 0 ? 0 : 0.5;
        for (var i = 0; i < FieldCount; i++)
            Fields.Add($"f{i}", RandomType(isComposite: i % 2 == 1));
    }

    /// <summary>The fields of all types: equal names have equal types, so that selections can be merged.</summary>
    public Dictionary<string, string> Fields { get; } = [];

    public Random Random => _random;

    /// <param name="putsOff">True to defer fragments and stream lists.</param>
    public ExecutionCase Generate(bool putsOff = false)
    {
        // A fault near the root leaves little to compare.
        _faults = 0.01;
        var objects = new Dictionary<string, DataObject> { ["Query0"] = MakeObject("Query") };
        _faults = _random.NextDouble() * 0.2;
        foreach (var type in ObjectTypes)
        {
            for (var i = 0; i < ObjectsPerType; i++)
                objects.Add($"{type}{i}", MakeObject(type));
        }

        var document = new DocumentWriter(this, putsOff);
        var text = document.Write();
        return new ExecutionCase(putsOff ? Sdl() + Directives : Sdl(), text, document.Variables, objects);
    }

    private string Sdl()
    {
        var fields = new StringBuilder();
        foreach (var (name, type) in Fields)
            fields.Append($"  {name}: {type}\n");
        fields.Append("  echo(i: Int = 3, s: String, l: [Int!], o: In, e: E = B, one: One, flag: Boolean! = true): String\n");
        var sdl = new StringBuilder($"type Query {{\n{fields}}}\n\ninterface I {{\n{fields}}}\n\n");
        foreach (var type in ObjectTypes)
            sdl.Append($"type {type} implements I {{\n{fields}}}\n\n");
        return sdl.Append(
            """
            union U = T0 | T1

            enum E { A B C }

            input In { x: Int = 7 y: String z: [E!] n: In r: Float! = 1.5 }

            input One @oneOf { a: Int b: String }
            """).ToString();
    }

    private string RandomType(bool isComposite)
    {
        var type = isComposite ? Pick(["T0", "T1", "T2", "I", "U"]) : Pick(["Int", "String", "Boolean", "ID", "Float", "E"]);
        for (var lists = _random.Next(5) switch { 0 => 2, 1 or 2 => 1, _ => 0 }; lists > 0; lists--)
            type = $"[{MaybeNonNull(type)}]";
        return MaybeNonNull(type);
    }

    private string MaybeNonNull(string type) => _random.Next(3) == 0 ? type + "!" : type;

    private DataObject MakeObject(string type) => new(type, Fields.ToDictionary(static field => field.Key, field => MakeField(field.Value)));

    private DataField MakeField(string type) => new(
        !Chance(_asynchronous) ? null : Pick<string>(type.StartsWith('[') ? ["task", "loader", "stream"] : ["task", "loader"]),
        Chance(_faults / 3),
        MakeValue(type));

    private JsonElement MakeValue(string type)
    {
        if (Chance(_faults))
            return JsonSerializer.SerializeToElement<object?>(null);
        var nullable = type.TrimEnd('!');
        if (!nullable.StartsWith('['))
            return Chance(_faults / 3) ? WrongValue(nullable) : RightValue(nullable);
        if (Chance(_faults / 5))
            return Json(Pick<object>(["text", 5]));
        return Json(Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => MakeValue(nullable[1..^1])).ToArray());
    }

    private JsonElement RightValue(string type) => type switch
    {
        "Int" => Json(_random.Next(-1000, 1000)),
        "Float" => Json(Pick([1.5, 0, -2, 1e21, 0.1])),
        "String" => Json(Pick(["", "text", "quote \" and \\ and \n", "\u00fc\u4e16\ud83d\ude00"])),
        "Boolean" => Json(Chance(0.5)),
        "ID" => Json(Pick<object>(["id", 7])),
        "E" => Json(Pick(["A", "B", "C"])),
        "I" => Reference(Pick(ObjectTypes)),
        "U" => Reference(Pick(["T0", "T1"])),
        _ => Reference(type),
    };

    private JsonElement WrongValue(string type) => type switch
    {
        "Int" => Json(Pick<object>(["text", 1.5, 4294967296])),
        "Float" => Json("text"),
        "Boolean" => Json("yes"),
        "ID" => Json(1.5),
        "E" => Json("NONE"),
        "String" => Json(Array.Empty<int>()),
        "U" => Reference("T2"),
        "I" => Json(new Dictionary<string, object> { ["type"] = "Nothing" }),
        _ => JsonSerializer.SerializeToElement<object?>(null),
    };

    private JsonElement Reference(string type) => Json(new Dictionary<string, string> { ["ref"] = $"{type}{_random.Next(ObjectsPerType)}" });

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement<object?>(value);

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
