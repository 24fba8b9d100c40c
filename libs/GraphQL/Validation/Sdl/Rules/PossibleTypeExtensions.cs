using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>
/// An extension extends a type that is defined, and of its kind; sections "Object Extensions" and those of the other kinds.
/// </summary>
internal sealed class PossibleTypeExtensions : SdlRule
{
    public override void Validate(SdlContext context)
    {
        var defined = new Dictionary<string, TypeDefinition>();
        foreach (var definition in context.Definitions<TypeDefinition>().Where(static node => !node.IsExtension))
            defined[definition.Name.Value] = definition;

        foreach (var extension in context.Definitions<TypeDefinition>().Where(static node => node.IsExtension))
        {
            var name = extension.Name.Value;
            if (defined.TryGetValue(name, out var definition))
            {
                if (definition.GetType() != extension.GetType())
                    Report(context, $"\"{name}\" is of another kind than its extension.", definition, extension);
            }
            else if (context.Schema?.FindType(name) is { } existing)
            {
                if (DefinitionOf(existing) != extension.GetType())
                    Report(context, $"\"{name}\" is of another kind than its extension.", extension);
            }
            else
            {
                Report(context, $"There is no type \"{name}\" to extend.", extension.Name);
            }
        }
    }

    private static Type DefinitionOf(NamedType type) => type switch
    {
        ScalarType => typeof(ScalarTypeDefinition),
        ObjectType => typeof(ObjectTypeDefinition),
        InterfaceType => typeof(InterfaceTypeDefinition),
        UnionType => typeof(UnionTypeDefinition),
        EnumType => typeof(EnumTypeDefinition),
        _ => typeof(InputObjectTypeDefinition),
    };
}
