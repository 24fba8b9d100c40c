namespace GraphQL.Data;

/// <summary>Where a query runs, which decides how its expressions are written.</summary>
internal enum QueryDialect
{
    /// <summary>In this process, by LINQ to objects: missing objects must be stepped around, and text needs its comparer.</summary>
    Memory,

    /// <summary>
    /// In a database, by a provider that translates: missing objects are null columns there, and text compares as the database does.
    /// </summary>
    Provider,
}

/// <summary>Tells dialects apart.</summary>
internal static class QueryDialects
{
    /// <summary>That of a query.</summary>
    public static QueryDialect Of(IQueryable query) => query.Provider is EnumerableQuery ? QueryDialect.Memory : QueryDialect.Provider;
}
