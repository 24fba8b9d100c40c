using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Directives must be defined, and stand where they may; sections "Directives Are Defined" and "Directives Are in Valid Locations".
/// </summary>
internal sealed class KnownDirectives(ValidationContext context) : ValidationRule(context)
{
    public override void VisitDirective(Directive directive, string location)
    {
        if (Context.Directive is not { } definition)
            Report($"There is no directive \"@{directive.Name}\".", directive);
        else if (!definition.Locations.Contains(location))
            ReportAt($"@{definition.Name}", $"The directive \"@{directive.Name}\" may not stand on {location}.", directive);
    }
}
