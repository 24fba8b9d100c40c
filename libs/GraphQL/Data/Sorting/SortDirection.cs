using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>A direction of order; nulls come last in both.</summary>
[GraphQLName("SortEnumType")]
public enum SortDirection
{
    /// <summary>The least first.</summary>
    [GraphQLName("ASC")]
    Ascending,

    /// <summary>The greatest first.</summary>
    [GraphQLName("DESC")]
    Descending,
}
