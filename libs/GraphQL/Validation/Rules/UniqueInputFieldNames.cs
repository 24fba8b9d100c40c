using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Each field of an input object literal must be unique by its name; section "Input Object Field Uniqueness".</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : ValidationRule(context)
{
    public override void VisitObjectValue(ObjectValue value)
    {
        if (value.Fields.Length < 2)
            return;
        var seen = new Dictionary<string, Name>();
        foreach (var field in value.Fields)
        {
            if (!seen.TryAdd(field.Name.Value, field.Name))
                Report($"The input field \"{field.Name}\" is given several times.", seen[field.Name.Value], field.Name);
        }
    }
}
