using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>A whole type system. Immutable once built, whether from annotated C# or from a document.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> _types = [];
    private readonly Dictionary<string, DirectiveType> _directives = [];
    private readonly Dictionary<NamedType, ImmutableArray<ObjectType>> _possibleTypes = [];

    /// <summary>Of these types and directives; the first of a name wins, so that a faulty schema can still be validated.</summary>
    public Schema(IEnumerable<NamedType> types, IEnumerable<DirectiveType> directives)
    {
        foreach (var type in types)
            _types.TryAdd(type.Name, type);
        foreach (var directive in directives)
            _directives.TryAdd(directive.Name, directive);

        var implementations = new Dictionary<NamedType, List<ObjectType>>();
        foreach (var type in _types.Values.OfType<ObjectType>())
        {
            foreach (var @interface in type.Interfaces.Distinct())
            {
                if (!implementations.TryGetValue(@interface, out var list))
                    implementations.Add(@interface, list = []);
                list.Add(type);
            }
        }

        foreach (var type in _types.Values)
        {
            if (type is UnionType union)
                _possibleTypes[type] = [.. union.Types.Distinct()];
            else if (type is InterfaceType)
                _possibleTypes[type] = implementations.TryGetValue(type, out var list) ? [.. list] : [];
            else if (type is ObjectType objectType)
                _possibleTypes[type] = [objectType];
        }
    }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Where queries start; null only in a schema that is not valid.</summary>
    public ObjectType? QueryType { get; init; }

    /// <summary>Where mutations start; null when there are none.</summary>
    public ObjectType? MutationType { get; init; }

    /// <summary>Where subscriptions start; null when there are none.</summary>
    public ObjectType? SubscriptionType { get; init; }

    /// <summary>Every named type, introspection's included, in the order of definition.</summary>
    public IReadOnlyCollection<NamedType> Types => _types.Values;

    /// <summary>Every directive, the specification's included, in the order of definition.</summary>
    public IReadOnlyCollection<DirectiveType> Directives => _directives.Values;

    /// <summary>The schema with everything in it, of which this is what some callers see; null for one that is whole itself.</summary>
    public Schema? Whole { get; init; }

    /// <summary>Directives applied to the schema itself.</summary>
    public ImmutableArray<Directive> AppliedDirectives { get; init; } = [];

    /// <summary>Where the schema is defined and extended; empty for one that comes from C#.</summary>
    public ImmutableArray<SchemaDefinition> SyntaxNodes { get; init; } = [];

    /// <summary>The type of that name; null when there is none.</summary>
    public NamedType? FindType(string name) => _types.GetValueOrDefault(name);

    /// <summary>The directive of that name; null when there is none.</summary>
    public DirectiveType? FindDirective(string name) => _directives.GetValueOrDefault(name);

    /// <summary>
    /// The field of that name on a composite type, introspection's <c>__typename</c>, <c>__schema</c> and <c>__type</c> included; null when
    /// there is none.
    /// </summary>
    public OutputField? FindField(NamedType parentType, string name) =>
        MetaFields.Find(this, parentType, name) ?? (parentType as ComplexType)?.FindField(name);

    /// <summary>Where operations of a kind start; null when there are none.</summary>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>
    /// The object types that a value of a composite type can have: itself, a union's members, an interface's implementations.
    /// </summary>
    public ImmutableArray<ObjectType> PossibleTypes(NamedType type) => _possibleTypes.TryGetValue(type, out var types) ? types : [];

    /// <summary>True when every value of <paramref name="type"/> is a value of the abstract <paramref name="abstractType"/>.</summary>
    public bool IsPossibleType(NamedType abstractType, NamedType type) =>
        (type is ObjectType objectType && PossibleTypes(abstractType).Contains(objectType))
        || (abstractType is InterfaceType @interface && type is ComplexType complex && complex.Interfaces.Contains(@interface));
}
