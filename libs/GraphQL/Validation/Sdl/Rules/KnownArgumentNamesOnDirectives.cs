using GraphQL.Language;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>Every argument given to a directive must be defined by it; section "Argument Names".</summary>
internal sealed class KnownArgumentNamesOnDirectives : SdlRule
{
    public override void Validate(SdlContext context)
    {
        foreach (var directive in context.Nodes.OfType<Directive>())
        {
            if (!context.Directives.TryGetValue(directive.Name.Value, out var definition))
                continue;
            foreach (var argument in directive.Arguments.Where(argument => !definition.Arguments.ContainsKey(argument.Name.Value)))
                Report(context, $"The directive \"@{directive.Name}\" has no argument \"{argument.Name}\".", argument);
        }
    }
}
