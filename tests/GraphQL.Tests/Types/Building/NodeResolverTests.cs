using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class NodeResolverTests
{
    [Fact]
    public async Task A_resolver_beside_the_queries_need_not_be_public()
    {
        var schema = Built.Schema(typeof(Queries));
        var id = NodeId.Of("Guild", 7);

        Assert.Equal($$$$"""{"data":{"node":{"id":"{{{{id}}}}"}}}""", await schema.RunAsync($$"""{ node(id: "{{id}}") { id } }"""));
        Assert.Equal(["node", "nodes", "first"], schema.QueryType!.Fields.Select(static field => field.Name));
    }

    [Fact]
    public void A_node_that_nothing_fetches_is_refused_with_the_places_to_look_in()
    {
        var problem = Assert.Single(Built.Problems(typeof(NoResolver), typeof(Realm)));

        Assert.All(["Realm", "[NodeResolver]", "[ObjectType<T>]", "[QueryType]"], part => Assert.Contains(part, problem, StringComparison.Ordinal));
    }

    [QueryType]
    private static class Queries
    {
        public static Guild First => new(1);

        [NodeResolver]
        internal static Guild? Fetch(int id) => new(id);
    }

    private sealed record Guild(int Id);

    [QueryType]
    private static class NoResolver
    {
        public static Realm? Realm => null;
    }

    [Node]
    private sealed record Realm(int Id);
}
