using System.Collections.Immutable;
using System.Globalization;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>
/// <c>@constraint</c>: the rules that values of arguments and input fields must keep, for people and code generators. Its arguments are those of
/// the npm package graphql-constraint-directive as far as they go, and <c>rule</c>.
/// </summary>
public static class ConstraintDirective
{
    /// <summary>The directive; a schema made of C# has it when something in it has rules.</summary>
    public static DirectiveType Type { get; } = new()
    {
        Name = "constraint",
        Description = "Rules for the values of an argument or input field; for a list those of each element, but `minItems` and `maxItems`.",
        Arguments =
        [
            Takes("minLength", SpecifiedScalars.Int, "Characters at least, in UTF-16."),
            Takes("maxLength", SpecifiedScalars.Int, "Characters at most, in UTF-16."),
            Takes("minItems", SpecifiedScalars.Int, "Elements at least."),
            Takes("maxItems", SpecifiedScalars.Int, "Elements at most."),
            Takes("min", SpecifiedScalars.Float, "The smallest number."),
            Takes("max", SpecifiedScalars.Float, "The largest number."),
            Takes("exclusiveMin", SpecifiedScalars.Float, "What numbers must be above."),
            Takes("exclusiveMax", SpecifiedScalars.Float, "What numbers must be below."),
            Takes("pattern", SpecifiedScalars.String, "A regular expression for the whole text."),
            Takes("format", SpecifiedScalars.String, "`email` or `uri`."),
            Takes("rule", SpecifiedScalars.String, "Any other rule, in words."),
        ],
        Locations = [DirectiveLocations.ArgumentDefinition, DirectiveLocations.InputFieldDefinition],
    };

    /// <summary>The directive's use that tells these rules; none when there are none.</summary>
    internal static ImmutableArray<Directive> Of(ImmutableArray<InputConstraint> constraints)
    {
        var arguments = new OrderedDictionary<string, Argument>();
        foreach (var argument in constraints.SelectMany(static constraint => constraint.Arguments))
        {
            // several rules in words are one sentence; of several others the last one written is told
            if (argument.Name.Value == "rule" && arguments.TryGetValue("rule", out var before))
                arguments["rule"] = Text("rule", $"{((StringValue)before.Value).Text}; {((StringValue)argument.Value).Text}");
            else
                arguments[argument.Name.Value] = argument;
        }

        return arguments.Count == 0 ? [] : [new Directive { Name = new Name(Type.Name), Arguments = [.. arguments.Values] }];
    }

    /// <summary>The description with the rules behind it: introspection has no word for directives that are applied.</summary>
    internal static string? Describe(string? description, ImmutableArray<InputConstraint> constraints) => Of(constraints) is [var directive]
        ? $"{description}\n\n`{SyntaxPrinter.Print(directive)}`".TrimStart()
        : description;

    internal static Argument Text(string name, string text) => new() { Name = new Name(name), Value = new StringValue { Text = text } };

    internal static Argument Number(string name, object number)
    {
        var text = Convert.ToString(number, CultureInfo.InvariantCulture)!;
        return new Argument
        {
            Name = new Name(name),
            Value = text.AsSpan().ContainsAny('.', 'e', 'E') ? new FloatValue { Text = text } : new IntValue { Text = text },
        };
    }

    private static InputValue Takes(string name, ScalarType type, string description) => new() { Name = name, Description = description, Type = type };
}
