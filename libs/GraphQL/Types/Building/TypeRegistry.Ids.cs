using System.Collections.Frozen;
using GraphQL.Language;

namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    /// <summary>A type as the schema writes it.</summary>
    private SchemaType Named(string syntax)
    {
        try
        {
            return Named(Parser.ParseType(Source.From(syntax)));
        }
        catch (GraphQLException exception)
        {
            throw new SchemaBuildException($"[GraphQLType(\"{syntax}\")] is no type: {exception.Message}");
        }
    }

    private SchemaType Named(TypeReference reference) => reference switch
    {
        NonNullTypeReference nonNull => new NonNullType(Named(nonNull.Type)),
        ListTypeReference list => new ListType(Named(list.Type)),
        NamedTypeReference named => NamedOrScalar(named.Name.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(reference)),
    };

    private NamedType NamedOrScalar(string name)
    {
        if (Find(name) is { } known)
            return known;
        var scalar = _scalars.Values.FirstOrDefault(item => item.Name == name) ?? SpecifiedScalars.Find(name)
            ?? throw new SchemaBuildException($"There is no type {name}; name a scalar, or use [GraphQLType(typeof(…))] for its class.");
        return GetOrAdd(name, () => scalar);
    }

    /// <summary>Reads global ids: checks whose they are, and gives the raw id as C# wants it.</summary>
    private Func<object?, object?> IdReader(IDAttribute id, AnnotatedType type, string name)
    {
        var target = Innermost(type).Type;
        if (target != typeof(NodeId) && !NodeId.IsSupported(target))
            throw new SchemaBuildException($"{TypeText.Of(target)} cannot be an id; use string, Guid, int, long, short or NodeId.");

        FrozenSet<string>? allowed = null;
        var wanted = id.TypeName;
        if (id.Type is { } owner)
        {
            var ownerType = OutputNamed(owner);
            wanted = ownerType.Name;
            WhenBuilt(schema => allowed = schema.PossibleTypes(ownerType).Select(static item => item.Name).ToFrozenSet());
        }
        else if (wanted is not null)
        {
            WhenBuilt(schema => allowed = schema.FindType(wanted) is { } ownerType
                ? schema.PossibleTypes(ownerType).Select(static item => item.Name).ToFrozenSet()
                : throw new SchemaBuildException($"[ID(\"{wanted}\")] on {name} names no type of the schema; correct the name."));
        }

        return value =>
        {
            if (!NodeId.TryParse((string)value!, out var nodeId))
                throw new CoercionException("it takes an id that this server has given, unchanged", ErrorCodes.BadId);
            if (allowed is not null && !allowed.Contains(nodeId.TypeName))
            {
                throw new CoercionException(
                    $"it takes the id of a {wanted}, not that of a {LiteralText.Cut(nodeId.TypeName)}", ErrorCodes.BadId);
            }

            if (target == typeof(NodeId))
                return nodeId;
            return nodeId.TryRead(target, out var raw)
                ? raw
                : throw new CoercionException("it takes an id that this server has given, unchanged", ErrorCodes.BadId);
        };
    }
}
