using System.Text;
using GraphQL.Language;

namespace Conformance.Oracle;

/// <summary>Changes schemas as their authors do: one definition at a time, mostly with sense. What comes out parses, but may not be valid.</summary>
internal sealed class SdlMutator(Random random)
{
    private static readonly string[] Types = ["Int", "String", "Float", "ID", "E0", "E1", "S0", "In0", "In1", "One0", "T0", "T1", "I0", "U0", "Nothing"];
    private static readonly string[] Defaults = ["1", "\"text\"", "null", "A", "[1, 2]", "{ x: 1 }", "2.5", "true", "\"\"\"block\"\"\"", "{}", "[]"];
    private static readonly string[] Descriptions =
        ["\"new\" ", "\"\"\"\n  long\n    and deep\n\"\"\" ", "\"caf\\u00E9 \\u{1F600} \\\" \\\\ \\n\" ", "\"\" ", "\"\"\"ends in \\\"\"\" \"\"\" "];

    private static readonly string[] Locations = ["FIELD", "QUERY", "FRAGMENT_SPREAD", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "SCHEMA"];

    private int _names;

    /// <summary>The text with some edits.</summary>
    public string Mutate(string sdl, int edits)
    {
        for (; edits > 0; edits--)
        {
            var changed = Edit(sdl);
            if (Parses(changed))
                sdl = changed;
        }

        return sdl;
    }

    private string Edit(string sdl)
    {
        var document = Parser.ParseDocument(sdl);
        var nodes = SyntaxTree.SelfAndDescendants(document).Skip(1).ToList();
        var node = nodes[random.Next(nodes.Count)];
        return node switch
        {
            TypeReference => Replace(sdl, node, Reference(sdl[node.Start..node.End])),
            FieldDefinition field => Member(sdl, field, field.Name, field.Type.End),
            InputValueDefinition input => random.Next(3) == 0 ? Default(sdl, input) : Member(sdl, input, input.Name, input.DefaultValue?.End ?? input.Type.End),
            EnumValueDefinition value => Member(sdl, value, value.Name, value.Name.End),
            Value => Replace(sdl, node, Pick(Defaults)),
            Directive => Replace(sdl, node, random.Next(2) == 0 ? "" : Pick(["@deprecated", "@deprecated(reason: \"why\")", "@oneOf", "@once", "@unknown", "@rep @rep"])),
            DirectiveDefinition directive => DirectiveDefinition(sdl, directive),
            TypeDefinition type => Type(sdl, type),
            _ => sdl,
        };
    }

    private string Reference(string text) => random.Next(6) switch
    {
        0 => $"{text.TrimEnd('!')}!",
        1 => text.TrimEnd('!'),
        2 => $"[{text}]",
        3 when text is ['[', .., ']'] => text[1..^1],
        4 => Pick(Types),
        _ => $"[{text}!]",
    };

    private string Member(string sdl, SyntaxNode node, Name name, int end) => random.Next(6) switch
    {
        0 => Replace(sdl, node, ""),
        1 => sdl.Insert(node.End, $" z{_names++}{sdl[name.End..node.End]}"),
        2 => sdl.Insert(node.Start, Pick(Descriptions)),
        3 or 4 => sdl.Insert(end, Pick([" @deprecated", " @deprecated(reason: \"old\")", " @once", " @rep @rep"])),
        _ => sdl.Insert(node.End, $" {sdl[node.Start..node.End]}"),
    };

    private string Default(string sdl, InputValueDefinition input) => input.DefaultValue is { } value
        ? random.Next(2) == 0 ? sdl.Remove(input.Type.End, value.End - input.Type.End) : Replace(sdl, value, Pick(Defaults))
        : sdl.Insert(input.Type.End, $" = {Pick(Defaults)}");

    private string DirectiveDefinition(string sdl, DirectiveDefinition directive) => random.Next(4) switch
    {
        0 => Replace(sdl, directive, ""),
        1 => sdl.Insert(directive.End, $" | {Pick(Locations)}"),
        2 => Replace(sdl, directive.Locations[^1], Pick(Locations)),
        _ => directive.IsRepeatable
            ? Replace(sdl, directive, sdl[directive.Start..directive.End].Replace(" repeatable", "", StringComparison.Ordinal))
            : sdl.Insert(directive.Locations[0].Start, "").Replace($"@{directive.Name} on", $"@{directive.Name} repeatable on", StringComparison.Ordinal),
    };

    private string Type(string sdl, TypeDefinition type)
    {
        var text = sdl[type.Start..type.End];
        return random.Next(8) switch
        {
            0 => Replace(sdl, type, ""),
            1 => sdl.Insert(type.End, $"\ntype Z{_names++} implements I0 {{ a: Int }}"),
            2 => sdl.Insert(type.Start, "\"described\" "),
            3 => sdl.Insert(type.End, $"\n{Pick(["scalar", "enum", "union", "type", "interface", "input"])} Z{_names++} {Pick(["{ a: Int }", "{ A B }", "= T0 | T1", ""])}"),
            4 => sdl.Insert(type.End, $"\nextend {Pick(["type", "interface", "union", "enum", "input", "scalar"])} {type.Name} {Pick(["{ zz: Int }", "{ ZZ }", "= Query", "@once", "implements I1"])}"),
            5 when text.Contains(" implements ", StringComparison.Ordinal) => Replace(sdl, type, text.Replace(" implements I0", "", StringComparison.Ordinal)),
            5 => Replace(sdl, type, text.Replace(" {", " implements I1 {", StringComparison.Ordinal)),
            6 when type is UnionTypeDefinition => sdl.Insert(type.End, $" | {Pick(["T0", "T2", "Query", "Int"])}"),
            6 when type is InputObjectTypeDefinition => text.Contains("@oneOf", StringComparison.Ordinal)
                ? Replace(sdl, type, text.Replace(" @oneOf", "", StringComparison.Ordinal))
                : Replace(sdl, type, text.Replace(" {", " @oneOf {", StringComparison.Ordinal)),
            6 when type is EnumTypeDefinition => Replace(sdl, type, $"scalar {type.Name}"),
            _ => random.Next(3) == 0 ? sdl.Insert(type.End, $"\n{text}") : sdl,
        };
    }

    private string Pick(string[] items) => items[random.Next(items.Length)];

    private static string Replace(string sdl, SyntaxNode node, string text) => new StringBuilder(sdl).Remove(node.Start, node.End - node.Start).Insert(node.Start, text).ToString();

    private static bool Parses(string sdl)
    {
        try
        {
            Parser.ParseDocument(sdl);
            return true;
        }
        catch (GraphQL.GraphQLException)
        {
            return false;
        }
    }
}
