using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation;

/// <summary>What the rules share while one document is validated: the types at the node the walker is on, and everything counted.</summary>
internal sealed partial class ValidationContext
{
    /// <summary>The longest message, in UTF-16 code units: names in it come from the client.</summary>
    private const int MaxMessageLength = 1000;

    private LineTable? _lines;
    private int _fragmentVisits;

    public ValidationContext(Schema schema, Document document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        Suggestions = new Suggestions(options.Suggestions);
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinition fragment)
                _fragments[fragment.Name.Value] = fragment;
        }
    }

    /// <summary>What the document is validated against.</summary>
    public Schema Schema { get; }

    /// <summary>What is validated.</summary>
    public Document Document { get; }

    /// <summary>The bounds.</summary>
    public ValidationOptions Options { get; }

    /// <summary>Names that may have been meant.</summary>
    public Suggestions Suggestions { get; }

    /// <summary>Errors so far.</summary>
    public ImmutableArray<GraphQLError>.Builder Errors { get; } = ImmutableArray.CreateBuilder<GraphQLError>();

    /// <summary>
    /// The output type at the current node: a field's, or that of the enclosing definition or fragment; null when unknown.
    /// </summary>
    public SchemaType? Type { get; set; }

    /// <summary>The composite type whose fields are selected; null when unknown.</summary>
    public NamedType? ParentType { get; set; }

    /// <summary>The innermost field; null outside of fields, and when there is no such field.</summary>
    public OutputField? Field { get; set; }

    /// <summary>The directive whose arguments are visited; null outside, and when there is no such directive.</summary>
    public DirectiveType? Directive { get; set; }

    /// <summary>The argument being visited; null when there is no such argument.</summary>
    public InputValue? Argument { get; set; }

    /// <summary>The type that a variable definition's default value must have; null when it is not an input type.</summary>
    public SchemaType? VariableType { get; set; }

    /// <summary>Counts a step from a spread to a fragment, or from an operation to a variable in a fragment.</summary>
    public void CountFragmentVisits(int count)
    {
        _fragmentVisits += count;
        if (_fragmentVisits > Options.MaxFragmentVisits)
            throw Exceeded($"Following the document's fragments takes more than {Options.MaxFragmentVisits} steps.");
    }

    /// <summary>Ends validation before recursion, through fragments or fields, exhausts the stack.</summary>
    public static void GuardStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Exceeded("The document's fields and fragments are nested too deeply.");
    }

    /// <summary>The end of validation, because a bound is exceeded.</summary>
    public static ValidationAbortedException Exceeded(string message) =>
        new(new GraphQLError(message) { Code = ErrorCodes.LimitExceeded });

    /// <summary>Adds an error; ends validation when there are too many.</summary>
    public void Report(
        string code, string message, string? coordinate, ImmutableSortedDictionary<string, object?> extensions, ReadOnlySpan<SyntaxNode> nodes)
    {
        if (Errors.Count >= Options.MaxErrors)
            throw Exceeded($"The document has more than {Options.MaxErrors} errors; validation stopped.");

        _lines ??= new LineTable(Document.Source);
        var locations = ImmutableArray.CreateBuilder<SourceLocation>(Math.Min(nodes.Length, Options.MaxLocations));
        foreach (var node in nodes)
        {
            if (node.Start >= 0 && locations.Count < Options.MaxLocations)
                locations.Add(_lines.LocationOf(node.Start));
        }

        Errors.Add(new GraphQLError(message.Length > MaxMessageLength ? string.Concat(message.AsSpan(0, MaxMessageLength), "…") : message)
        {
            Code = code,
            Coordinate = coordinate,
            Locations = locations.ToImmutable(),
            Extensions = extensions,
        });
    }
}
