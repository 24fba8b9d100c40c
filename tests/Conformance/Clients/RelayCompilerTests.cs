using System.Text.Json;
using Prerequisites;
using Xunit;

namespace Conformance.Clients;

/// <summary>
/// Relay's compiler reads our schema, and finds the shapes it needs for <c>@connection</c> and <c>@refetchable</c>: <c>Node</c>,
/// <c>Query.node</c>, <c>PageInfo</c>, edges and cursors.
/// </summary>
public sealed class RelayCompilerTests
{
    private static readonly string SchemaFile = Path.Combine(Checkout.Root, "schema.graphql");

    [NodeFact]
    public async Task Fragments_that_page_and_refetch_compile_against_our_schema()
    {
        var made = JsonSerializer.Deserialize<string[]>(await NodeScript.RunAsync("clients/compile-relay.mjs", SchemaFile))!;

        Assert.Contains("fragmentsPageQuery.graphql.js", made);
        Assert.Contains("fragmentsBackwardsQuery.graphql.js", made);
        ConformanceFigure.Write("clients.relay", made.Length, made.Length);
    }

    [NodeFact]
    public async Task The_compiler_refuses_a_schema_whose_pages_tell_less()
    {
        var broken = Path.GetTempFileName();
        try
        {
            var schema = await File.ReadAllTextAsync(SchemaFile);
            await File.WriteAllTextAsync(broken, schema.Replace("hasNextPage: Boolean!", "more: Boolean!", StringComparison.Ordinal));

            await Assert.ThrowsAnyAsync<Exception>(() => NodeScript.RunAsync("clients/compile-relay.mjs", broken));
        }
        finally
        {
            File.Delete(broken);
        }
    }
}
