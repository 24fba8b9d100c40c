using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>
/// No field may give a type of introspection. Not in the specification; <see cref="ValidationOptions.AllowIntrospection"/> decides.
/// </summary>
internal sealed class NoSchemaIntrospection(ValidationContext context) : ValidationRule(context)
{
    public override void VisitField(Field field)
    {
        if (Context.Type?.Named is { } type && ReferenceEquals(IntrospectionTypes.Find(type.Name), type))
            Report($"Introspection is turned off, and \"{field.Name}\" is part of it.", field);
    }
}
