using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>Every argument that is non-null and has no default must be given; section "Required Arguments".</summary>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : ValidationRule(context)
{
    public override void VisitField(Field field)
    {
        if (Context.Field is { } definition)
            Check($"The field \"{definition.Name}\"", definition.Arguments, field.Arguments, field);
    }

    public override void VisitDirective(Directive directive, string location)
    {
        if (Context.Directive is { } definition)
            Check($"The directive \"@{definition.Name}\"", definition.Arguments, directive.Arguments, directive);
    }

    public override void VisitFragmentSpread(FragmentSpread spread)
    {
        foreach (var variable in Context.FindFragment(spread.Name.Value)?.Variables ?? [])
        {
            var name = variable.Variable.Name.Value;
            if (variable is { Type: NonNullTypeReference, DefaultValue: null } && !spread.Arguments.Any(argument => argument.Name.Value == name))
                Report($"The fragment \"{spread.Name}\" needs a value of its variable \"${name}\".", spread);
        }
    }

    private void Check(string owner, ImmutableArray<InputValue> definitions, ImmutableArray<Argument> arguments, SyntaxNode node)
    {
        foreach (var definition in definitions)
        {
            if (definition.IsRequired && !arguments.Any(argument => argument.Name.Value == definition.Name))
                ReportAt(Context.ArgumentCoordinate(definition), $"{owner} needs its argument \"{definition.Name}\" of the type \"{definition.Type}\".", node);
        }
    }
}
