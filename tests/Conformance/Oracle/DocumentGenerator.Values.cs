using System.Collections.Immutable;
using GraphQL.Types;

namespace Conformance.Oracle;

/// <content>Values and variables.</content>
internal sealed partial class DocumentGenerator
{
    private string ValueOf(SchemaType type, int depth)
    {
        if (Mistake())
            return AnyLiteral();
        if (Chance(0.2) && (_fragment < 0 || _hasFragmentVariables))
            return Variable(type);
        if (type is not NonNullType && (Chance(0.1) || depth == 0))
            return "null";
        return type.NullableType switch
        {
            ListType list when depth == 0 => "[]",
            ListType list => Chance(0.3)
                ? ValueOf(list.ElementType, depth - 1)
                : $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => ValueOf(list.ElementType, depth - 1)))}]",
            InputObjectType input => ObjectOf(input, depth),
            EnumType @enum => @enum.Values[random.Next(@enum.Values.Length)].Name,
            NamedType scalar => LeafOf(scalar.Name),
            _ => "null",
        };
    }

    private string ObjectOf(InputObjectType type, int depth)
    {
        var chosen = type.IsOneOf && !Mistake()
            ? [type.Fields[random.Next(2)]]
            : type.Fields.Where(field => field.IsRequired ? !Mistake() : depth > 0 && Chance(0.3)).ToImmutableArray();
        var fields = chosen.Select(field => $"{field.Name}: {(type.IsOneOf ? OneOfValue(field) : ValueOf(field.Type, depth - 1))}").ToList();
        if (Mistake())
            fields.Add("zz: 1");
        if (fields.Count > 0 && Mistake())
            fields.Add(fields[0]);
        return $"{{{string.Join(", ", fields)}}}";
    }

    /// <summary>
    /// A literal. The reference implementation accepts a nullable variable here when the input object stands in a
    /// non-null place, which the specification forbids; so there are no variables here.
    /// </summary>
    private string OneOfValue(InputValue field) => Mistake() ? AnyLiteral() : LeafOf(field.Type.Named.Name == "Int" ? "Int" : "String");

    private string LeafOf(string scalar) => scalar switch
    {
        "Int" => random.Next(-5, 5).ToString(),
        "Float" => Pick(["1", "2.5", "-1e3"]),
        "String" => Pick(["\"\"", "\"a\\n\"", "\"\"\"block\"\"\""]),
        "Boolean" => Pick(["true", "false"]),
        "ID" => Pick(["1", "\"id\""]),
        _ => AnyLiteral(),
    };

    private string AnyLiteral() => Pick(["1", "-3.5", "\"text\"", "true", "null", "A", "D", "[1, null]", "[]", "{}", "{x: 1}", "{i: 1, s: \"a\"}", "2147483648"]);

    private string Variable(SchemaType type)
    {
        // Operations come first, so a fragment can use only what every operation has.
        if (_fragment >= 0)
            return type.ToString() is "Boolean" or "Boolean!" ? "$s1" : "$s0";
        if (_variables.Count > 2 && Mistake())
            return "$v0";
        if (Mistake())
            return "$undefined";

        var name = $"v{_variables.Count}";
        var text = type.ToString()!;
        if (Mistake())
            text = Pick(["Int", "String!", "[Int]", "In0", "Nothing", "T0"]);
        else if (type is not NonNullType && Chance(0.3))
            text += "!";
        if (text == "Int" && Chance(0.3))
            text += Mistake() ? " = \"1\"" : " = 1";
        else if (text == "In0" && Chance(0.3))
            text += Mistake() ? " = {}" : " = {x: 1}";
        _variables[name] = text;
        return $"${name}";
    }
}
