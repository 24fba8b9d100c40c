using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>Every type that is referred to must be defined; section "Type System", "Schema".</summary>
internal sealed class KnownTypeNames : SdlRule
{
    public override void Validate(SdlContext context)
    {
        var defined = context.Definitions<TypeDefinition>().Where(static node => !node.IsExtension)
            .Select(static node => node.Name.Value).ToHashSet();
        foreach (var definition in context.Document.Definitions)
        {
            foreach (var reference in SyntaxTree.SelfAndDescendants(definition).OfType<NamedTypeReference>())
            {
                var name = reference.Name.Value;
                if (!defined.Contains(name) && context.Schema?.FindType(name) is null && !IsBuiltIn(definition, name))
                    Report(context, $"There is no type \"{name}\".", reference);
            }
        }
    }

    /// <summary>Definitions may use what every schema has; an operation in the same document needs a schema that really has it.</summary>
    private static bool IsBuiltIn(Definition definition, string name) =>
        definition is TypeSystemDefinition && (SpecifiedScalars.Find(name) is not null || IntrospectionTypes.Find(name) is not null);
}
