using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Every argument given to a field, directive or fragment must be defined by it; section "Argument Names".</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : ValidationRule(context)
{
    private bool _isOnField;

    public override void VisitField(Field field) => _isOnField = true;

    public override void VisitDirective(Directive directive, string location)
    {
        _isOnField = false;
        if (Context.Directive is not { } definition)
            return;
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (definition.Arguments.Any(candidate => candidate.Name == name))
                continue;
            var suggestion = Context.Suggestions.For(name, definition.Arguments.Select(static candidate => candidate.Name));
            ReportAt($"@{definition.Name}", $"The directive \"@{definition.Name}\" has no argument \"{name}\".{suggestion}", argument);
        }
    }

    public override void VisitFragmentSpread(FragmentSpread spread)
    {
        _isOnField = false;
        if (spread.Arguments.IsEmpty || Context.FindFragment(spread.Name.Value) is not { } fragment)
            return;

        var names = fragment.Variables.Select(static variable => variable.Variable.Name.Value).ToList();
        foreach (var argument in spread.Arguments)
        {
            var name = argument.Name.Value;
            if (!names.Contains(name))
                Report($"The fragment \"{fragment.Name}\" has no variable \"{name}\".{Context.Suggestions.For(name, names)}", argument);
        }
    }

    public override void VisitArgument(Argument argument)
    {
        if (!_isOnField || Context.Argument is not null || Context.Field is not { } field)
            return;
        var suggestion = Context.Suggestions.For(argument.Name.Value, field.Arguments.Select(static candidate => candidate.Name));
        ReportAt(Context.FieldCoordinate, $"The field \"{field.Name}\" has no argument \"{argument.Name}\".{suggestion}", argument);
    }
}
