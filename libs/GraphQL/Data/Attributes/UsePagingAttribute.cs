using System.Runtime.CompilerServices;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>
/// The field gives pages, as Relay's cursor connections have them: arguments <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c>, and
/// a <c>{Type}Connection</c>. The resolver returns an <see cref="IQueryable{T}"/>, of which only the page is read, or a list; one that
/// makes its own pages returns a <see cref="Connection{T}"/>. Stands before <see cref="UseFilteringAttribute"/> and
/// <see cref="UseSortingAttribute"/>.
/// </summary>
/// <param name="order">Decides the order of attributes in place of the line.</param>
public sealed class UsePagingAttribute([CallerLineNumber] int order = 0) : FieldAttribute(order)
{
    /// <summary>Rows of a page when a request does not say; 0: as <see cref="DataOptions"/> say.</summary>
    public int DefaultPageSize { get; set; }

    /// <summary>Rows that a page may have; 0: as <see cref="DataOptions"/> say.</summary>
    public int MaxPageSize { get; set; }

    /// <summary>
    /// A <see cref="SortDefinition{T}"/> whose default order and key pages follow where there is no <see cref="UseSortingAttribute"/>.
    /// </summary>
    public Type? SortedBy { get; set; }

    /// <inheritdoc/>
    public override void Configure(FieldBuilder field) => DataFieldSetup.Configure(field, this);
}
