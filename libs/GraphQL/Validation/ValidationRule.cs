using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation;

/// <summary>
/// One rule, made anew for each document. It overrides what it wants to see; the walker calls nothing else, and always on entering
/// a node, when the context tells the types there.
/// </summary>
internal abstract class ValidationRule(ValidationContext context)
{
    private ImmutableSortedDictionary<string, object?> _extensions = ImmutableSortedDictionary<string, object?>.Empty;

    /// <summary>The document's types, fragments and variables.</summary>
    protected ValidationContext Context { get; } = context;

    /// <summary>Sets what errors of the rule carry besides their code.</summary>
    public ValidationRule WithExtensions(ImmutableSortedDictionary<string, object?> extensions)
    {
        _extensions = extensions;
        return this;
    }

    /// <summary>Before everything else.</summary>
    public virtual void VisitDocument(Document document)
    {
    }

    /// <summary>Behind everything else, when spreads and variables of all definitions are known.</summary>
    public virtual void LeaveDocument(Document document)
    {
    }

    /// <summary>An operation.</summary>
    public virtual void VisitOperation(OperationDefinition operation)
    {
    }

    /// <summary>A fragment's definition.</summary>
    public virtual void VisitFragment(FragmentDefinition fragment)
    {
    }

    /// <summary>A variable's definition.</summary>
    public virtual void VisitVariableDefinition(VariableDefinition definition)
    {
    }

    /// <summary>A selection set, except those of inline fragments.</summary>
    public virtual void VisitSelectionSet(SelectionSet selectionSet)
    {
    }

    /// <summary>A field.</summary>
    public virtual void VisitField(Field field)
    {
    }

    /// <summary>A use of a named fragment.</summary>
    public virtual void VisitFragmentSpread(FragmentSpread spread)
    {
    }

    /// <summary>A fragment written in place.</summary>
    public virtual void VisitInlineFragment(InlineFragment fragment)
    {
    }

    /// <summary>The directives of one place, at least one.</summary>
    public virtual void VisitDirectives(ImmutableArray<Directive> directives)
    {
    }

    /// <summary>A use of a directive at a place that <see cref="Types.DirectiveLocations"/> names.</summary>
    public virtual void VisitDirective(Directive directive, string location)
    {
    }

    /// <summary>An argument of a field or directive.</summary>
    public virtual void VisitArgument(Argument argument)
    {
    }

    /// <summary>An input object literal, at any depth.</summary>
    public virtual void VisitObjectValue(ObjectValue value)
    {
    }

    /// <summary>A use of a type's name.</summary>
    public virtual void VisitTypeName(NamedTypeReference reference)
    {
    }

    /// <summary>Reports an error of this rule.</summary>
    protected void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) =>
        Context.Report(ErrorCodes.ValidationFailed, message, coordinate: null, _extensions, nodes);

    /// <summary>Reports an error of this rule that concerns a part of the schema.</summary>
    protected void ReportAt(string? coordinate, string message, params ReadOnlySpan<SyntaxNode> nodes) =>
        Context.Report(ErrorCodes.ValidationFailed, message, coordinate, _extensions, nodes);

    /// <summary>Reports that a bound which this rule holds is exceeded, without ending validation.</summary>
    protected void ReportLimit(string message, params ReadOnlySpan<SyntaxNode> nodes) =>
        Context.Report(ErrorCodes.LimitExceeded, message, coordinate: null, _extensions, nodes);
}
