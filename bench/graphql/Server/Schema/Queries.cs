using GraphQL.Types;

namespace GraphQLBenchmark;

[QueryType]
public static class Queries
{
    public static string Hello() => "world";

    public static IReadOnlyList<Item> Items() => Catalogue.Items;
}
