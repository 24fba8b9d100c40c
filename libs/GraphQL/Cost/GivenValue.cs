using System.Globalization;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Cost;

/// <summary>
/// What a request gives for an argument or a part of it: a literal, or what the client has sent for a variable. It is looked at as it came,
/// since coerced values may be objects of the application's.
/// </summary>
internal readonly struct GivenValue
{
    private readonly Value? _literal;
    private readonly JsonElement _json;

    private GivenValue(Value? literal, JsonElement json)
    {
        _literal = literal;
        _json = json;
    }

    /// <summary>False for what is not given, and for null.</summary>
    public bool IsGiven => _literal is not null and not NullValue || (_literal is null && _json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null));

    /// <summary>An argument's value: a variable without a value leaves the argument's default.</summary>
    public static GivenValue Of(InputValue definition, Value? given, VariableValues variables)
    {
        if (given is not null)
        {
            var value = Of(given, variables);
            if (value._literal is not null || value._json.ValueKind != JsonValueKind.Undefined)
                return value;
        }

        return new GivenValue(definition.DefaultValue, default);
    }

    /// <summary>A number; the length of a list; null for anything else.</summary>
    public double? Count()
    {
        switch (_literal)
        {
            case IntValue number:
                return double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
            case ListValue list:
                return list.Items.Length;
            case not null:
                return null;
        }

        return _json.ValueKind switch
        {
            JsonValueKind.Number => _json.TryGetDouble(out var number) ? number : null,
            JsonValueKind.Array => _json.GetArrayLength(),
            _ => null,
        };
    }

    /// <summary>A member of an object.</summary>
    public GivenValue Member(string name, VariableValues variables)
    {
        if (_literal is ObjectValue @object)
            return @object.Fields.FirstOrDefault(field => field.Name.Value == name) is { } field ? Of(field.Value, variables) : default;
        return _literal is null && _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out var member)
            ? new GivenValue(literal: null, member)
            : default;
    }

    /// <summary>Weights of everything in the value that is an input field, each as often as it stands there.</summary>
    public double WeightInside(InputObjectType type, VariableValues variables)
    {
        var sum = 0.0;
        if (_literal is ListValue list)
        {
            foreach (var item in list.Items)
                sum += Of(item, variables).WeightInside(type, variables);
        }
        else if (_literal is ObjectValue @object)
        {
            foreach (var field in @object.Fields)
                sum += WeightOf(type.FindField(field.Name.Value), Of(field.Value, variables), variables);
        }
        else if (_literal is null && _json.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in _json.EnumerateArray())
                sum += new GivenValue(literal: null, element).WeightInside(type, variables);
        }
        else if (_literal is null && _json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in _json.EnumerateObject())
                sum += WeightOf(type.FindField(member.Name), new GivenValue(literal: null, member.Value), variables);
        }

        return Math.Min(sum, OperationCost.Most);
    }

    private static double WeightOf(InputValue? field, GivenValue value, VariableValues variables)
    {
        if (field is null)
            return 0;
        return CostRules.WeightOf(field) + (field.Type.Named is InputObjectType type ? value.WeightInside(type, variables) : 0);
    }

    private static GivenValue Of(Value value, VariableValues variables)
    {
        if (value is not Variable variable)
            return new GivenValue(value, default);
        var json = variables.JsonOf(variable.Name.Value);
        return json.ValueKind == JsonValueKind.Undefined ? new GivenValue(variables.DefaultOf(variable.Name.Value), default) : new GivenValue(literal: null, json);
    }
}
