using System.Text.RegularExpressions;
using Integration.Infrastructure;
using Prerequisites;

namespace Integration;

/// <summary><c>schema.graphql</c> at the root is what the server exports, and what every tool reads from its introspection.</summary>
public sealed partial class SchemaFileTests(SchemaFileTests.Host host) : IClassFixture<SchemaFileTests.Host>
{
    private static string Committed => File.ReadAllText(Path.Combine(Repository.Root, "schema.graphql"));

    [Fact]
    public async Task The_committed_schema_is_the_one_that_is_served()
    {
        var served = await host.Process.Client.GetStringAsync("/graphql?sdl");

        Assert.True(served == Committed, "schema.graphql has drifted; run: dotnet run --project src/Api -- schema export --output schema.graphql");
    }

    [NodeFact]
    public async Task The_reference_implementation_prints_the_same_schema_from_introspection()
    {
        var printed = await NodeScript.RunAsync("client-schema.mjs", new Uri(host.Process.Address, "/graphql").ToString());

        // introspection knows of no applied directives but @deprecated
        Assert.Equal(ServerDirective().Replace(Committed, "").Trim(), printed.Trim());
    }

    [GeneratedRegex("""(?<!directive) @(cost|listSize|constraint)\((?:[^)"]|"(?:[^"\\]|\\.)*")*\)""")]
    private static partial Regex ServerDirective();

    /// <summary>A host that nobody has brought anything to.</summary>
    public sealed class Host : HostFixture;
}
