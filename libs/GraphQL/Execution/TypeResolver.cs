using System.Collections.Concurrent;
using GraphQL.Authorization;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>
/// Finds the object type of a value whose field has an abstract type; September 2025, section "Resolving Abstract Types".
/// </summary>
/// <param name="schema">The schema.</param>
internal sealed class TypeResolver(Schema schema)
{
    // A value is what it is, whoever looks: only the whole schema can tell its type.
    private readonly Schema _whole = schema.Whole ?? schema;

    // Bounded by the classes of the application.
    private readonly ConcurrentDictionary<(NamedType Abstract, Type Class), ObjectType?> _byClass = new();

    /// <summary>
    /// The type; a <see cref="CoercionException"/> when no possible type fits, a <see cref="GraphQLException"/> when it is one that the
    /// caller does not see.
    /// </summary>
    public ObjectType Resolve(NamedType type, object value)
    {
        var whole = ReferenceEquals(_whole, schema) ? type : _whole.FindType(type.Name)!;
        var found = ResolveWhole(whole, value);
        if (ReferenceEquals(_whole, schema))
            return found;
        return schema.FindType(found.Name) is ObjectType visible && schema.IsPossibleType(type, visible)
            ? visible
            : throw new GraphQLException(AuthorizationErrors.HiddenValue());
    }

    private ObjectType ResolveWhole(NamedType type, object value)
    {
        foreach (var possible in _whole.PossibleTypes(type))
        {
            if (possible.IsTypeOf?.Invoke(value) == true)
                return possible;
        }

        return _byClass.GetOrAdd((type, value.GetType()), FindByClass)
            ?? throw new CoercionException($"A value of the class {value.GetType().Name} is of no object type that \"{type.Name}\" can be.");
    }

    private ObjectType? FindByClass((NamedType Abstract, Type Class) key)
    {
        ObjectType? best = null;
        foreach (var possible in _whole.PossibleTypes(key.Abstract))
        {
            if (possible.IsTypeOf is not null || possible.RuntimeType is not { } candidate || !candidate.IsAssignableFrom(key.Class))
                continue;
            if (best is null || best.RuntimeType!.IsAssignableFrom(candidate))
                best = possible;
        }

        return best;
    }
}
