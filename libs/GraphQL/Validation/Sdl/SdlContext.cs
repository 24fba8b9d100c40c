using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Sdl;

/// <summary>A directive as far as its uses are checked: from the document, the schema that is extended, or the specification.</summary>
/// <param name="IsRepeatable">True when it may stand several times in one place.</param>
/// <param name="Locations">Where it may stand.</param>
/// <param name="Arguments">Names of its arguments, with true for those that must be given.</param>
internal sealed record UsableDirective(bool IsRepeatable, ImmutableArray<string> Locations, IReadOnlyDictionary<string, bool> Arguments);

/// <summary>What the rules share while one document is validated.</summary>
internal sealed class SdlContext(Document document, Schema? schema)
{
    private readonly ImmutableArray<GraphQLError>.Builder _errors = ImmutableArray.CreateBuilder<GraphQLError>();

    /// <summary>What is validated.</summary>
    public Document Document { get; } = document;

    /// <summary>What it extends; null when it stands alone.</summary>
    public Schema? Schema { get; } = schema;

    /// <summary>Places in the document.</summary>
    public LineTable Lines { get; } = new(document.Source);

    /// <summary>Every node of the document, in the order of the text.</summary>
    public ImmutableArray<SyntaxNode> Nodes { get; } = [.. SyntaxTree.SelfAndDescendants(document)];

    /// <summary>Directives that may be used, by their names; a definition in the document hides one from elsewhere.</summary>
    public IReadOnlyDictionary<string, UsableDirective> Directives { get; } = CollectDirectives(document, schema);

    /// <summary>Errors so far.</summary>
    public ImmutableArray<GraphQLError> Errors => _errors.ToImmutable();

    /// <summary>Definitions and extensions of one kind.</summary>
    public IEnumerable<T> Definitions<T>()
        where T : Definition => Document.Definitions.OfType<T>();

    /// <summary>Adds an error.</summary>
    public void Report(GraphQLError error) => _errors.Add(error);

    private static Dictionary<string, UsableDirective> CollectDirectives(Document document, Schema? schema)
    {
        var directives = new Dictionary<string, UsableDirective>();
        foreach (var directive in schema?.Directives ?? SpecifiedDirectives.All)
        {
            var arguments = new Dictionary<string, bool>();
            foreach (var argument in directive.Arguments)
                arguments[argument.Name] = argument.IsRequired;
            directives[directive.Name] = new UsableDirective(directive.IsRepeatable, directive.Locations, arguments);
        }

        foreach (var definition in document.Definitions.OfType<DirectiveDefinition>())
        {
            var arguments = new Dictionary<string, bool>();
            foreach (var argument in definition.Arguments)
                arguments[argument.Name.Value] = argument is { Type: NonNullTypeReference, DefaultValue: null };
            directives[definition.Name.Value] = new UsableDirective(
                definition.IsRepeatable, [.. definition.Locations.Select(static location => location.Value)], arguments);
        }

        return directives;
    }
}
