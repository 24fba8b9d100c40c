using System.Runtime.CompilerServices;

namespace GraphQL.Data;

/// <summary>
/// The field gives the first row of the resolver's query, or null when there is none; a database reads no more than that row. Stands
/// before <see cref="UseProjectionAttribute"/>, <see cref="UseFilteringAttribute"/> and <see cref="UseSortingAttribute"/>.
/// </summary>
/// <param name="order">Decides the order of attributes in place of the line.</param>
public sealed class UseFirstOrDefaultAttribute([CallerLineNumber] int order = 0) : DataFieldAttribute(order)
{
    internal override DataStage Stage => DataStage.Result;
}

/// <summary>
/// The field gives the only row of the resolver's query, or null when there is none; the field fails with <c>NOT_UNIQUE</c> when there are
/// several. Stands before <see cref="UseProjectionAttribute"/>, <see cref="UseFilteringAttribute"/> and <see cref="UseSortingAttribute"/>.
/// </summary>
/// <param name="order">Decides the order of attributes in place of the line.</param>
public sealed class UseSingleOrDefaultAttribute([CallerLineNumber] int order = 0) : DataFieldAttribute(order)
{
    internal override DataStage Stage => DataStage.Result;
}
