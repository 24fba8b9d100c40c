using GraphQL.Language;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>
/// A directive that is not repeatable stands at most once in a place; section "Directives Are Unique per Location". A type and its
/// extensions are one place.
/// </summary>
internal sealed class UniqueDirectivesPerLocation : SdlRule
{
    public override void Validate(SdlContext context)
    {
        var onSchema = new Dictionary<string, Directive>();
        var onTypes = new Dictionary<string, Dictionary<string, Directive>>();
        foreach (var node in context.Nodes)
        {
            var directives = SyntaxTree.DirectivesOf(node);
            if (directives.Count == 0)
                continue;
            var seen = node switch
            {
                SchemaDefinition => onSchema,
                TypeDefinition type => onTypes.TryGetValue(type.Name.Value, out var known) ? known : onTypes[type.Name.Value] = [],
                _ => [],
            };
            foreach (var directive in directives)
            {
                var isUnique = context.Directives.TryGetValue(directive.Name.Value, out var definition) && !definition.IsRepeatable;
                if (isUnique && !seen.TryAdd(directive.Name.Value, directive))
                    Report(context, $"The directive \"@{directive.Name}\" may stand here only once.", seen[directive.Name.Value], directive);
            }
        }
    }
}
