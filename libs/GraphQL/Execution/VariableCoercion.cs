using System.Collections.Immutable;
using System.Text.Json;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>Coerces what a client sends as variables; September 2025, section "Coercing Variable Values".</summary>
internal sealed class VariableCoercion
{
    private const int MaxErrors = 50;

    private readonly OperationPlan _operation;
    private readonly CoercionContext _context;
    private readonly List<GraphQLError> _errors = [];
    private readonly List<object> _path = [];
    private VariablePlan? _variable;
    private int _values;

    // The input field that is being coerced; null outside input objects.
    private (InputObjectType Type, string Field)? _field;

    private VariableCoercion(OperationPlan operation, CoercionContext context)
    {
        _operation = operation;
        _context = context;
    }

    /// <summary>The values; null, with at least one error, when something does not fit.</summary>
    public static VariableValues? Coerce(
        OperationPlan operation, JsonElement variables, CoercionContext context, out ImmutableArray<GraphQLError> errors)
    {
        errors = [];
        if (operation.Variables.IsEmpty)
            return VariableValues.None;
        var coercion = new VariableCoercion(operation, context);
        var values = coercion.CoerceAll(variables);
        if (coercion._errors.Count == 0)
            coercion.CheckUses(values);
        errors = [.. coercion._errors];
        return errors.IsEmpty ? new VariableValues(operation.Variables, values, variables) : null;
    }

    private object?[] CoerceAll(JsonElement variables)
    {
        var values = new object?[_operation.Variables.Length];
        for (var i = 0; i < values.Length && _errors.Count < MaxErrors; i++)
        {
            (_variable, _field) = (_operation.Variables[i], null);
            if (variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(_variable.Name, out var json))
                values[i] = CoerceValue(_variable.Type, json);
            else if (_variable.HasDefault && !_variable.DefaultViolations.IsEmpty)
                _errors.AddRange(_variable.DefaultViolations.Take(MaxErrors - _errors.Count));
            else if (_variable.HasDefault)
                values[i] = _variable.DefaultFault is { } fault ? Fail(fault.TrimEnd('.')) : _variable.Default;
            else if (_variable.Type is NonNullType)
                Fail($"it takes a value of type \"{_variable.Type}\", and none is given");
            else
                values[i] = VariableValues.Absent;
        }

        return values;
    }

    /// <summary>Holds variables against the rules of the arguments and input fields they stand in.</summary>
    private void CheckUses(object?[] values)
    {
        foreach (var use in _operation.Requirements.Variables)
        {
            for (var i = 0; i < values.Length; i++)
            {
                _variable = _operation.Variables[i];
                if (_variable.Name == use.Variable && !ReferenceEquals(values[i], VariableValues.Absent))
                    Check(use.Input, use.Coordinate, values[i], use.IsElement);
            }
        }
    }

    private void Check(InputValue input, string coordinate, object? value, bool isElement = false)
    {
        foreach (var constraint in input.Constraints.Where(constraint => !isElement || !constraint.IsOfList))
            constraint.Check(value, _path, reason => Violate(coordinate, [_variable!.Name, .. _path], reason));
    }

    private void Violate(string coordinate, IReadOnlyList<object> inputPath, string reason)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(InputErrors.Violation(
                $"variable \"{_variable!.Name}\"", coordinate, inputPath, reason, _operation.LocationOf(_variable.Definition)));
        }
    }

    private object? CoerceValue(SchemaType type, JsonElement json)
    {
        if (++_values > _operation.Options.MaxInputValues)
            throw new GraphQLException(ExecutionErrors.Limit($"The variables of a request may hold {_operation.Options.MaxInputValues} values."));
        if (_path.Count > _operation.Options.MaxInputDepth)
            throw new GraphQLException(ExecutionErrors.Limit($"Lists and objects in variables may nest {_operation.Options.MaxInputDepth} deep."));
        if (type is NonNullType nonNull)
            return IsNull(json) ? Fail($"\"{type}\" must not be null") : CoerceValue(nonNull.InnerType, json);
        if (IsNull(json))
            return null;
        try
        {
            return type switch
            {
                ListType list => CoerceList(list, json),
                InputObjectType inputObject => CoerceObject(inputObject, json),
                EnumType @enum => CoerceEnum(@enum, json),
                ScalarType scalar => scalar.ParseValue(json, _context),
                _ => Fail($"\"{type}\" is no input type"),
            };
        }
        catch (CoercionException exception)
        {
            return Fail(exception.Message.TrimEnd('.'), exception.Code);
        }
    }

    private object?[] CoerceList(ListType type, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return [CoerceValue(type.ElementType, json)];
        var values = new object?[json.GetArrayLength()];
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            if (_errors.Count >= MaxErrors)
                break;
            _path.Add(index);
            values[index++] = CoerceValue(type.ElementType, element);
            _path.RemoveAt(_path.Count - 1);
        }

        return values;
    }

    private object? CoerceObject(InputObjectType type, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Fail($"{JsonText.Excerpt(json)} is no object of type \"{type.Name}\"");

        var before = _errors.Count;
        var values = new Dictionary<string, object?>();
        var outer = _field;
        foreach (var field in type.Fields)
        {
            _field = (type, field.Name);
            if (json.TryGetProperty(field.Name, out var element))
            {
                _path.Add(field.Name);
                var value = CoerceValue(field.Type, element);
                values[field.Name] = value;
                if (!field.Constraints.IsEmpty)
                    Check(field, $"{type.Name}.{field.Name}", value);
                _path.RemoveAt(_path.Count - 1);
            }
            else if (field.DefaultValue is { } defaultValue)
            {
                values[field.Name] = LiteralCoercion.Coerce(field.Type, defaultValue, VariableValues.None);
            }
            else if (field.Type is NonNullType)
            {
                Fail($"the field \"{field.Name}\" of type \"{field.Type}\" is missing", step: field.Name);
            }
        }

        _field = (type, "");
        var given = 0;
        foreach (var member in json.EnumerateObject())
        {
            given++;
            if (type.FindField(member.Name) is null)
                Fail($"\"{type.Name}\" has no field \"{Language.LiteralText.Cut(member.Name)}\"", step: Language.LiteralText.Cut(member.Name));
        }

        if (type.IsOneOf && (given != 1 || values.Values.Any(static value => value is null)) && _errors.Count == before)
            Fail(LiteralCoercion.OneOf(type));
        _field = outer;
        return _errors.Count > before ? null : type.Construct?.Invoke(values) ?? values;
    }

    private object? CoerceEnum(EnumType type, JsonElement json) =>
        json.ValueKind == JsonValueKind.String && type.FindByName(json.GetString()!) is { } member
            ? member.RuntimeValue
            : Fail($"{JsonText.Excerpt(json)} is no value of the enum \"{type.Name}\"");

    private object? Fail(string reason, string? code = null, string? step = null)
    {
        if (_errors.Count < MaxErrors)
        {
            var place = string.Concat(_path.Select(static step => step is int ? $"[{step}]" : $".{step}"));
            _errors.Add(new GraphQLError($"The variable \"${_variable!.Name}\" does not fit{(place.Length > 0 ? $" at \"{_variable.Name}{place}\"" : "")}: {reason}.")
            {
                Code = code ?? ErrorCodes.BadVariable,
                Locations = [_operation.LocationOf(_variable.Definition)],
                Coordinate = _field is not var (type, field) ? null : field.Length == 0 ? type.Name : $"{type.Name}.{field}",
                InputPath = step is null ? [_variable.Name, .. _path] : [_variable.Name, .. _path, step],
            });
        }

        return null;
    }

    private static bool IsNull(JsonElement json) => json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;
}
