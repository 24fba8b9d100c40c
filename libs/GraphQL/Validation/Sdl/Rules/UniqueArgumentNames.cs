using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>Each argument is given at most once; section "Argument Uniqueness".</summary>
internal sealed class UniqueArgumentNames : SdlRule
{
    public override void Validate(SdlContext context)
    {
        foreach (var node in context.Nodes)
        {
            var arguments = node switch
            {
                Directive directive => directive.Arguments,
                Field field => field.Arguments,
                _ => ImmutableArray<Argument>.Empty,
            };
            foreach (var group in arguments.GroupBy(static argument => argument.Name.Value).Where(static group => group.Skip(1).Any()))
                Report(context, $"The argument \"{group.Key}\" is given several times.", [.. group.Select(static argument => argument.Name)]);
        }
    }
}
