using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>The values of an enum have unique names, those of its extensions included; section "Enums", "Type Validation".</summary>
internal sealed class UniqueEnumValueNames : SdlRule
{
    public override void Validate(SdlContext context)
    {
        var seen = new Dictionary<(string Type, string Value), Name>();
        foreach (var type in context.Definitions<EnumTypeDefinition>())
        {
            var existing = context.Schema?.FindType(type.Name.Value) as EnumType;
            foreach (var name in type.Values.Select(static value => value.Name))
            {
                if (existing?.FindByName(name.Value) is not null)
                    Report(context, $"\"{type.Name}\" has a value \"{name}\" already.", name);
                else if (!seen.TryAdd((type.Name.Value, name.Value), name))
                    Report(context, $"\"{type.Name}\" may have only one value \"{name}\".", seen[(type.Name.Value, name.Value)], name);
            }
        }
    }
}
