using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// A directive that is not repeatable must stand at most once in one place; section "Directives Are Unique per Location".
/// </summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : ValidationRule(context)
{
    public override void VisitDirectives(ImmutableArray<Directive> directives)
    {
        if (directives.Length < 2)
            return;
        var seen = new Dictionary<string, Directive>();
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Schema.FindDirective(name) is { IsRepeatable: false } && !seen.TryAdd(name, directive))
                Report($"The directive \"@{name}\" may stand here only once.", seen[name], directive);
        }
    }
}
