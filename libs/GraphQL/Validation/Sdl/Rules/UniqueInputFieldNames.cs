using GraphQL.Language;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>Each field of an input object literal must be unique by its name; section "Input Object Field Uniqueness".</summary>
internal sealed class UniqueInputFieldNames : SdlRule
{
    public override void Validate(SdlContext context)
    {
        foreach (var value in context.Nodes.OfType<ObjectValue>())
        {
            var seen = new Dictionary<string, Name>();
            foreach (var name in value.Fields.Select(static field => field.Name))
            {
                if (!seen.TryAdd(name.Value, name))
                    Report(context, $"The input field \"{name}\" is given several times.", seen[name.Value], name);
            }
        }
    }
}
