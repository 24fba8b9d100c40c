using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class NodeTests
{
    private static readonly Guid Known = Guid.Parse("0191d7a0-0000-7000-8000-00000000000a");
    private static readonly string LogId = NodeId.Of("Log", Known).ToString();
    private static readonly Schema Schema = Built.Schema(typeof(Queries), typeof(EncounterNode), typeof(RaidRun), typeof(DungeonRun));

    [Fact]
    public void Nodes_implement_the_interface_and_ids_are_opaque()
    {
        const string Expected = """
            type Query {
              "Null when it does not exist or the viewer may not see it."
              node("A global id." id: ID!): Node
              "At most 50 ids; answers stand in the order asked, null for each that is not there."
              nodes("Global ids." ids: [ID!]!): [Node]!
              log(id: ID!): Log
              encounters(logIds: [ID!], input: FindInput): [String!]!
              anything(id: ID!): String!
              encounter(id: ID!): Encounter
            }

            "Anything that `node` can fetch by its global id."
            interface Node {
              "Unique among everything, and opaque."
              id: ID!
            }

            type Log implements Node {
              id: ID!
              uuid: UUID!
              ownerId: ID
            }

            interface Encounter implements Node {
              id: ID!
              name: String!
            }

            type RaidRun implements Encounter & Node {
              id: ID!
              name: String!
            }

            type DungeonRun implements Encounter & Node {
              id: ID!
              name: String!
            }

            input FindInput {
              log: ID
              others: [ID!]
            }
            """;

        Built.AssertIs(Expected, Schema);
    }

    [Fact]
    public async Task A_node_is_fetched_by_the_id_that_it_gave()
    {
        var response = await Schema.RunAsync($$"""{ log(id: "{{LogId}}") { id uuid ownerId } node(id: "{{LogId}}") { __typename id } }""");

        var log = $$"""{"id":"{{LogId}}","uuid":"{{Known}}","ownerId":"{{NodeId.Of("User", 7)}}"}""";
        var node = $$"""{"__typename":"Log","id":"{{LogId}}"}""";
        Assert.Equal($"{{\"data\":{{\"log\":{log},\"node\":{node}}}}}", response);
    }

    [Fact]
    public async Task Nodes_of_an_interface_keep_the_name_of_their_own_type()
    {
        var raid = NodeId.Of("RaidRun", 5);
        var dungeon = NodeId.Of("DungeonRun", 6);

        var nodes = $$"""[{"id":"{{dungeon}}","name":"dungeon 6"},null,{"id":"{{raid}}","name":"raid 5"}]""";
        Assert.Equal(
            $"{{\"data\":{{\"nodes\":{nodes}}}}}",
            await Schema.RunAsync(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Encounter { name } } }",
                $$"""{ "ids": ["{{dungeon}}", "{{NodeId.Of("RaidRun", 0)}}", "{{raid}}"] }"""));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("Tm9uZTox")]
    public async Task A_foreign_id_is_refused_with_the_argument_at_fault(string id)
    {
        var response = await Schema.RunAsync("query($id: ID!) { node(id: $id) { id } log(id: $id) { id } }", $$"""{ "id": "{{id}}" }""");

        Assert.Equal(2, response.Split(ErrorCodes.BadId).Length - 1);
        Assert.Contains("\\\"id\\\"", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_id_of_another_type_is_refused()
    {
        var response = await Schema.RunAsync($$"""{ log(id: "{{NodeId.Of("RaidRun", 5)}}") { id } }""");

        Assert.Contains(ErrorCodes.BadId, response, StringComparison.Ordinal);
        Assert.Contains("it takes the id of a Log, not that of a RaidRun", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_in_lists_and_inputs_are_decoded()
    {
        Assert.Equal(
            $$$"""{"data":{"encounters":["{{{Known}}}","{{{Known}}}","RaidRun 5"]}}""",
            await Schema.RunAsync($$"""{ encounters(logIds: ["{{LogId}}"], input: { log: "{{LogId}}", others: ["{{NodeId.Of("RaidRun", 5)}}"] }) }"""));

        var refused = await Schema.RunAsync(
            "query($i: FindInput) { encounters(input: $i) }", $$$"""{ "i": { "log": "{{{NodeId.Of("RaidRun", 5)}}}" } }""");
        Assert.Contains(ErrorCodes.BadId, refused, StringComparison.Ordinal);
        Assert.Contains("the field \\\"log\\\" does not fit", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_of_an_interface_takes_those_of_all_its_types()
    {
        Assert.Equal("""{"data":{"encounter":{"name":"raid 5"}}}""", await Schema.RunAsync($$"""{ encounter(id: "{{NodeId.Of("RaidRun", 5)}}") { name } }"""));
        Assert.Contains(ErrorCodes.BadId, await Schema.RunAsync($$"""{ encounter(id: "{{LogId}}") { name } }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_fifty_ids_are_refused()
    {
        var ids = string.Join(',', Enumerable.Repeat($"\"{LogId}\"", 51));

        Assert.Contains(ErrorCodes.LimitExceeded, await Schema.RunAsync($"{{ nodes(ids: [{ids}]) {{ id }} }}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(100, 100, true)]
    [InlineData(100, 101, false)]
    public async Task How_many_ids_are_taken_is_for_the_builder_to_say(int maximum, int count, bool isTaken)
    {
        var schema = Built.Builder(typeof(Queries), typeof(EncounterNode), typeof(RaidRun), typeof(DungeonRun)).WithMaxNodes(maximum).Build();
        var ids = string.Join(',', Enumerable.Repeat($"\"{LogId}\"", count));

        var response = await schema.RunAsync($"{{ nodes(ids: [{ids}]) {{ id }} }}");

        Assert.Equal(isTaken, !response.Contains(ErrorCodes.LimitExceeded, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Log", "a:b:c")]
    [InlineData("Log", "")]
    [InlineData("L", "żółw")]
    public void Every_raw_id_comes_back(string typeName, string value)
    {
        Assert.True(NodeId.TryParse(NodeId.Of(typeName, value).ToString(), out var id));
        Assert.Equal(new NodeId(typeName, value), id);
    }

    [QueryType]
    private static class Queries
    {
        public static Log? GetLog([ID<Log>] Guid id) => Log.Get(id);

        public static IEnumerable<string> GetEncounters([ID<Log>] Guid[]? logIds, FindInput? input) =>
            [.. logIds?.Select(static id => id.ToString()) ?? [], .. input?.Log is { } log ? [log.ToString()] : Array.Empty<string>(),
                .. input?.Others?.Select(static id => $"{id.TypeName} {id.Value}") ?? []];

        public static string Anything([ID] NodeId id) => id.TypeName;

        public static Task<Encounter?> GetEncounterAsync([ID<Encounter>] int id) => EncounterNode.GetAsync(id);
    }

    private sealed record FindInput([ID<Log>] Guid? Log, [ID] IReadOnlyList<NodeId>? Others);

    [Node]
    private sealed record Log(Guid Id)
    {
        public Guid Uuid => Id;

        [ID("User")]
        public int? OwnerId => 7;

        public static Log? Get(Guid id) => id == Known ? new Log(id) : null;
    }

    [InterfaceType]
    private abstract record Encounter(int Id)
    {
        public abstract string Name { get; }
    }

    private sealed record RaidRun(int Id) : Encounter(Id)
    {
        public override string Name => $"raid {Id}";
    }

    private sealed record DungeonRun(int Id) : Encounter(Id)
    {
        public override string Name => $"dungeon {Id}";
    }

    [Node]
    [ExtendObjectType<Encounter>]
    private static class EncounterNode
    {
        [NodeResolver]
        internal static async Task<Encounter?> GetAsync(int id)
        {
            await Task.Yield();
            return id switch
            {
                0 => null,
                5 => new RaidRun(id),
                _ => new DungeonRun(id),
            };
        }
    }
}
