using GraphQL.Execution;
using Xunit;

namespace GraphQL.Tests.Execution;

public sealed class OrderTests
{
    private const string Sdl = """
        type Query { a: Int b: Int }
        type Mutation { set(to: Int!): Counter fail: Counter! }
        type Counter { value: Int later: Int }
        """;

    [Fact]
    public async Task All_tasks_of_a_query_are_started_before_any_is_awaited()
    {
        var (a, b) = (new TaskCompletionSource<object?>(), new TaskCompletionSource<object?>());
        var api = new Api(Sdl)
            .WithAsync("Query.a", _ =>
            {
                return a.Task;
            })
            .WithAsync("Query.b", async _ =>
            {
                await Task.Yield();
                a.SetResult(1);
                return await b.Task;
            });
        var running = api.RunAsync("{ a b }");
        await a.Task;
        b.SetResult(2);
        Assert.Equal("""{"data":{"a":1,"b":2}}""", await running);
    }

    [Fact]
    public async Task Fields_of_a_mutation_run_one_after_another_with_all_that_is_read_behind_them()
    {
        var state = 0;
        var log = new List<string>();
        var api = new Api(Sdl)
            .WithAsync("Mutation.set", async context =>
            {
                var to = (int)context.Argument("to")!;
                log.Add($"begin {to}");
                await Task.Delay(10 - (5 * to));
                state = to;
                log.Add($"end {to}");
                return Api.Object(("value", to));
            })
            .WithAsync("Counter.later", async _ =>
            {
                await Task.Delay(5);
                log.Add($"read {state}");
                return state;
            });
        Assert.Equal(
            """{"data":{"x":{"value":1,"later":1},"y":{"value":2,"later":2},"z":{"value":0,"later":0}}}""",
            await api.RunAsync("mutation { x: set(to: 1) { value later } y: set(to: 2) { value later } z: set(to: 0) { value later } }"));
        Assert.Equal(["begin 1", "end 1", "read 1", "begin 2", "end 2", "read 2", "begin 0", "end 0", "read 0"], log);
    }

    [Fact]
    public async Task A_mutation_stops_behind_a_field_that_ends_the_data()
    {
        var sets = 0;
        var api = new Api(Sdl)
            .With("Mutation.set", _ => ++sets)
            .WithAsync("Mutation.fail", static async _ =>
            {
                await Task.Yield();
                return null;
            });
        using var result = await api.ExecuteAsync("mutation { fail { value } set(to: 1) { value } }");
        Assert.True(result.IsDataNull);
        Assert.Equal(0, sets);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public async Task No_more_resolvers_run_at_once_than_allowed(int most)
    {
        var (running, peak) = (0, 0);
        var api = new Api("type Query { items: [Item!]! } type Item { id: Int! }") { Options = new RequestExecutorOptions { MaxConcurrentResolvers = most } };
        api.With("Query.items", static _ => Enumerable.Range(0, 50).Select(static i => Api.Object(("i", i))).ToArray())
            .WithAsync("Item.id", async context =>
            {
                lock (api)
                    peak = Math.Max(peak, ++running);
                await Task.Delay(1);
                lock (api)
                    running--;
                return ((Dictionary<string, object?>)context.Parent!)["i"];
            });
        var expected = string.Join(',', Enumerable.Range(0, 50).Select(static i => $"{{\"id\":{i}}}"));
        Assert.Equal($"{{\"data\":{{\"items\":[{expected}]}}}}", await api.RunAsync("{ items { id } }"));
        Assert.InRange(peak, 1, most);
    }
}
