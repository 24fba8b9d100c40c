using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>The target field of a field selection must be defined on the type of its selection set; section "Field Selections".</summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override void VisitField(Field field)
    {
        if (Context.ParentType is not { } parent || Context.Field is not null)
            return;

        var name = field.Name.Value;
        var suggestion = Context.Suggestions.Among(TypesWith(name, parent));
        if (suggestion.Length > 0)
            suggestion = $" It is a field of types within \"{parent}\".{suggestion}";
        else if (parent is ComplexType complex)
            suggestion = Context.Suggestions.For(name, complex.Fields.Select(static candidate => candidate.Name));
        ReportAt(parent.Name, $"The type \"{parent}\" has no field \"{name}\".{suggestion}", field);
    }

    /// <summary>Types within an abstract one that do have the field, interfaces first: they reach further.</summary>
    private IEnumerable<string> TypesWith(string field, NamedType parent)
    {
        if (parent is not (InterfaceType or UnionType))
            return [];
        var objects = Context.Schema.PossibleTypes(parent).Where(type => type.FindField(field) is not null);
        var interfaces = objects.SelectMany(static type => type.Interfaces).Where(type => type.FindField(field) is not null);
        return interfaces.Concat<ComplexType>(objects).Select(static type => type.Name).Distinct();
    }
}
