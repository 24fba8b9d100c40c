using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Fields of leaf types must have no selections, and all others must have some; section "Leaf Field Selections".</summary>
internal sealed class ScalarLeafs(ValidationContext context) : ValidationRule(context)
{
    public override void VisitField(Field field)
    {
        if (Context.Type is not { } type)
            return;
        if (type.Named.IsLeaf)
        {
            if (field.SelectionSet is { } selections)
                ReportAt(Context.FieldCoordinate, $"The field \"{field.Name}\" is of the type \"{type}\", which has no fields to select.", selections);
        }
        else if (field.SelectionSet is null)
        {
            ReportAt(Context.FieldCoordinate, $"The field \"{field.Name}\" is of the type \"{type}\", of which fields must be selected: \"{field.Name} {{ … }}\".", field);
        }
    }
}
