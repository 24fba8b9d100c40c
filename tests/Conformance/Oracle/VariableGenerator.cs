using GraphQL.Types;

namespace Conformance.Oracle;

/// <summary>Makes JSON that mostly fits input types.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="mistakes">How likely each decision goes wrong, from 0 to 1.</param>
internal sealed class VariableGenerator(Random random, double mistakes)
{
    private static readonly string[] Anything =
        ["null", "true", "1", "-0", "1.5", "1e3", "1.0", "2147483647", "2147483648", "\"text\"", "\"\"", "\"A\"", "\"1\"", "[]", "{}", "[1]", "[[null]]", "{\"x\":1}"];

    /// <summary>A value for a type, as JSON text.</summary>
    public string ValueOf(SchemaType type, int depth)
    {
        if (random.NextDouble() < mistakes)
            return Pick(Anything);
        if (type is not NonNullType && (depth <= 0 || random.Next(8) == 0))
            return "null";
        return type.NullableType switch
        {
            ListType list when random.Next(4) == 0 => ValueOf(list.ElementType, depth - 1),
            ListType list => $"[{string.Join(',', Enumerable.Range(0, random.Next(3)).Select(_ => ValueOf(list.ElementType, depth - 1)))}]",
            InputObjectType input => ObjectOf(input, depth),
            EnumType @enum => $"\"{@enum.Values[random.Next(@enum.Values.Length)].Name}\"",
            NamedType { Name: "Int" } => Pick(["0", "-7", "2147483647", "-2147483648", "3"]),
            NamedType { Name: "Float" } => Pick(["0", "2.5", "-1e3", "1e21", "0.1"]),
            NamedType { Name: "Boolean" } => Pick(["true", "false"]),
            NamedType { Name: "ID" } => Pick(["1", "\"id\"", "\"\"", "-5", "9007199254740991"]),
            NamedType { Name: "String" } => Pick(["\"\"", "\"text\"", "\"caf\\u00e9 \\ud83d\\ude00\"", "\"\\n\""]),
            _ => Pick(["1", "\"free\"", "{\"any\":[1,2.5,null]}", "true"]),
        };
    }

    private string ObjectOf(InputObjectType type, int depth)
    {
        var chosen = type.IsOneOf && random.NextDouble() >= mistakes
            ? [type.Fields[random.Next(type.Fields.Length)]]
            : type.Fields.Where(field => (field.IsRequired && random.NextDouble() >= mistakes) || (depth > 0 && random.Next(3) == 0)).ToList();
        var members = chosen.Select(field => $"\"{field.Name}\":{ValueOf(field.Type, depth - 1)}").ToList();
        if (random.NextDouble() < mistakes)
            members.Add("\"zz\":1");
        return $"{{{string.Join(',', members)}}}";
    }

    private string Pick(string[] items) => items[random.Next(items.Length)];
}
