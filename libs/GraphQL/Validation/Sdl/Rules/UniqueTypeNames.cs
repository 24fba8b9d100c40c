using GraphQL.Language;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>All types within a schema have unique names; section "Schema".</summary>
internal sealed class UniqueTypeNames : SdlRule
{
    public override void Validate(SdlContext context)
    {
        var seen = new Dictionary<string, Name>();
        foreach (var name in context.Definitions<TypeDefinition>().Where(static node => !node.IsExtension).Select(static node => node.Name))
        {
            if (context.Schema?.FindType(name.Value) is not null)
                Report(context, $"The schema has a type \"{name}\" already.", name);
            else if (!seen.TryAdd(name.Value, name))
                Report(context, $"There may be only one type \"{name}\".", seen[name.Value], name);
        }
    }
}
