using System.Text.Json;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>Coerces literals, in which variables may stand; September 2025, sections "Input Coercion" of each kind of type.</summary>
internal static class LiteralCoercion
{
    /// <summary>True when the value depends on variables.</summary>
    public static bool HasVariables(Value literal) => literal switch
    {
        Variable => true,
        ListValue list => list.Items.Any(HasVariables),
        ObjectValue @object => @object.Fields.Any(static field => HasVariables(field.Value)),
        _ => false,
    };

    /// <summary>
    /// The value; a <see cref="CoercionException"/> when the literal does not fit, or a variable in a place that must have one is absent.
    /// </summary>
    public static object? Coerce(SchemaType type, Value literal, VariableValues variables)
    {
        if (literal is Variable variable)
        {
            var value = variables[variable.Name.Value];
            if (ReferenceEquals(value, VariableValues.Absent))
                throw new CoercionException($"the variable \"${variable.Name.Value}\" has no value");
            return value is null && type is NonNullType ? throw Null(type) : value;
        }

        if (type is NonNullType nonNull)
            return literal is NullValue ? throw Null(type) : Coerce(nonNull.InnerType, literal, variables);
        if (literal is NullValue)
            return null;
        return type switch
        {
            ListType list => CoerceList(list, literal, variables),
            InputObjectType inputObject => CoerceObject(inputObject, literal, variables),
            EnumType @enum => literal is EnumValue name && @enum.FindByName(name.Text) is { } member
                ? member.RuntimeValue
                : throw new CoercionException($"{LiteralText.Excerpt(literal)} is no value of the enum \"{@enum.Name}\""),
            ScalarType scalar => scalar.ParseLiteral(Substitute(literal, variables)),
            _ => throw new CoercionException($"\"{type}\" is no input type"),
        };
    }

    private static object?[] CoerceList(ListType type, Value literal, VariableValues variables)
    {
        if (literal is not ListValue list)
            return [Coerce(type.ElementType, literal, variables)];
        var values = new object?[list.Items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (IsAbsent(list.Items[i], variables) && type.ElementType is not NonNullType)
                continue;
            try
            {
                values[i] = Coerce(type.ElementType, list.Items[i], variables);
            }
            catch (CoercionException exception)
            {
                throw exception.Within(i);
            }
        }

        return values;
    }

    private static object CoerceObject(InputObjectType type, Value literal, VariableValues variables)
    {
        if (literal is not ObjectValue @object)
            throw new CoercionException($"{LiteralText.Excerpt(literal)} is no object of type \"{type.Name}\"");
        foreach (var given in @object.Fields)
        {
            if (type.FindField(given.Name.Value) is null)
                throw new CoercionException($"\"{type.Name}\" has no field \"{given.Name.Value}\"").Within(given.Name.Value, type.Name);
        }

        var values = new Dictionary<string, object?>();
        foreach (var field in type.Fields)
        {
            var given = @object.Fields.FirstOrDefault(candidate => candidate.Name.Value == field.Name);
            try
            {
                if (given is not null && !IsAbsent(given.Value, variables))
                    values[field.Name] = Coerce(field.Type, given.Value, variables);
                else if (field.DefaultValue is { } defaultValue)
                    values[field.Name] = Coerce(field.Type, defaultValue, VariableValues.None);
                else if (field.Type is NonNullType)
                    throw new CoercionException($"the field \"{field.Name}\" of type \"{field.Type}\" is missing");
            }
            catch (CoercionException exception)
            {
                throw exception.Within(field.Name, $"{type.Name}.{field.Name}");
            }
        }

        if (type.IsOneOf && (@object.Fields.Length != 1 || values.Count != 1 || values.Values.First() is null))
            throw new CoercionException(OneOf(type));
        return type.Construct?.Invoke(values) ?? values;
    }

    public static string OneOf(InputObjectType type) => $"\"{type.Name}\" takes exactly one field, and it must not be null";

    /// <summary>The literal with the client's JSON in the place of variables, for scalars that take lists and objects.</summary>
    private static Value Substitute(Value literal, VariableValues variables) => !HasVariables(literal) ? literal : literal switch
    {
        Variable variable => LiteralOf(variables.JsonOf(variable.Name.Value)),
        ListValue list => new ListValue { Items = [.. list.Items.Select(item => Substitute(item, variables))], Start = list.Start, End = list.End },
        ObjectValue @object => new ObjectValue
        {
            Fields =
            [
                .. @object.Fields.Where(field => !IsAbsent(field.Value, variables))
                    .Select(field => new ObjectField { Name = field.Name, Value = Substitute(field.Value, variables) }),
            ],
            Start = @object.Start,
            End = @object.End,
        },
        _ => literal,
    };

    private static Value LiteralOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => new BooleanValue { Value = json.GetBoolean() },
        JsonValueKind.String => new StringValue { Text = json.GetString()! },
        JsonValueKind.Number => json.GetRawText() is var text && text.AsSpan().ContainsAny('.', 'e', 'E')
            ? new FloatValue { Text = text }
            : new IntValue { Text = json.GetRawText() },
        JsonValueKind.Array => new ListValue { Items = [.. json.EnumerateArray().Select(LiteralOf)] },
        JsonValueKind.Object => new ObjectValue
        {
            Fields = [.. json.EnumerateObject().Select(static member => new ObjectField { Name = new Name(member.Name), Value = LiteralOf(member.Value) })],
        },
        _ => new NullValue(),
    };

    private static bool IsAbsent(Value literal, VariableValues variables) =>
        literal is Variable variable && ReferenceEquals(variables[variable.Name.Value], VariableValues.Absent);

    private static CoercionException Null(SchemaType type) => new($"\"{type}\" must not be null");
}
