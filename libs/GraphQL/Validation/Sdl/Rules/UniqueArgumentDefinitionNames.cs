using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>
/// The arguments of a field or directive have unique names; sections "Field Arguments" and "Directives", "Type Validation".
/// </summary>
internal sealed class UniqueArgumentDefinitionNames : SdlRule
{
    public override void Validate(SdlContext context)
    {
        foreach (var node in context.Nodes)
        {
            if (node is FieldDefinition field)
                Check(context, $"The field \"{field.Name}\"", field.Arguments);
            else if (node is DirectiveDefinition directive)
                Check(context, $"The directive \"@{directive.Name}\"", directive.Arguments);
        }
    }

    private void Check(SdlContext context, string owner, ImmutableArray<InputValueDefinition> arguments)
    {
        foreach (var group in arguments.GroupBy(static argument => argument.Name.Value).Where(static group => group.Skip(1).Any()))
            Report(context, $"{owner} may have only one argument \"{group.Key}\".", [.. group.Select(static argument => argument.Name)]);
    }
}
