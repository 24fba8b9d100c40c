using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Each argument of a field or directive must be unique by its name; section "Argument Uniqueness".</summary>
internal sealed class UniqueArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override void VisitField(Field field) => Check(field.Arguments);

    public override void VisitDirective(Directive directive, string location) => Check(directive.Arguments);

    private void Check(ImmutableArray<Argument> arguments)
    {
        if (arguments.Length < 2)
            return;
        foreach (var group in arguments.GroupBy(static argument => argument.Name.Value))
        {
            if (group.Count() > 1)
                Report($"The argument \"{group.Key}\" is given several times.", [.. group.Select(static argument => argument.Name)]);
        }
    }
}
