using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>
/// Builds one schema. Types refer to each other in circles, so all of them are made first, empty, and filled afterwards. What is wrong
/// with the document is kept as far as the type model can hold it, and otherwise in the syntax nodes, where validation finds it.
/// </summary>
internal sealed partial class SchemaAssembler
{
    private readonly Schema? _original;
    private readonly Document _document;
    private readonly Dictionary<string, NamedType> _types = [];
    private readonly ILookup<string, TypeDefinition> _extensions;

    public SchemaAssembler(Schema? original, Document document)
    {
        _original = original;
        _document = document;
        _extensions = document.Definitions.OfType<TypeDefinition>().Where(static definition => definition.IsExtension)
            .ToLookup(static definition => definition.Name.Value);
    }

    public Schema Assemble()
    {
        var copies = CopyTypes();
        var definitions = DefineTypes();
        foreach (var (source, copy) in copies)
            Fill(source, copy);
        foreach (var (definition, type) in definitions)
            Fill(definition, type);

        var directives = _document.Definitions.OfType<DirectiveDefinition>().Select(DirectiveOf).ToList();
        if (_original is not null)
            directives.InsertRange(0, _original.Directives.Select(CopyOf));
        directives.AddRange(SpecifiedDirectives.All.Where(specified => !directives.Exists(directive => directive.Name == specified.Name)));

        var schemaNodes = SchemaNodes();
        var schemaDefinition = _document.Definitions.OfType<SchemaDefinition>().FirstOrDefault(static node => !node.IsExtension);
        return new Schema([.. _types.Values, .. BuiltInTypes(directives)], directives)
        {
            Description = schemaDefinition?.Description?.Text ?? _original?.Description,
            QueryType = RootOf(OperationType.Query, schemaNodes, "Query"),
            MutationType = RootOf(OperationType.Mutation, schemaNodes, "Mutation"),
            SubscriptionType = RootOf(OperationType.Subscription, schemaNodes, "Subscription"),
            AppliedDirectives = [.. _original?.AppliedDirectives ?? [], .. NewSchemaNodes().SelectMany(static node => node.Directives)],
            SyntaxNodes = schemaNodes,
        };
    }

    private static bool IsBuiltIn(string name) => SpecifiedScalars.Find(name) is not null || IntrospectionTypes.Find(name) is not null;

    private IEnumerable<SchemaDefinition> NewSchemaNodes() => _document.Definitions.OfType<SchemaDefinition>();

    private ImmutableArray<SchemaDefinition> SchemaNodes() => [.. _original?.SyntaxNodes ?? [], .. NewSchemaNodes()];

    /// <summary>
    /// The last word of the schema definition and its extensions, or else what the original has. Only a document without a
    /// schema definition goes by the types' names (section "Default Root Operation Type Names").
    /// </summary>
    private ObjectType? RootOf(OperationType operation, ImmutableArray<SchemaDefinition> schemaNodes, string defaultName)
    {
        var named = schemaNodes.SelectMany(static node => node.OperationTypes).LastOrDefault(node => node.Operation == operation);
        if (named is not null)
            return Find(named.Type) as ObjectType;
        if (_original is not null)
            return _original.RootType(operation) is { } root ? _types.GetValueOrDefault(root.Name) as ObjectType : null;
        return schemaNodes.Any(static node => !node.IsExtension) ? null : _types.GetValueOrDefault(defaultName) as ObjectType;
    }

    /// <summary>The specified scalars that something refers to, and the introspection types.</summary>
    private IEnumerable<NamedType> BuiltInTypes(List<DirectiveType> directives)
    {
        var inputs = directives.SelectMany(static directive => directive.Arguments)
            .Concat(_types.Values.OfType<InputObjectType>().SelectMany(static type => type.Fields));
        var outputs = _types.Values.Concat(IntrospectionTypes.All).OfType<ComplexType>().SelectMany(static type => type.Fields).ToList();
        var referenced = new HashSet<NamedType>(inputs.Select(static input => input.Type.Named)
            .Concat(outputs.Select(static field => field.Type.Named))
            .Concat(outputs.SelectMany(static field => field.Arguments).Select(static argument => argument.Type.Named)));
        return SpecifiedScalars.All.Where(referenced.Contains).Concat(IntrospectionTypes.All);
    }

    private NamedType Find(NamedTypeReference reference) => Find(reference.Name.Value)
        ?? throw new GraphQLException(new GraphQLError($"There is no type \"{reference.Name}\".")
        {
            Code = ErrorCodes.ValidationFailed,
            Locations = [_document.Source.LocationOf(reference.Start)],
        });

    /// <summary>The specification's own types win over definitions of the same name.</summary>
    private NamedType? Find(string name) =>
        (NamedType?)SpecifiedScalars.Find(name) ?? IntrospectionTypes.Find(name) ?? _types.GetValueOrDefault(name);

    private SchemaType TypeOf(TypeReference reference) => reference switch
    {
        ListTypeReference list => new ListType(TypeOf(list.Type)),
        NonNullTypeReference nonNull => new NonNullType(TypeOf(nonNull.Type)),
        _ => Find((NamedTypeReference)reference),
    };

    private SchemaType TypeOf(SchemaType original) => original switch
    {
        ListType list => new ListType(TypeOf(list.ElementType)),
        NonNullType nonNull => new NonNullType(TypeOf(nonNull.InnerType)),
        _ => Find(original.Named.Name) ?? original,
    };
}
