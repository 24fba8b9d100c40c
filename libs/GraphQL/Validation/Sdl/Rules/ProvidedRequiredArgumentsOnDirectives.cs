using GraphQL.Language;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>A directive is given every argument that is non-null and has no default; section "Required Arguments".</summary>
internal sealed class ProvidedRequiredArgumentsOnDirectives : SdlRule
{
    public override void Validate(SdlContext context)
    {
        foreach (var directive in context.Nodes.OfType<Directive>())
        {
            if (!context.Directives.TryGetValue(directive.Name.Value, out var definition))
                continue;
            foreach (var (name, isRequired) in definition.Arguments)
            {
                if (isRequired && !directive.Arguments.Any(argument => argument.Name.Value == name))
                    Report(context, $"The directive \"@{directive.Name}\" needs its argument \"{name}\".", directive);
            }
        }
    }
}
