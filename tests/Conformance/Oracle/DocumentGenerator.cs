using System.Collections.Immutable;
using System.Text;
using GraphQL.Types;

namespace Conformance.Oracle;

/// <summary>Writes documents that fit a schema, but for mistakes made now and then wherever one can be made.</summary>
/// <param name="schema">What the documents are about.</param>
/// <param name="random">Decides everything.</param>
/// <param name="mistakes">How likely each decision goes wrong, from 0 to 1.</param>
internal sealed partial class DocumentGenerator(Schema schema, Random random, double mistakes)
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "zz"];

    private readonly StringBuilder _text = new();
    private readonly SortedDictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly List<NamedType> _fragments = [];
    private readonly HashSet<int> _spread = [];

    // Half of the documents give every field a name of its own: else hardly one would be free of conflicts.
    private readonly bool _hasUniqueNames = random.Next(2) == 0;
    private readonly bool _hasFragmentVariables = random.Next(4) == 0;
    private int _fields;
    private int _fragment = -1;

    /// <summary>A document, always syntactically right.</summary>
    public string Generate()
    {
        var composites = schema.Types.Where(type => type.IsComposite && !type.Name.StartsWith('_')).ToArray();
        for (var i = random.Next(4); i > 0; i--)
            _fragments.Add(composites[random.Next(composites.Length)]);

        var document = new StringBuilder();
        var operations = Chance(0.2) ? 2 : 1;
        for (var i = 0; i < operations; i++)
            document.AppendLine(Operation(operations > 1 && !Mistake() ? $" Q{(Mistake() ? 0 : i)}" : ""));

        for (_fragment = 0; _fragment < _fragments.Count; _fragment++)
        {
            if (!_spread.Contains(_fragment) && !Mistake())
                continue;
            _text.Clear();
            var condition = Mistake() ? Pick(["Int", "Nothing", "In0"]) : _fragments[_fragment].Name;
            _text.Append($"fragment F{(Mistake() ? 0 : _fragment)} on {condition} ");
            AppendDirectives("rep", 0.05);
            AppendSelections(_fragments[_fragment], 3);
            document.AppendLine(_text.ToString());
        }

        if (Mistake())
            document.AppendLine("type Extra { a: Int }");
        return document.ToString();
    }

    private string Operation(string name)
    {
        _variables.Clear();
        if (_hasFragmentVariables)
        {
            // Fragments use these two.
            _variables["s0"] = "Int";
            _variables["s1"] = "Boolean!";
        }

        var (keyword, root) = random.Next(10) switch
        {
            0 when schema.SubscriptionType is { } type => ("subscription", type),
            1 => ("mutation", schema.MutationType ?? schema.QueryType!),
            _ => ("query", schema.QueryType!),
        };
        _text.Clear();
        AppendDirectives(keyword == "query" ? "once" : "skip", keyword == "query" ? 0.1 : 0.02);
        if (keyword == "subscription" && !Mistake())
            AppendField(root, 3, afterBrace: true);
        else
            AppendSelections(root, 4);
        var body = _text.ToString();
        if (Mistake())
            _variables["unused"] = "[T0]";
        var definitions = string.Join(", ", _variables.Select(variable => $"${variable.Key}: {variable.Value}"));
        return $"{keyword}{name}{(definitions.Length > 0 ? $"({definitions})" : "")} {body}";
    }

    private void AppendSelections(NamedType type, int depth)
    {
        _text.Append("{ ");
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            if (Chance(0.15) && depth > 0)
                AppendInlineFragment(type, depth - 1);
            else if (Chance(0.12) && (_fragments.Count > 0 || Mistake()))
                AppendSpread(type);
            else
                AppendField(type, depth, afterBrace: false);
        }

        _text.Append("} ");
    }

    private void AppendInlineFragment(NamedType type, int depth)
    {
        var target = type;
        _text.Append("... ");
        if (Chance(0.7))
        {
            var overlapping = schema.PossibleTypes(type).SelectMany(item => item.Interfaces.Cast<NamedType>().Append(item)).ToArray();
            target = Mistake() || overlapping.Length == 0 ? schema.FindType(Pick(["T0", "T3", "I0", "U1"]))! : overlapping[random.Next(overlapping.Length)];
            _text.Append("on ").Append(Mistake() ? "E0" : target.Name).Append(' ');
        }

        AppendDirectives("include", 0.1);
        AppendSelections(target, depth);
    }

    private void AppendSpread(NamedType type)
    {
        // Only later fragments, so that they form no cycle.
        var fitting = Enumerable.Range(_fragment + 1, _fragments.Count - _fragment - 1).Where(i => ReferenceEquals(_fragments[i], type) || schema.PossibleTypes(_fragments[i]).Intersect(schema.PossibleTypes(type)).Any()).ToArray();
        if (fitting.Length == 0 && !Mistake())
        {
            _text.Append("__typename ");
            return;
        }

        var index = fitting.Length > 0 && !Mistake() ? fitting[random.Next(fitting.Length)] : random.Next(4);
        _spread.Add(index);
        _text.Append($"...F{index} ");
        AppendDirectives("skip", 0.1);
    }

    private void AppendField(NamedType type, int depth, bool afterBrace)
    {
        if (afterBrace)
            _text.Append("{ ");
        var fields = (type as ComplexType)?.Fields.Where(field => depth > 0 || field.Type.Named.IsLeaf).ToArray() ?? [];
        var field = fields.Length > 0 && !Chance(0.05) ? fields[random.Next(fields.Length)] : MetaFields.TypeName;
        if (_hasUniqueNames && !Mistake())
            _text.Append($"k{_fields++}: ");
        else if (Chance(0.15))
            _text.Append(Pick(Names)).Append(": ");
        _text.Append(Mistake() ? Pick(Names) : field.Name);
        AppendArguments(field.Arguments);
        _text.Append(' ');
        AppendDirectives(Pick(["skip", "include", "rep", "once"]), 0.15);
        if (field.Type.Named.IsLeaf == Mistake())
            AppendSelections(field.Type.Named, depth - 1);
        if (afterBrace)
            _text.Append("} ");
    }

    private void AppendDirectives(string name, double chance)
    {
        while (Chance(chance))
        {
            if (Mistake())
                name = Pick(["skip", "once", "rep", "deprecated", "unknown"]);
            _text.Append('@').Append(name);
            AppendArguments(schema.FindDirective(name)?.Arguments ?? []);
            _text.Append(' ');
            chance = name == "rep" ? chance : mistakes;
        }
    }

    private void AppendArguments(ImmutableArray<InputValue> definitions)
    {
        var arguments = new List<string>();
        foreach (var definition in definitions)
        {
            if (definition.IsRequired ? !Mistake() : Chance(0.5))
                arguments.Add($"{definition.Name}: {ValueOf(definition.Type, 3)}");
            if (arguments.Count > 0 && Mistake())
                arguments.Add(arguments[^1]);
        }

        if (Mistake())
            arguments.Add($"{Pick(["x", "y", "zz"])}: {AnyLiteral()}");
        if (arguments.Count > 0)
            _text.Append('(').AppendJoin(", ", arguments).Append(')');
    }

    private bool Mistake() => Chance(mistakes);

    private bool Chance(double probability) => random.NextDouble() < probability;

    private string Pick(string[] items) => items[random.Next(items.Length)];
}
