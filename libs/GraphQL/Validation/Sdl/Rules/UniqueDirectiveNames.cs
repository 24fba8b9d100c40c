using GraphQL.Language;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>All directives within a schema have unique names; section "Schema".</summary>
internal sealed class UniqueDirectiveNames : SdlRule
{
    public override void Validate(SdlContext context)
    {
        var seen = new Dictionary<string, Name>();
        foreach (var name in context.Definitions<DirectiveDefinition>().Select(static node => node.Name))
        {
            if (context.Schema?.FindDirective(name.Value) is not null)
                Report(context, $"The schema has a directive \"@{name}\" already.", name);
            else if (!seen.TryAdd(name.Value, name))
                Report(context, $"There may be only one directive \"@{name}\".", seen[name.Value], name);
        }
    }
}
