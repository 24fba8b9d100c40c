using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Each named operation must be unique by its name; section "Operation Name Uniqueness".</summary>
internal sealed class UniqueOperationNames(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, Name> _names = [];

    public override void VisitOperation(OperationDefinition operation)
    {
        if (operation.Name is { } name && !_names.TryAdd(name.Value, name))
            Report($"Several operations are named \"{name}\".", _names[name.Value], name);
    }
}
