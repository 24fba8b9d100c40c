using System.Text.Json;
using GraphQL.Authorization;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Tests.Types.Building;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Authorization;

/// <summary>What a caller's roles do not see does not exist for that caller.</summary>
public sealed class ViewTests
{
    private const string ReadTypes = "{ __schema { types { name kind fields(includeDeprecated: true) { name } inputFields { name } possibleTypes { name } interfaces { name } } } }";
    private static readonly Schema Schema = Built.Schema(typeof(Queries), typeof(Mutations), typeof(Log), typeof(Audit), typeof(ISearchable));
    private static readonly RequestExecutors Executors = new(Schema);

    [Fact]
    public void Each_role_sees_what_is_open_to_it_and_no_more()
    {
        Assert.Equal(["ADMIN", "OFFICER"], Executors.Views.Roles);
        Assert.Equal(
            [
                "Audit", "Audit.id", "Audit.text", "AuditKind", "EraseInput", "EraseInput.id", "EraseInput.reason", "ErasePayload", "ErasePayload.boolean",
                "Log.owner", "LogFilterInput.reason", "Mutation", "Mutation.erase", "Query.audits", "Reason",
            ],
            Added(from: [], to: ["ADMIN"]));
        Assert.Equal(["Log.owner"], Added(from: [], to: ["OFFICER"]));
        Assert.Equal([], Added(from: ["ADMIN"], to: ["ADMIN", "OFFICER"]));
        Assert.Equal([], Added(from: [], to: ["PLAYER"]));
    }

    [Fact]
    public void Equal_views_are_one()
    {
        var views = new SchemaViews(Schema);

        Assert.Same(views.Of(["ADMIN"]), views.Of(["OFFICER", "ADMIN", "PLAYER"]));
        Assert.Same(views.Of(Guarded.Stranger), views.Of(Guarded.With("PLAYER")));
        Assert.Equal(3, views.Count);
        Assert.Same(Executors.For(Guarded.With("ADMIN")), Executors.For(Guarded.With("ADMIN", "OFFICER")));
        Assert.NotSame(Executors.For(Guarded.With("ADMIN")), Executors.For(Guarded.With("OFFICER")));
    }

    [Fact]
    public void A_schema_without_roles_has_one_view_which_is_itself()
    {
        var schema = Built.Schema(typeof(Open));

        Assert.Same(schema, new SchemaViews(schema).Of(Guarded.Stranger).Schema);
    }

    [Theory]
    [InlineData("{ logs { owner } }", "owner", "zzzzz")]
    [InlineData("{ audits { text } }", "audits", "zzzzzz")]
    [InlineData("{ search { ... on Audit { text } } }", "Audit", "Zzzzz")]
    [InlineData("{ logs(where: { reason: PRIVATE }) { name } }", "reason", "zzzzzz")]
    [InlineData("query($a: AuditKind) { logs { name } }", "AuditKind", "Zzzzzzzzz")]
    public async Task The_error_is_the_one_for_what_does_not_exist(string document, string hidden, string missing)
    {
        var response = await Executors.RunAsync(document, Guarded.Stranger);
        var control = await Executors.RunAsync(document.Replace(hidden, missing, StringComparison.Ordinal), Guarded.Stranger);

        Assert.Equal([ErrorCodes.ValidationFailed], Guarded.Errors(response).Distinct());
        Assert.Equal(control.Replace(missing, hidden, StringComparison.Ordinal), response);
    }

    [Theory]
    [InlineData("{ audit }")]
    [InlineData("{ auditz }")]
    [InlineData("{ logs { ownr } }")]
    [InlineData("{ logs { owners } }")]
    [InlineData("{ search { text } }")]
    [InlineData("{ search { ... on Audits { id } } }")]
    [InlineData("{ logs(where: { reasons: X }) { name } }")]
    [InlineData("query ($x: EraseInputs) { logs { name } }")]
    [InlineData("{ logs { owner text } }")]
    public async Task No_suggestion_names_what_is_hidden(string document)
    {
        var response = await Executors.RunAsync(document, Guarded.Stranger);
        var hints = JsonDocument.Parse(response).RootElement.GetProperty("errors").EnumerateArray()
            .Select(error => error.GetProperty("message").GetString()!)
            .Select(message => message.IndexOf("Did you mean", StringComparison.Ordinal) is var at and >= 0 ? message[at..] : "");

        Assert.All(hints, hint => Assert.DoesNotMatch("audits|owner|reason|Audit|EraseInput", hint));
    }

    [Fact]
    public async Task Introspection_by_name_finds_nothing_hidden()
    {
        const string Document = """{ audit: __type(name: "Audit") { name } kind: __type(name: "Reason") { name } __schema { mutationType { name } } log: __type(name: "Log") { fields { name } } }""";

        Assert.Equal(
            """{"data":{"audit":null,"kind":null,"__schema":{"mutationType":null},"log":{"fields":[{"name":"id"},{"name":"name"}]}}}""",
            await Executors.RunAsync(Document, Guarded.Stranger));
        Assert.Contains("\"owner\"", await Executors.RunAsync(Document, Guarded.With("OFFICER")));
    }

    [Fact]
    public async Task A_hidden_value_behind_an_interface_is_refused_without_its_name()
    {
        var response = await Executors.RunAsync("{ search { __typename ... on Log { name } } }", Guarded.Stranger);

        Assert.Equal(["FORBIDDEN search.1"], Guarded.Errors(response));
        Assert.EndsWith("""data":{"search":[{"__typename":"Log","name":"night"},null]}}""", response);
        Assert.DoesNotContain("Audit", response);
        Assert.Contains("\"Audit\"", await Executors.RunAsync("{ search { __typename } }", Guarded.With("ADMIN")));
    }

    [Fact]
    public async Task A_hidden_type_cannot_be_fetched_as_a_node()
    {
        const string Document = "query($id: ID!) { node(id: $id) { __typename } nodes(ids: [$id]) { id } }";
        var hidden = NodeId.Of("Audit", 1).ToString();
        var missing = NodeId.Of("Zzzzz", 1).ToString();

        var response = await Executors.RunAsync(Document, Guarded.Stranger, $$"""{"id":"{{hidden}}"}""");

        Assert.Equal(["BAD_ID node", "BAD_ID nodes.0"], Guarded.Errors(response).Order());
        Assert.Equal((await Executors.RunAsync(Document, Guarded.Stranger, $$"""{"id":"{{missing}}"}""")).Replace(missing, hidden, StringComparison.Ordinal), response);
        Assert.Contains("\"Audit\"", await Executors.RunAsync(Document, Guarded.With("ADMIN"), $$"""{"id":"{{hidden}}"}"""));
    }

    [Fact]
    public async Task Who_sees_nothing_is_told_so()
    {
        var executors = Guarded.Executors(policies: null, typeof(Closed));

        Assert.Equal(["UNAUTHENTICATED"], Guarded.Errors(await executors.RunAsync("{ __typename }", Guarded.Stranger)));
        Assert.Equal(["FORBIDDEN"], Guarded.Errors(await executors.RunAsync("{ __typename }", Guarded.With("PLAYER"))));
        Assert.Equal(["FORBIDDEN"], Guarded.Errors(Assert.Single(await executors.FollowAsync("{ __typename }", Guarded.With("PLAYER")))));
        Assert.Equal("""{"data":{"secret":1}}""", await executors.RunAsync("{ secret }", Guarded.With("ADMIN")));
    }

    [Fact]
    public async Task A_role_is_asked_even_where_nobody_makes_views()
    {
        var executor = new RequestExecutor(Built.Schema(typeof(Closed)));

        using var refused = await executor.ExecuteAsync(Guarded.Request("{ secret }", Guarded.With("PLAYER")), CancellationToken.None);
        using var admitted = await executor.ExecuteAsync(Guarded.Request("{ secret }", Guarded.With("ADMIN")), CancellationToken.None);

        Assert.Equal(["FORBIDDEN secret"], Guarded.Errors(refused.ToString()));
        Assert.Equal("""{"data":{"secret":1}}""", admitted.ToString());
        // nothing but a view can keep an input from a caller
        Assert.Throws<ArgumentException>(() => new RequestExecutor(Schema));
    }

    [Fact]
    public void What_is_visible_costs_its_callers_no_check()
    {
        var admin = Executors.Views.Of(["ADMIN"]).Schema!;

        Assert.All(
            admin.Types.OfType<ObjectType>().SelectMany(static type => type.Fields),
            static field => Assert.Empty(field.Authorization));
        Assert.Same(Schema.QueryType!.FindField("audits")!.Resolver, admin.QueryType!.FindField("audits")!.Resolver);
    }

    [Fact]
    public void Views_beyond_the_maximum_are_made_anew()
    {
        var views = new SchemaViews(Schema, maximumViews: 1);

        for (var i = 0; i < 10; i++)
        {
            foreach (var roles in new string[][] { [], ["ADMIN"], ["OFFICER"] })
            {
                Assert.Equal(roles is ["ADMIN"], views.Of(roles).Schema!.QueryType!.FindField("audits") is not null);
                Assert.Equal(1, views.Count);
            }
        }
    }

    [Fact]
    public void The_text_of_a_view_is_a_valid_schema_again()
    {
        foreach (var roles in new string[][] { [], ["ADMIN"], ["OFFICER"] })
        {
            var text = SchemaPrinter.Print(Executors.Views.Of(roles).Schema!);
            Assert.Empty(SchemaValidator.Validate(SchemaFromDocument.Build(Parser.ParseDocument(text))));
        }
    }

    private static List<string> Added(string[] from, string[] to) => [.. Coordinates(to).Except(Coordinates(from)).Order(StringComparer.Ordinal)];

    /// <summary>What introspection tells a caller, as types and members.</summary>
    private static HashSet<string> Coordinates(string[] roles)
    {
        var json = JsonDocument.Parse(Executors.RunAsync(ReadTypes, Guarded.With(roles)).GetAwaiter().GetResult()).RootElement;
        var coordinates = new HashSet<string>();
        foreach (var type in json.GetProperty("data").GetProperty("__schema").GetProperty("types").EnumerateArray())
        {
            var name = type.GetProperty("name").GetString()!;
            coordinates.Add(name);
            foreach (var list in (string[])["fields", "inputFields"])
            {
                if (type.GetProperty(list) is { ValueKind: JsonValueKind.Array } members)
                    coordinates.UnionWith(members.EnumerateArray().Select(member => $"{name}.{member.GetProperty("name").GetString()}"));
            }
        }

        return coordinates;
    }

    [QueryType]
    private static class Queries
    {
        public static IEnumerable<Log> GetLogs(LogFilter? where) => [new Log(1)];

        [Authorize(Roles = ["ADMIN"])]
        public static IEnumerable<Audit>? GetAudits(AuditKind kind = AuditKind.Any) => [new Audit(1)];

        public static IEnumerable<ISearchable?> GetSearch() => [new Log(1), new Audit(1)];
    }

    [MutationType]
    [Authorize(Roles = ["ADMIN"])]
    private static class Mutations
    {
        public static bool Erase(int id, Reason? reason) => id > 0 && reason is not null;
    }

    [Node]
    private sealed record Log(int Id) : ISearchable
    {
        public string Name => "night";

        [Authorize(Roles = ["OFFICER", "ADMIN"])]
        public string? Owner => "ada";

        public static Log Get(int id) => new(id);
    }

    [Node]
    [Authorize(Roles = ["ADMIN"])]
    private sealed record Audit(int Id) : ISearchable
    {
        public string Text => "who did what";

        public static Audit Get(int id) => new(id);
    }

    [UnionType]
    private interface ISearchable;

    private sealed record LogFilter(string? Name, [Authorize(Roles = ["ADMIN"])] Reason? Reason);

    private enum AuditKind
    {
        Any,
        Deletion,
    }

    private enum Reason
    {
        Private,
    }

    [QueryType]
    private static class Open
    {
        [Authorize]
        public static int? One => 1;
    }

    [QueryType]
    private static class Closed
    {
        [Authorize(Roles = ["ADMIN"])]
        public static int Secret => 1;
    }
}
