using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Literal values must be of the type that their place expects, with known and required input fields;
/// sections "Values of Correct Type", "Input Object Field Names", "Input Object Required Fields" and "OneOf Input Objects".
/// </summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override void VisitArgument(Argument argument)
    {
        if (Context.Argument is { } definition)
            Check(argument.Value, definition.Type, Context.ArgumentCoordinate(definition));
    }

    public override void VisitVariableDefinition(VariableDefinition definition)
    {
        if (definition.DefaultValue is { } value && Context.VariableType is { } type)
            Check(value, type, coordinate: null);
    }

    /// <param name="value">The value.</param>
    /// <param name="type">What its place expects.</param>
    /// <param name="coordinate">Of the argument or input field that it is given to; null for a variable.</param>
    private void Check(Value value, SchemaType type, string? coordinate)
    {
        // Whether a variable fits is the business of VariablesInAllowedPosition.
        if (value is Variable)
            return;
        if (value is NullValue)
        {
            if (type is NonNullType)
                ReportAt(coordinate, $"\"{type}\" may not be null.", value);
            return;
        }

        switch (type.NullableType)
        {
            case ListType list:
                CheckList(value, list, coordinate);
                break;
            case InputObjectType inputObject:
                CheckObject(value, inputObject, coordinate);
                break;
            case EnumType @enum:
                CheckEnum(value, @enum, coordinate);
                break;
            case ScalarType scalar:
                CheckScalar(value, scalar, coordinate);
                break;
        }
    }

    private void CheckList(Value value, ListType type, string? coordinate)
    {
        if (value is not ListValue list)
        {
            Check(value, type.ElementType, coordinate);
            return;
        }

        ValidationContext.GuardStack();
        foreach (var item in list.Items)
            Check(item, type.ElementType, coordinate);
    }

    private void CheckObject(Value value, InputObjectType type, string? coordinate)
    {
        if (value is not ObjectValue @object)
        {
            ReportAt(coordinate, $"\"{type}\" takes an object in braces, not {LiteralText.Excerpt(value)}.", value);
            return;
        }

        ValidationContext.GuardStack();
        var given = new Dictionary<string, Value>();
        foreach (var field in @object.Fields)
            given[field.Name.Value] = field.Value;

        foreach (var definition in type.Fields)
        {
            if (given.TryGetValue(definition.Name, out var fieldValue))
                Check(fieldValue, definition.Type, $"{type.Name}.{definition.Name}");
            else if (definition.IsRequired)
                ReportAt($"{type.Name}.{definition.Name}", $"\"{type}\" needs its field \"{definition.Name}\" of the type \"{definition.Type}\".", value);
        }

        ObjectField? known = null;
        var knownCount = 0;
        foreach (var field in @object.Fields)
        {
            if (type.FindField(field.Name.Value) is not null)
            {
                known ??= field;
                knownCount++;
                continue;
            }

            var suggestion = Context.Suggestions.For(field.Name.Value, type.Fields.Select(static candidate => candidate.Name));
            ReportAt(type.Name, $"\"{type}\" has no field \"{field.Name}\".{suggestion}", field);
        }

        if (type.IsOneOf && (knownCount != 1 || known!.Value is NullValue))
            ReportAt(type.Name, $"Of \"{type}\" exactly one field must be given, and it may not be null.", value);
    }

    private void CheckEnum(Value value, EnumType type, string? coordinate)
    {
        if (value is not EnumValue @enum)
        {
            ReportAt(coordinate, $"\"{type}\" takes the name of one of its values, not {LiteralText.Excerpt(value)}.", value);
        }
        else if (type.FindByName(@enum.Text) is null)
        {
            var suggestion = Context.Suggestions.For(@enum.Text, type.Values.Select(static candidate => candidate.Name));
            ReportAt(type.Name, $"\"{type}\" has no value \"{@enum.Text}\".{suggestion}", value);
        }
    }

    private void CheckScalar(Value value, ScalarType type, string? coordinate)
    {
        // What a custom scalar makes of a list or object is known only with the variables in it; the specified ones take neither.
        if (ContainsVariable(value))
        {
            if (SpecifiedScalars.All.Contains(type))
                ReportAt(coordinate, $"\"{type}\" does not take {LiteralText.Excerpt(value)}.", value);
            return;
        }

        try
        {
            type.ParseLiteral(value);
        }
        catch (CoercionException exception)
        {
            ReportAt(coordinate, exception.Message, value);
        }
        catch (Exception exception) when (exception is not ValidationAbortedException)
        {
            // A custom scalar that fails in its own way has refused the value all the same; its words are not meant for clients.
            ReportAt(coordinate, $"\"{type}\" does not take {LiteralText.Excerpt(value)}.", value);
        }
    }

    private static bool ContainsVariable(Value value)
    {
        ValidationContext.GuardStack();
        return value switch
        {
            Variable => true,
            ListValue list => list.Items.Any(ContainsVariable),
            ObjectValue @object => @object.Fields.Any(static field => ContainsVariable(field.Value)),
            _ => false,
        };
    }
}
