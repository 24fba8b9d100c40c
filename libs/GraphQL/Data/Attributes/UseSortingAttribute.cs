using System.Runtime.CompilerServices;

namespace GraphQL.Data;

/// <summary>
/// The field takes an order, the argument <c>order</c>, of the type <c>[{Type}SortInput!]</c>. An order that the resolver's query has
/// already does not count: the definition gives the default and the key that every order ends in. Stands last, behind
/// <see cref="UsePagingAttribute"/> and <see cref="UseFilteringAttribute"/>.
/// </summary>
/// <param name="definition">A <see cref="SortDefinition{T}"/>; null: every stored property of the rows that the schema shows, and the key
/// <c>Id</c>.</param>
/// <param name="order">Decides the order of attributes in place of the line.</param>
public class UseSortingAttribute(Type? definition = null, [CallerLineNumber] int order = 0) : DataFieldAttribute(order)
{
    /// <summary>
    /// A <see cref="SortDefinition{T}"/>; null: every stored property of the rows that the schema shows, and the key <c>Id</c>.
    /// </summary>
    public Type? Definition { get; } = definition;

    internal override DataStage Stage => DataStage.Order;
}

/// <summary>As <see cref="UseSortingAttribute"/>, with the definition as a type argument.</summary>
/// <typeparam name="TDefinition">A <see cref="SortDefinition{T}"/>.</typeparam>
/// <param name="order">Decides the order of attributes in place of the line.</param>
public sealed class UseSortingAttribute<TDefinition>([CallerLineNumber] int order = 0) : UseSortingAttribute(typeof(TDefinition), order)
    where TDefinition : SortDefinition;
