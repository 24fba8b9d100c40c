using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation;

/// <summary>Walks a document once, keeps the context's types right, and calls the rules that want to see a node.</summary>
internal sealed partial class DocumentWalker(ValidationContext context, RuleSet set)
{
    private readonly ValidationRule[] _rules = set.Create(context);
    private ExecutableDefinition? _definition;
    private int _depth;

    /// <summary>Walks the whole document.</summary>
    public void Walk()
    {
        var document = context.Document;
        foreach (var rule in set.Listeners(RuleEvent.VisitDocument))
            _rules[rule].VisitDocument(document);

        foreach (var definition in document.Definitions)
        {
            // Type system definitions are an error of their own; what is inside them is not looked at.
            _definition = definition as ExecutableDefinition;
            if (definition is OperationDefinition operation)
                Walk(operation);
            else if (definition is FragmentDefinition fragment)
                Walk(fragment);
        }

        foreach (var rule in set.Listeners(RuleEvent.LeaveDocument))
            _rules[rule].LeaveDocument(document);
    }

    private void Walk(OperationDefinition operation)
    {
        context.Type = context.Schema.RootType(operation.Operation);
        foreach (var rule in set.Listeners(RuleEvent.VisitOperation))
            _rules[rule].VisitOperation(operation);

        foreach (var definition in operation.Variables)
            Walk(definition, DirectiveLocations.VariableDefinition);
        Walk(operation.Directives, operation.Operation switch
        {
            OperationType.Query => DirectiveLocations.Query,
            OperationType.Mutation => DirectiveLocations.Mutation,
            _ => DirectiveLocations.Subscription,
        });
        WalkSelections(operation.SelectionSet, inline: false);
        context.Type = null;
    }

    private void Walk(FragmentDefinition fragment)
    {
        context.Type = context.Schema.FindType(fragment.TypeCondition.Name.Value) is { IsOutput: true } type ? type : null;
        foreach (var rule in set.Listeners(RuleEvent.VisitFragment))
            _rules[rule].VisitFragment(fragment);

        foreach (var definition in fragment.Variables)
            Walk(definition, DirectiveLocations.FragmentVariableDefinition);
        WalkTypeName(fragment.TypeCondition);
        Walk(fragment.Directives, DirectiveLocations.FragmentDefinition);
        WalkSelections(fragment.SelectionSet, inline: false);
        context.Type = null;
    }

    private void Walk(VariableDefinition definition, string location)
    {
        context.VariableType = context.TypeOf(definition.Type) is { IsInput: true } type ? type : null;
        foreach (var rule in set.Listeners(RuleEvent.VisitVariableDefinition))
            _rules[rule].VisitVariableDefinition(definition);

        var reference = definition.Type;
        while (reference is not NamedTypeReference)
            reference = reference is ListTypeReference list ? list.Type : ((NonNullTypeReference)reference).Type;
        WalkTypeName((NamedTypeReference)reference);
        if (definition.DefaultValue is { } value)
            WalkValue(value, context.VariableType, hasDefault: false, oneOf: null, owner: null, input: null);
        Walk(definition.Directives, location);
        context.VariableType = null;
    }

    private void WalkSelections(SelectionSet selectionSet, bool inline)
    {
        Descend();
        var outer = context.ParentType;
        context.ParentType = context.Type?.Named is { IsComposite: true } type ? type : null;
        if (!inline)
        {
            foreach (var rule in set.Listeners(RuleEvent.VisitSelectionSet))
                _rules[rule].VisitSelectionSet(selectionSet);
        }

        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case Field field:
                    Walk(field);
                    break;
                case FragmentSpread spread:
                    Walk(spread);
                    break;
                case InlineFragment fragment:
                    Walk(fragment);
                    break;
            }
        }

        context.ParentType = outer;
        _depth--;
    }

    private void Walk(Field field)
    {
        var (outerField, outerType) = (context.Field, context.Type);
        context.Field = context.ParentType is { } parent ? context.Schema.FindField(parent, field.Name.Value) : null;
        context.Type = context.Field?.Type;
        foreach (var rule in set.Listeners(RuleEvent.VisitField))
            _rules[rule].VisitField(field);

        Walk(field.Arguments);
        Walk(field.Directives, DirectiveLocations.Field);
        if (field.SelectionSet is { } selectionSet)
            WalkSelections(selectionSet, inline: false);
        (context.Field, context.Type) = (outerField, outerType);
    }

    private void Walk(FragmentSpread spread)
    {
        foreach (var rule in set.Listeners(RuleEvent.VisitFragmentSpread))
            _rules[rule].VisitFragmentSpread(spread);
        if (!spread.Arguments.IsEmpty)
            WalkArguments(spread);
        Walk(spread.Directives, DirectiveLocations.FragmentSpread);
    }

    private void Walk(InlineFragment fragment)
    {
        var outer = context.Type;
        if (fragment.TypeCondition is { } condition)
            context.Type = context.Schema.FindType(condition.Name.Value) is { IsOutput: true } type ? type : null;
        else
            context.Type = outer?.Named;
        foreach (var rule in set.Listeners(RuleEvent.VisitInlineFragment))
            _rules[rule].VisitInlineFragment(fragment);

        if (fragment.TypeCondition is not null)
            WalkTypeName(fragment.TypeCondition);
        Walk(fragment.Directives, DirectiveLocations.InlineFragment);
        WalkSelections(fragment.SelectionSet, inline: true);
        context.Type = outer;
    }

    private void WalkTypeName(NamedTypeReference reference)
    {
        foreach (var rule in set.Listeners(RuleEvent.VisitTypeName))
            _rules[rule].VisitTypeName(reference);
    }

    private void Walk(ImmutableArray<Directive> directives, string location)
    {
        if (directives.IsEmpty)
            return;
        foreach (var rule in set.Listeners(RuleEvent.VisitDirectives))
            _rules[rule].VisitDirectives(directives);

        foreach (var directive in directives)
        {
            context.Directive = context.Schema.FindDirective(directive.Name.Value);
            foreach (var rule in set.Listeners(RuleEvent.VisitDirective))
                _rules[rule].VisitDirective(directive, location);
            Walk(directive.Arguments);
            context.Directive = null;
        }
    }

    private void Descend()
    {
        if (++_depth > context.Options.MaxDepth)
            throw ValidationContext.Exceeded($"The document is nested more than {context.Options.MaxDepth} levels deep.");
    }
}
