using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Validation;
using GraphQL.Validation.Rules;

namespace GraphQL.Types;

/// <content>
/// Default values: of their types, and not made of themselves (section "Input Objects", InputObjectDefaultValueHasCycle).
/// </content>
internal sealed partial class SchemaValidation
{
    private static readonly Source NoText = Source.From("");
    private readonly HashSet<InputValue> _visitedDefaults = [];
    private readonly List<(string Coordinate, InputValue Field)> _defaultPath = [];

    private void CheckDefaultValue(string coordinate, InputValue input)
    {
        if (input.DefaultValue is not { } value)
            return;

        // The same rule that checks the literals of documents.
        var document = new Document { Source = SourceOf(value) ?? NoText, Definitions = [] };
        var context = new ValidationContext(_schema, document, ValidationOptions.Default) { Argument = input };
        new ValuesOfCorrectType(context).VisitArgument(new Argument { Name = new Name(input.Name), Value = value });
        foreach (var error in context.Errors)
            _errors.Add(error with { Message = $"The default of \"{coordinate}\" is not of its type. {error.Message}" });
        if (context.Errors.Count == 0)
        {
            LiteralConstraints.Check(input.Name, input, coordinate, value, VariableValues.None, (_, path, reason) =>
                Report($"The default of \"{coordinate}\" breaks a rule at \"{string.Join('.', path)}\": {reason}.", value));
        }
    }

    private void CheckDefaultCycle(InputObjectType type, InputValue field)
    {
        if (field.Type.Named is InputObjectType fieldType)
            FollowDefault($"{type}.{field.Name}", field, fieldType);
    }

    private void FollowDefault(string coordinate, InputValue field, InputObjectType fieldType)
    {
        if (field.DefaultValue is null)
            return;
        var start = _defaultPath.FindIndex(step => ReferenceEquals(step.Field, field));
        if (start >= 0)
        {
            var cycle = _defaultPath[start..];
            Report(
                $"The default of \"{coordinate}\" is made of itself, by {string.Join(", ", cycle.Select(static step => step.Coordinate))}.",
                [.. cycle.Select(static step => step.Field.SyntaxNode?.DefaultValue)]);
            return;
        }

        if (!_visitedDefaults.Add(field))
            return;
        _defaultPath.Add((coordinate, field));
        FollowLiteral(fieldType, field.DefaultValue);
        _defaultPath.RemoveAt(_defaultPath.Count - 1);
    }

    /// <summary>Fields that a literal leaves out take their own defaults.</summary>
    private void FollowLiteral(InputObjectType type, Value literal)
    {
        ValidationContext.GuardStack();
        if (literal is ListValue list)
        {
            foreach (var item in list.Items)
                FollowLiteral(type, item);
        }

        if (literal is not ObjectValue given)
            return;
        foreach (var field in type.Fields)
        {
            if (field.Type.Named is not InputObjectType fieldType)
                continue;
            if (given.Fields.LastOrDefault(item => item.Name.Value == field.Name) is { } item)
                FollowLiteral(fieldType, item.Value);
            else
                FollowDefault($"{type}.{field.Name}", field, fieldType);
        }
    }
}
