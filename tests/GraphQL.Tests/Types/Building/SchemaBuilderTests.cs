using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void A_schema_has_the_description_and_directives_that_were_added()
    {
        var cached = new DirectiveType { Name = "cached", Locations = ["FIELD"] };

        var schema = Built.Builder(typeof(Queries)).WithDescription("All *guilds*.").AddDirective(cached).Build();

        Assert.Equal("All *guilds*.", schema.Description);
        Assert.Same(cached, schema.FindDirective("cached"));
        Assert.NotNull(schema.FindDirective("skip"));
    }

    [QueryType]
    private static class Queries
    {
        public static int Count => 1;
    }
}
