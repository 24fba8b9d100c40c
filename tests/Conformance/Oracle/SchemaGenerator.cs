using System.Text;

namespace Conformance.Oracle;

/// <summary>Writes valid schemas of every kind of type, with names so few that documents about them run into each other.</summary>
internal sealed class SchemaGenerator(Random random)
{
    private static readonly string[] Leaves = ["Int", "Float", "String", "Boolean", "ID", "E0", "E1", "S0"];
    private static readonly string[] Inputs = ["In0", "In1", "One0"];
    private static readonly string[] Fields = ["a", "b", "c", "d", "e", "f"];

    private readonly StringBuilder _text = new();

    /// <summary>A schema document.</summary>
    public string Generate()
    {
        _text.AppendLine("""
            directive @rep(n: Int!) repeatable on FIELD | QUERY | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION
            directive @once(s: String = "x") on FIELD | QUERY | VARIABLE_DEFINITION
            scalar S0
            enum E0 { A B C }
            enum E1 { A D }
            """);
        _text.AppendLine("input In0 { x: Int! y: [String!] z: In1 e: E0 = A }");
        _text.AppendLine($"input In1 {{ x: {InputType("Int")} y: In0 o: One0 l: [[{Leaf()}]] }}");
        _text.AppendLine("input One0 @oneOf { i: Int s: String n: In1 l: [Int!] }");

        var interfaces = new List<List<string>>();
        for (var i = 0; i < 2; i++)
        {
            interfaces.Add(FieldDefinitions(random.Next(1, 4)));
            _text.AppendLine($"interface I{i} {{ {string.Join(' ', interfaces[i])} }}");
        }

        for (var i = 0; i < 4; i++)
            AppendObject($"T{i}", interfaces);
        _text.AppendLine("union U0 = T0 | T1");
        _text.AppendLine("union U1 = T2 | T3 | T1");
        AppendObject("Query", interfaces);
        if (random.Next(2) == 0)
            AppendObject("Mutation", interfaces);
        _text.AppendLine($"type Subscription {{ a: T0 b(x: {InputType(Leaf())}): {OutputType()} }}");
        return _text.ToString();
    }

    private void AppendObject(string name, List<List<string>> interfaces)
    {
        var implemented = Enumerable.Range(0, interfaces.Count).Where(_ => random.Next(3) == 0).ToList();

        // Interfaces may define a field of one name differently; then the object implements the first of them alone.
        var fields = new Dictionary<string, string>();
        var kept = implemented.Where(i => interfaces[i].All(field => fields.TryAdd(NameOf(field), field) || fields[NameOf(field)] == field)).ToList();
        if (kept.Count < implemented.Count)
        {
            fields = interfaces[kept[0]].ToDictionary(NameOf);
            kept = [kept[0]];
        }

        foreach (var field in FieldDefinitions(random.Next(2, 6)))
            fields.TryAdd(NameOf(field), field);
        var clause = kept.Count == 0 ? "" : $" implements {string.Join(" & ", kept.Select(i => $"I{i}"))}";
        _text.AppendLine($"type {name}{clause} {{ {string.Join(' ', fields.Values)} }}");
    }

    private static string NameOf(string field) => field[..field.AsSpan().IndexOfAny('(', ':')];

    private List<string> FieldDefinitions(int count)
    {
        var fields = new List<string>();
        foreach (var name in Fields.OrderBy(_ => random.Next()).Take(count))
        {
            var arguments = Enumerable.Range(0, random.Next(3) == 0 ? random.Next(1, 3) : 0).Select(i => $"{"xy"[i]}: {Argument()}");
            var list = string.Join(", ", arguments);
            fields.Add($"{name}{(list.Length > 0 ? $"({list})" : "")}: {OutputType()}");
        }

        return fields;
    }

    private string Argument() => random.Next(6) switch
    {
        0 => InputType("Int") is var type && !type.StartsWith('[') ? $"{type} = 7" : type,
        1 or 2 => InputType(Inputs[random.Next(Inputs.Length)]),
        _ => InputType(Leaf()),
    };

    private string OutputType() => random.Next(2) == 0
        ? Wrap(Leaf())
        : Wrap(random.Next(3) switch { 0 => $"I{random.Next(2)}", 1 => $"U{random.Next(2)}", _ => $"T{random.Next(4)}" });

    private string InputType(string named) => Wrap(named);

    private string Leaf() => Leaves[random.Next(Leaves.Length)];

    private string Wrap(string named) => random.Next(8) switch
    {
        0 => $"[{named}]",
        1 => $"[{named}!]!",
        2 or 3 => $"{named}!",
        _ => named,
    };
}
