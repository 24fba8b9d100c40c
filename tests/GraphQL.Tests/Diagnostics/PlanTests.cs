using System.Security.Claims;
using System.Text.Json;
using GraphQL.Authorization;
using GraphQL.Data;
using GraphQL.Diagnostics;
using GraphQL.Execution;
using GraphQL.Tests.Execution;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Diagnostics;

/// <summary>What a request is told that asks how it is executed.</summary>
public sealed class PlanTests
{
    private const string Document = """
        query Page($with: Boolean = true) {
          heroes(first: 2) { nodes { name guild { name } boss @include(if: $with) { bosses name } } }
          secret
          thing { __typename ... on Hero { bosses } }
        }
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ClaimsPrincipal Officer = new(new ClaimsIdentity([new Claim(ClaimTypes.Role, "OFFICER")], "test"));

    private static readonly RequestExecutor Executor = new(new SchemaBuilder().AddType(typeof(Queries)).AddType(typeof(HeroFields)).AddType(typeof(Subscriptions)).Build());

    [Fact]
    public async Task An_explained_request_tells_fields_waves_batches_columns_and_statements()
    {
        var response = await AskAsync(Document, PlanMode.Explain);
        Assert.Equal("Ann", response.GetProperty("data").GetProperty("heroes").GetProperty("nodes")[0].GetProperty("name").GetString());
        Assert.Equal(Expected("explain"), JsonSerializer.Serialize(response.GetProperty("extensions").GetProperty("plan"), Indented));
    }

    [Fact]
    public async Task A_request_that_is_only_planned_is_not_executed()
    {
        var response = await AskAsync(Document, PlanMode.Only);
        Assert.False(response.TryGetProperty("data", out _));
        var plan = response.GetProperty("extensions").GetProperty("plan");
        Assert.Equal("Query.heroes", plan.GetProperty("fields")[0].GetProperty("field").GetString());
        Assert.False(plan.TryGetProperty("waves", out _));
        Assert.False(plan.TryGetProperty("statements", out _));
    }

    [Fact]
    public async Task A_subscription_can_be_planned()
    {
        var plan = (await AskAsync("subscription { risen { name } }", PlanMode.Only)).GetProperty("extensions").GetProperty("plan");
        Assert.Equal("stream", plan.GetProperty("fields")[0].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("query ($with: Boolean!) { heroes { nodes { name @include(if: $with) } } }")]
    public async Task What_cannot_be_executed_has_no_plan(string document)
    {
        foreach (var mode in new[] { PlanMode.Explain, PlanMode.Only })
        {
            var response = await AskAsync(document, mode);
            Assert.True(response.TryGetProperty("errors", out _));
            Assert.False(response.TryGetProperty("extensions", out _));
        }
    }

    [Fact]
    public async Task Nothing_is_recorded_for_requests_that_do_not_ask()
    {
        var response = await AskAsync(Document, PlanMode.None);
        Assert.False(response.TryGetProperty("extensions", out _));
        Assert.Null(PlanRecorder.Current);
    }

    [Theory]
    [InlineData(8, PlanRecorder.MaxStatements)]
    [InlineData(PlanRecorder.MaxStatementLength, 16)]
    [InlineData(PlanRecorder.MaxStatementLength + 1, 15)]
    public async Task Statements_are_bounded_in_number_and_length_and_the_others_counted(int length, int told)
    {
        var api = new Api("type Query { many: Int }").With("Query.many", _ =>
        {
            for (var i = 0; i < 300; i++)
                PlanRecorder.Current!.AddStatement(new string('x', length));
            return 1;
        });
        var request = Api.Request("{ many }");
        using var result = await api.Executor.ExecuteAsync(
            new OperationRequest { Document = request.Document, Services = request.Services, Plan = PlanMode.Explain }, CancellationToken.None);
        var plan = JsonElement.Parse(result.ToArray()).GetProperty("extensions").GetProperty("plan");
        Assert.Equal(told, plan.GetProperty("statements").GetArrayLength());
        Assert.Equal(300 - told, plan.GetProperty("omitted").GetInt32());
    }

    [Fact]
    public async Task Fields_are_bounded_and_the_others_counted()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 1_050).Select(static i => $"n{i}: __typename"));
        var api = new Api("type Query { many: Int }") { Options = new RequestExecutorOptions { MaxAliases = 2_000 } };
        var request = Api.Request($"{{ {fields} }}");
        using var result = await api.Executor.ExecuteAsync(
            new OperationRequest { Document = request.Document, Services = request.Services, Plan = PlanMode.Only }, CancellationToken.None);
        var plan = JsonElement.Parse(result.ToArray()).GetProperty("extensions").GetProperty("plan");
        Assert.Equal(1_000, plan.GetProperty("fields").GetArrayLength());
        Assert.Equal(50, plan.GetProperty("fieldsOmitted").GetInt32());
    }

    private static async Task<JsonElement> AskAsync(string document, PlanMode mode)
    {
        var request = Api.Request(document);
        await foreach (var result in Executor.StreamAsync(
            new OperationRequest { Document = request.Document, Services = request.Services, User = Officer, Plan = mode }, CancellationToken.None))
        {
            using (result)
                return JsonElement.Parse(result.ToArray());
        }

        throw new InvalidOperationException("There was no answer.");
    }

    private static string Expected(string name)
    {
        using var reader = new StreamReader(typeof(PlanTests).Assembly.GetManifestResourceStream($"{typeof(PlanTests).Namespace}.{name}.plan.json")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }

    public sealed class Hero
    {
        [ID]
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public Guild? Guild { get; set; }
    }

    public sealed class Guild
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";
    }

    [QueryType]
    public static class Queries
    {
        [UsePaging]
        [UseProjection]
        public static IQueryable<Hero> Heroes()
        {
            PlanRecorder.Current?.AddStatement("SELECT the page");
            return new[] { new Hero { Id = 1, Name = "Ann", Guild = new Guild { Id = 1, Name = "Owls" } }, new Hero { Id = 2, Name = "Bob" } }.AsQueryable();
        }

        public static async Task<Hero> ThingAsync()
        {
            await Task.Yield();
            return new Hero { Id = 3, Name = "Cid" };
        }

        [Authorize(Roles = ["OFFICER"])]
        public static string Secret() => "42";
    }

    [ExtendObjectType<Hero>]
    public static class HeroFields
    {
        public static int Bosses([Parent(nameof(Hero.Id))] Hero hero) => hero.Id;

        public static async Task<Hero?> BossAsync([Parent(nameof(Hero.Id))] Hero hero, BossLoader loader) => await loader.LoadAsync(hero.Id);
    }

    [SubscriptionType]
    public static class Subscriptions
    {
        public static async IAsyncEnumerable<Hero> Risen()
        {
            await Task.Yield();
            yield return new Hero();
        }
    }

    public sealed class BossLoader : DataLoader<int, Hero>
    {
        protected override async Task<IReadOnlyDictionary<int, Hero>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            PlanRecorder.Current?.AddStatement("SELECT the bosses");
            await Task.Yield();
            return keys.ToDictionary(static key => key, static key => new Hero { Id = key + 10, Name = "Boss" });
        }
    }
}
