namespace GraphQL.Types;

/// <summary>Public members of the class are fields of the query type. Several classes make one type, in the order of their names.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>
/// Public members of the class are fields of the mutation type. Several classes make one type, in the order of their names. The mutation
/// convention holds for each of them: see <see cref="UseMutationConventionAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>
/// Public members of the class are fields of the subscription type; each gives an <see cref="IAsyncEnumerable{T}"/> whose elements are
/// the field's values. Several classes make one type, in the order of their names.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SubscriptionTypeAttribute : Attribute;
