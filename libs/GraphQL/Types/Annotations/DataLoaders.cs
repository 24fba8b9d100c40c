namespace GraphQL.Types;

/// <summary>
/// The static method loads many keys at once: it takes an <see cref="IReadOnlyList{T}"/> of keys, services and a cancellation token, and
/// returns a task of an <see cref="IReadOnlyDictionary{TKey, TValue}"/> or an <see cref="ILookup{TKey, TElement}"/>. A resolver's parameter
/// of type <see cref="Execution.DataLoader{TKey, TValue}"/> takes the loader of these keys and values, whose values are lists for a lookup;
/// of several such loaders the one whose method has the parameter's name: <c>bookById</c> is <c>GetBookByIdAsync</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataLoaderAttribute : Attribute;
