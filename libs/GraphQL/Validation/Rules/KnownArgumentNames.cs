using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Every argument given to a field or directive must be defined by it; section "Argument Names".</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : ValidationRule(context)
{
    private bool _isOnDirective;

    public override void VisitField(Field field) => _isOnDirective = false;

    public override void VisitDirective(Directive directive, string location)
    {
        _isOnDirective = true;
        if (Context.Directive is not { } definition)
            return;
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (definition.Arguments.Any(candidate => candidate.Name == name))
                continue;
            var suggestion = Context.Suggestions.For(name, definition.Arguments.Select(static candidate => candidate.Name));
            Report($"The directive \"@{definition.Name}\" has no argument \"{name}\".{suggestion}", argument);
        }
    }

    public override void VisitArgument(Argument argument)
    {
        if (_isOnDirective || Context.Argument is not null || Context.Field is not { } field)
            return;
        var suggestion = Context.Suggestions.For(argument.Name.Value, field.Arguments.Select(static candidate => candidate.Name));
        Report($"The field \"{field.Name}\" has no argument \"{argument.Name}\".{suggestion}", argument);
    }
}
