using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>One validation of a schema; a part per concern.</summary>
internal sealed partial class SchemaValidation(Schema schema)
{
    private readonly Schema _schema = schema;
    private readonly ImmutableArray<GraphQLError>.Builder _errors = ImmutableArray.CreateBuilder<GraphQLError>();
    private readonly Dictionary<Source, LineTable> _lines = new(ReferenceEqualityComparer.Instance);
    private Dictionary<SyntaxNode, Source>? _sources;

    public ImmutableArray<GraphQLError> Errors => _errors.ToImmutable();

    public void CheckType(NamedType type)
    {
        CheckName(type.Name, [.. type.SyntaxNodes.Take(1)]);
        switch (type)
        {
            case ComplexType complex:
                CheckFields(complex);
                CheckInterfaces(complex);
                break;
            case UnionType union:
                CheckMembers(union);
                break;
            case EnumType @enum:
                CheckValues(@enum);
                break;
            case InputObjectType input:
                CheckInputFields(input);
                break;
        }
    }

    /// <summary>Names that begin with two underscores are introspection's (section "Names", "Reserved Names").</summary>
    private void CheckName(string name, params ReadOnlySpan<SyntaxNode?> nodes)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            Report($"The name \"{name}\" begins with two underscores, which only names of introspection do.", nodes);
    }

    private void Report(string message, params ReadOnlySpan<SyntaxNode?> nodes)
    {
        var locations = ImmutableArray.CreateBuilder<SourceLocation>();
        foreach (var node in nodes)
        {
            if (node is not null && SourceOf(node) is { } source)
                locations.Add(LinesOf(source).LocationOf(node.Start));
        }

        _errors.Add(new GraphQLError(message) { Code = ErrorCodes.ValidationFailed, Locations = locations.ToImmutable() });
    }

    /// <summary>The text a node stands in; null when none does.</summary>
    private Source? SourceOf(SyntaxNode node)
    {
        _sources ??= CollectSources();
        return node.Start < 0 ? null : _sources.GetValueOrDefault(node);
    }

    private LineTable LinesOf(Source source)
    {
        if (!_lines.TryGetValue(source, out var lines))
            _lines.Add(source, lines = new LineTable(source));
        return lines;
    }

    /// <summary>
    /// Only definitions know their text. All their nodes are looked up at the first error, which most schemas never have.
    /// </summary>
    private Dictionary<SyntaxNode, Source> CollectSources()
    {
        var definitions = _schema.SyntaxNodes.Concat<TypeSystemDefinition>(_schema.Types.SelectMany(static type => type.SyntaxNodes))
            .Concat(_schema.Directives.Select(static directive => directive.SyntaxNode).OfType<TypeSystemDefinition>());
        var sources = new Dictionary<SyntaxNode, Source>(ReferenceEqualityComparer.Instance);
        foreach (var definition in definitions)
        {
            if (definition.Source is not { } source)
                continue;
            foreach (var node in SyntaxTree.SelfAndDescendants(definition))
                sources[node] = source;
        }

        return sources;
    }
}
