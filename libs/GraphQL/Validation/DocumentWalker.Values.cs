using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation;

/// <content>Arguments and values, with the types that their places expect.</content>
internal sealed partial class DocumentWalker
{
    private void Walk(ImmutableArray<Argument> arguments)
    {
        foreach (var argument in arguments)
        {
            // Arguments of an unknown directive are looked up on the field they stand at, as the reference implementation does.
            WalkArgument(argument, context.Directive is { } directive
                ? Find(directive.Arguments, argument.Name.Value)
                : context.Field?.FindArgument(argument.Name.Value));
        }
    }

    private void WalkArgument(Argument argument, InputValue? definition)
    {
        context.Argument = definition;
        foreach (var rule in set.Listeners(RuleEvent.VisitArgument))
            _rules[rule].VisitArgument(argument);
        WalkValue(argument.Value, definition?.Type, definition?.DefaultValue is not null, oneOf: null, owner: null, definition);
        context.Argument = null;
    }

    private void WalkArguments(FragmentSpread spread)
    {
        var variables = context.FindFragment(spread.Name.Value)?.Variables ?? [];
        foreach (var argument in spread.Arguments)
        {
            var variable = variables.FirstOrDefault(candidate => candidate.Variable.Name.Value == argument.Name.Value);
            WalkArgument(argument, variable is not null && context.TypeOf(variable.Type) is { IsInput: true } type
                ? new InputValue { Name = argument.Name.Value, Type = type, DefaultValue = variable.DefaultValue }
                : null);
        }
    }

    /// <param name="value">The value.</param>
    /// <param name="type">What its place expects; null when that is not known.</param>
    /// <param name="hasDefault">True when its place has a default value.</param>
    /// <param name="oneOf">The input object whose field it is, if exactly one field of that must be given; else null.</param>
    /// <param name="owner">The input object whose field it is given to; null for arguments.</param>
    /// <param name="input">The argument or input field that it is given to, itself or within a list; null when that is not known.</param>
    private void WalkValue(Value value, SchemaType? type, bool hasDefault, InputObjectType? oneOf, InputObjectType? owner, InputValue? input)
    {
        switch (value)
        {
            case Variable variable:
                context.AddUsage(_definition!, new VariableUsage(
                    variable, type, hasDefault, oneOf, FindOwnVariable(variable), CoordinateOf(owner, input)));
                break;

            case ListValue list:
                Descend();
                var elementType = (type?.NullableType as ListType)?.ElementType;
                foreach (var item in list.Items)
                    WalkValue(item, elementType, hasDefault: false, oneOf: null, owner, input);
                _depth--;
                break;

            case ObjectValue @object:
                Descend();
                foreach (var rule in set.Listeners(RuleEvent.VisitObjectValue))
                    _rules[rule].VisitObjectValue(@object);
                var objectType = type?.Named as InputObjectType;
                foreach (var field in @object.Fields)
                {
                    var definition = objectType?.FindField(field.Name.Value);
                    WalkValue(
                        field.Value,
                        definition?.Type,
                        definition?.DefaultValue is not null,
                        objectType is { IsOneOf: true } ? objectType : null,
                        objectType,
                        definition);
                }

                _depth--;
                break;
        }
    }

    /// <summary>The definition of a variable by the fragment that is walked; null when the operation defines it.</summary>
    private VariableDefinition? FindOwnVariable(Variable variable) => _definition is FragmentDefinition { Variables: { IsEmpty: false } variables }
        ? variables.FirstOrDefault(candidate => candidate.Variable.Name.Value == variable.Name.Value)
        : null;

    private string? CoordinateOf(InputObjectType? owner, InputValue? input) =>
        input is null ? null : owner is null ? context.ArgumentCoordinate(input) : $"{owner.Name}.{input.Name}";

    private static InputValue? Find(ImmutableArray<InputValue> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name)
                return argument;
        }

        return null;
    }
}
