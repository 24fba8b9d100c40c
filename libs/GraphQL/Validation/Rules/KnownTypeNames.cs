using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Every type that a document names must be defined in the schema; sections "Fragment Spread Type Existence" and "Variables Are Input
/// Types".
/// </summary>
internal sealed class KnownTypeNames(ValidationContext context) : ValidationRule(context)
{
    public override void VisitTypeName(NamedTypeReference reference)
    {
        var name = reference.Name.Value;
        if (Context.Schema.FindType(name) is not null)
            return;
        var suggestion = Context.Suggestions.For(name, Context.Schema.Types.Select(static type => type.Name));
        Report($"There is no type \"{name}\".{suggestion}", reference);
    }
}
