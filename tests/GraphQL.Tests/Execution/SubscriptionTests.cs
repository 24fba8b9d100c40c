using System.Runtime.CompilerServices;
using GraphQL.Execution;
using Xunit;

namespace GraphQL.Tests.Execution;

public sealed class SubscriptionTests
{
    private const string Sdl = """
        type Query { a: Int }
        type Subscription { tick(from: Int! = 0, by: Int): Tick wrong: Tick broken: Tick loaded: Tick }
        type Tick { value: Int! twice: Int }
        """;

    private readonly Api _api = new Api(Sdl)
        .With("Subscription.tick", new FieldResolver.Stream(static context => Ticks((int)context.Argument("from")!, 3, context.CancellationToken))
        {
            PositionArguments = ["from"],
        })
        .With("Subscription.wrong", new FieldResolver.Stream(static _ => throw new GraphQLException(new GraphQLError("Not you.") { Code = "FORBIDDEN" })))
        .With("Subscription.broken", new FieldResolver.Stream(static _ => Broken()))
        .With("Subscription.loaded", new FieldResolver.Stream(static context => Loaded(context)))
        .WithAsync("Tick.twice", static async context =>
        {
            await Task.Yield();
            return 2 * (int)((Dictionary<string, object?>)context.Parent!)["value"]!;
        });

    [Fact]
    public async Task Each_event_gives_a_response() => Assert.Equal(
        [
            """{"data":{"t":{"value":5,"twice":10}}}""",
            """{"data":{"t":{"value":6,"twice":12}}}""",
            """{"data":{"t":{"value":7,"twice":14}}}""",
        ],
        await ReadAsync("subscription ($from: Int!) { t: tick(from: $from) { value twice } }", """{"from":5}"""));

    [Fact]
    public async Task A_request_that_cannot_be_followed_gives_one_answer()
    {
        Assert.Contains("VALIDATION_FAILED", Assert.Single(await ReadAsync("subscription { nothing }")));
        Assert.Contains("BAD_VARIABLE", Assert.Single(await ReadAsync("subscription ($f: Int!) { tick(from: $f) { value } }")));
        Assert.Equal(
            """{"errors":[{"message":"Not you.","extensions":{"code":"FORBIDDEN"}}]}""",
            Assert.Single(await ReadAsync("subscription { wrong { value } }")));
        Assert.Contains("OPERATION_NOT_FOUND", await _api.RunAsync("subscription { tick { value } }"));
    }

    [Fact]
    public async Task A_stream_that_breaks_ends_with_an_error()
    {
        var answers = await ReadAsync("subscription { broken { value } }");
        Assert.Equal("""{"data":{"broken":{"value":1}}}""", answers[0]);
        Assert.Equal("""{"errors":[{"message":"Something unexpected failed.","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}""", answers[1]);
        Assert.Equal(2, answers.Count);
    }

    [Theory]
    [InlineData("""{"from":1,"by":1,"skip":true}""", """{"from":2,"by":1,"skip":true}""", true)]
    [InlineData("""{"from":1,"by":1,"skip":true}""", """{"from":1,"by":2,"skip":true}""", false)]
    [InlineData("""{"from":1,"by":1,"skip":true}""", """{"from":1,"by":1,"skip":false}""", false)]
    public void Subscriptions_that_differ_only_in_where_they_begin_are_of_one_group(string one, string other, bool same)
    {
        const string Document = "subscription ($from: Int!, $by: Int, $skip: Boolean!) { tick(from: $from, by: $by) { value twice @skip(if: $skip) } }";
        Assert.Equal(same, _api.Executor.GroupOf(Execution.Api.Request(Document, one))! == _api.Executor.GroupOf(Execution.Api.Request(Document, other))!);
    }

    [Fact]
    public async Task The_resolver_that_opens_a_stream_may_ask_loaders_which_forget_between_events() => Assert.Equal(
        [
            """{"data":{"loaded":{"value":14}}}""",
            """{"data":{"loaded":{"value":14}}}""",
            """{"data":{"loaded":{"value":16}}}""",
        ],
        await ReadAsync("subscription { loaded { value } }"));

    private async Task<List<string>> ReadAsync(string document, string variables = "{}")
    {
        var answers = new List<string>();
        await foreach (var result in _api.Executor.SubscribeAsync(Execution.Api.Request(document, variables), CancellationToken.None))
        {
            using (result)
                answers.Add(result.ToString());
        }

        return answers;
    }

    private static async IAsyncEnumerable<object?> Ticks(int from, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Delay(1, cancellationToken);
            yield return Execution.Api.Object(("value", from + i));
        }
    }

    private static async IAsyncEnumerable<object?> Loaded(ResolverContext context)
    {
        foreach (var key in (int[])[7, 7, 8])
            yield return Execution.Api.Object(("value", await context.Loader<Doubler>().LoadAsync(key)));
    }

    private static async IAsyncEnumerable<object?> Broken()
    {
        await Task.Yield();
        yield return Execution.Api.Object(("value", 1));
        throw new InvalidOperationException("secret");
    }

    private sealed class Doubler : DataLoader<int, int>
    {
        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return keys.ToDictionary(static key => key, static key => key * 2);
        }
    }
}
