using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Nothing that is deprecated may be used. Not in the specification; <see cref="ValidationOptions.AllowDeprecated"/> decides.
/// </summary>
internal sealed class NoDeprecated(ValidationContext context) : ValidationRule(context)
{
    public override void VisitField(Field field)
    {
        if (Context.Field is { DeprecationReason: { } reason })
            Report($"The field \"{field.Name}\" is deprecated: {reason}", field);
    }

    public override void VisitArgument(Argument argument)
    {
        if (Context.Argument is not { } definition)
            return;
        if (definition.DeprecationReason is { } reason)
            Report($"The argument \"{definition.Name}\" is deprecated: {reason}", argument);
        Check(argument.Value, definition.Type);
    }

    public override void VisitVariableDefinition(VariableDefinition definition)
    {
        if (definition.DefaultValue is { } value && Context.VariableType is { } type)
            Check(value, type);
    }

    private void Check(Value value, SchemaType type)
    {
        ValidationContext.GuardStack();
        switch (value, type.NullableType)
        {
            case (ListValue list, ListType listType):
                foreach (var item in list.Items)
                    Check(item, listType.ElementType);
                break;
            case (_, ListType listType):
                Check(value, listType.ElementType);
                break;
            case (ObjectValue @object, InputObjectType inputObject):
                foreach (var field in @object.Fields)
                    Check(field, inputObject);
                break;
            case (EnumValue @enum, EnumType enumType):
                if (enumType.FindByName(@enum.Text) is { DeprecationReason: { } reason })
                    Report($"The value \"{enumType}.{@enum.Text}\" is deprecated: {reason}", value);
                break;
        }
    }

    private void Check(ObjectField field, InputObjectType type)
    {
        if (type.FindField(field.Name.Value) is not { } definition)
            return;
        if (definition.DeprecationReason is { } reason)
            Report($"The input field \"{type}.{definition.Name}\" is deprecated: {reason}", field);
        Check(field.Value, definition.Type);
    }
}
