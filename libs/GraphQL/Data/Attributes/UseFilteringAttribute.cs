using System.Runtime.CompilerServices;

namespace GraphQL.Data;

/// <summary>
/// The field takes a filter, the argument <c>where</c>, of the type <c>{Type}FilterInput</c>. The resolver returns an
/// <see cref="IQueryable{T}"/>, and the database filters, or a list. Stands behind <see cref="UsePagingAttribute"/> and before
/// <see cref="UseSortingAttribute"/>.
/// </summary>
/// <param name="definition">A <see cref="FilterDefinition{T}"/>; null: every stored property of the rows that the schema shows.</param>
/// <param name="order">Decides the order of attributes in place of the line.</param>
public class UseFilteringAttribute(Type? definition = null, [CallerLineNumber] int order = 0) : DataFieldAttribute(order)
{
    /// <summary>A <see cref="FilterDefinition{T}"/>; null: every stored property of the rows that the schema shows.</summary>
    public Type? Definition { get; } = definition;

    internal override DataStage Stage => DataStage.Filter;
}

/// <summary>As <see cref="UseFilteringAttribute"/>, with the definition as a type argument.</summary>
/// <typeparam name="TDefinition">A <see cref="FilterDefinition{T}"/>.</typeparam>
/// <param name="order">Decides the order of attributes in place of the line.</param>
public sealed class UseFilteringAttribute<TDefinition>([CallerLineNumber] int order = 0) : UseFilteringAttribute(typeof(TDefinition), order)
    where TDefinition : FilterDefinition;
