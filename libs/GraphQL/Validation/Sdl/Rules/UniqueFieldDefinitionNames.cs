using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>
/// The fields of a type have unique names, those of its extensions included; sections "Objects", "Interfaces" and "Input Objects", "Type
/// Validation".
/// </summary>
internal sealed class UniqueFieldDefinitionNames : SdlRule
{
    public override void Validate(SdlContext context)
    {
        var seen = new Dictionary<(string Type, string Field), Name>();
        foreach (var type in context.Definitions<TypeDefinition>())
        {
            var existing = context.Schema?.FindType(type.Name.Value);
            foreach (var name in FieldNames(type))
            {
                if (HasField(existing, name.Value))
                    Report(context, $"\"{type.Name}\" has a field \"{name}\" already.", name);
                else if (!seen.TryAdd((type.Name.Value, name.Value), name))
                    Report(context, $"\"{type.Name}\" may have only one field \"{name}\".", seen[(type.Name.Value, name.Value)], name);
            }
        }
    }

    private static IEnumerable<Name> FieldNames(TypeDefinition type) => type switch
    {
        ObjectTypeDefinition node => node.Fields.Select(static field => field.Name),
        InterfaceTypeDefinition node => node.Fields.Select(static field => field.Name),
        InputObjectTypeDefinition node => node.Fields.Select(static field => field.Name),
        _ => [],
    };

    private static bool HasField(NamedType? type, string name) =>
        (type as ComplexType)?.FindField(name) is not null || (type as InputObjectType)?.FindField(name) is not null;
}
