using System.Runtime.CompilerServices;

namespace GraphQL.Data;

/// <summary>
/// Only the columns are fetched that the request selects, related objects and lists of them included. A query is projected without this
/// attribute too where nothing speaks against it (see <see cref="DataOptions.ProjectAutomatically"/>); the attribute adds lists of related
/// objects, and a field that can never be projected is refused when the schema is built. Stands behind <see cref="UsePagingAttribute"/> and
/// before <see cref="UseFilteringAttribute"/>.
/// </summary>
/// <param name="order">Decides the order of attributes in place of the line.</param>
public sealed class UseProjectionAttribute([CallerLineNumber] int order = 0) : DataFieldAttribute(order)
{
    internal override DataStage Stage => DataStage.Projection;
}
