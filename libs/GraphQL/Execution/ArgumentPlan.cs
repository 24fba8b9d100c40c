using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>The arguments of a selected field; September 2025, section "Coercing Field Arguments".</summary>
internal sealed class ArgumentPlan
{
    private static readonly ArgumentPlan Empty = new(parent: null!, field: null!, [], [], slot: -1) { Constant = [] };

    private readonly ObjectType _parent;
    private readonly OutputField _field;
    private readonly InputValue[] _definitions;
    private readonly Argument?[] _given;

    /// <summary>Of the field; null when no rule applies to what is given.</summary>
    private readonly string? _coordinate;

    private ArgumentPlan(ObjectType parent, OutputField field, InputValue[] definitions, Argument?[] given, int slot)
    {
        _parent = parent;
        _field = field;
        _definitions = definitions;
        for (var i = 0; i < given.Length && _coordinate is null; i++)
        {
            if (given[i] is { Value: not Variable } argument && LiteralConstraints.Concern(definitions[i], argument.Value))
                _coordinate = $"{parent.Name}.{field.Name}";
        }

        _given = given;
        Slot = slot;
    }

    /// <summary>The values, when they depend on no variable.</summary>
    public object?[]? Constant { get; private init; }

    /// <summary>Where a request keeps the values, when they depend on variables.</summary>
    public int Slot { get; }

    public static ArgumentPlan For(OperationPlan operation, ObjectType parent, OutputField field, Field node)
    {
        if (field.Arguments.IsEmpty)
            return Empty;
        var given = new Argument?[field.Arguments.Length];
        for (var i = 0; i < given.Length; i++)
            given[i] = node.Arguments.FirstOrDefault(argument => argument.Name.Value == field.Arguments[i].Name);
        var definitions = field.Arguments.ToArray();
        if (given.Any(static argument => argument is not null && LiteralCoercion.HasVariables(argument.Value)))
            return new ArgumentPlan(parent, field, definitions, given, operation.TakeArgumentSlot());
        try
        {
            return new ArgumentPlan(parent, field, definitions, given, slot: -1)
            {
                Constant = new ArgumentPlan(parent, field, definitions, given, slot: -1).Coerce(operation, VariableValues.None),
            };
        }
        catch (Exception)
        {
            // It fails again when the field is executed, and is an error of that field then.
            return new ArgumentPlan(parent, field, definitions, given, operation.TakeArgumentSlot());
        }
    }

    /// <summary>The values in the order of the definitions; a <see cref="GraphQLException"/> when one does not fit.</summary>
    public object?[] Coerce(OperationPlan operation, VariableValues variables)
    {
        if (_coordinate is not null)
            Check(operation, variables, _coordinate);
        var values = new object?[_definitions.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Coerce(operation, _definitions[i], _given[i], variables);
        return values;
    }

    /// <summary>Rules go before coercion, so that no C# class is made of values that break them.</summary>
    private void Check(OperationPlan operation, VariableValues variables, string coordinate)
    {
        var errors = ImmutableArray.CreateBuilder<GraphQLError>();
        for (var i = 0; i < _definitions.Length; i++)
        {
            var (name, given) = (_definitions[i].Name, _given[i]);
            if (given is null)
                continue;
            LiteralConstraints.Check(name, _definitions[i], $"{coordinate}({name}:)", given.Value, variables, (at, path, reason) =>
            {
                if (errors.Count < InputErrors.Maximum)
                    errors.Add(InputErrors.Violation($"argument \"{name}\"", at, path, reason, operation.LocationOf(given.Value)));
            });
        }

        if (errors.Count > 0)
            throw new GraphQLException(errors.ToImmutable());
    }

    private object? Coerce(OperationPlan operation, InputValue definition, Argument? given, VariableValues variables)
    {
        if (given is null)
            return CoerceDefault(operation, definition, node: null);
        if (given.Value is Variable variable)
        {
            var value = variables[variable.Name.Value];
            if (ReferenceEquals(value, VariableValues.Absent))
                return CoerceDefault(operation, definition, given.Value);
            if (value is null && definition.Type is NonNullType)
                throw Error(operation, definition, given.Value, $"the variable \"${variable.Name.Value}\" is null");
            return value;
        }

        return Coerce(operation, definition, given.Value, given.Value, variables);
    }

    private object? Coerce(OperationPlan operation, InputValue definition, Value literal, Value? node, VariableValues variables)
    {
        try
        {
            return LiteralCoercion.Coerce(definition.Type, literal, variables);
        }
        catch (CoercionException exception)
        {
            throw Error(operation, definition, node, exception.Message.TrimEnd('.'), exception);
        }
    }

    private object? CoerceDefault(OperationPlan operation, InputValue definition, Value? node)
    {
        if (definition.DefaultValue is { } literal)
            return Coerce(operation, definition, literal, node, VariableValues.None);
        if (definition.Type is NonNullType)
            throw Error(operation, definition, node, node is Variable variable ? $"the variable \"${variable.Name.Value}\" has no value" : "it is missing");
        return VariableValues.Absent;
    }

    private GraphQLException Error(
        OperationPlan operation, InputValue definition, Value? node, string reason, CoercionException? fault = null) =>
        new(new GraphQLError($"The argument \"{definition.Name}\" takes a value of type \"{definition.Type}\": {reason}.")
        {
            Code = fault?.Code ?? ErrorCodes.BadArgument,
            Coordinate = fault?.Coordinate ?? $"{_parent.Name}.{_field.Name}({definition.Name}:)",
            InputPath = fault?.PathIn(definition.Name) ?? [definition.Name],
            Locations = node is null ? [] : [operation.LocationOf(node)],
        });
}
