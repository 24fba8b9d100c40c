using System.Runtime.CompilerServices;
using System.Text.Json;
using GraphQL.Execution;
using Xunit;

namespace GraphQL.Tests.Execution;

public sealed class IncrementalTests
{
    private const string Sdl = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { hero: Hero names: [String] strict: [String!] numbers: [Int] endless: [Int] friends: [Hero] hello: String never: String }
        type Mutation { save: Hero }
        type Subscription { tick: Hero }
        type Hero { id: Int name: String slow: String loaded: String broken: String! friend: Hero }
        """;

    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<int> _batches = [];
    private readonly Api _api;
    private int _produced;

    public IncrementalTests()
    {
        _api = new Api(Sdl)
            .With("Query.hero", static _ => Hero(1))
            .With("Query.hello", static _ => "world")
            .With("Query.names", static _ => new object?[] { "a", "b", "c" })
            .With("Query.strict", static _ => new object?[] { "a", null, "c" })
            .With("Query.friends", static _ => new object?[] { Hero(2), Hero(3), Hero(4) })
            .With("Query.numbers", _ => Numbers(3, CancellationToken.None))
            .With("Query.endless", _ => Numbers(int.MaxValue, CancellationToken.None))
            .WithAsync("Query.never", static async context =>
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                return null;
            })
            .With("Mutation.save", static _ => Hero(9))
            .With("Subscription.tick", new FieldResolver.Stream(static _ => new object?[] { Hero(1) }.ToAsyncEnumerable()))
            .With("Hero.friend", static _ => Hero(5))
            .With("Hero.broken", static _ => throw new GraphQLException(new GraphQLError("Broken.") { Code = "BROKEN" }))
            .WithAsync("Hero.slow", static async _ =>
            {
                await Task.Yield();
                return "slow";
            })
            .WithAsync("Hero.loaded", async context => await context.Loader("loader", _ => new Loader(_batches))
                .LoadAsync((int)((Dictionary<string, object?>)context.Parent!)["id"]!));
    }

    public static TheoryData<string, string[]> Deliveries => new()
    {
        { "{ hello }", ["""{"data":{"hello":"world"}}"""] },
        { "{ hello ... @defer(if: false) { a: hello } }", ["""{"data":{"hello":"world","a":"world"}}"""] },
        {
            "{ hello ... @defer(label: \"L\") { a: hello } }",
            [
                """{"data":{"hello":"world"},"pending":[{"id":"0","path":[],"label":"L"}],"hasNext":true}""",
                """{"incremental":[{"id":"0","data":{"a":"world"}}],"completed":[{"id":"0"}],"hasNext":false}""",
            ]
        },
        {
            // what comes at once does not come again, and a fragment without anything of its own is not announced
            "{ hello ... @defer { hello ... @defer { hero { id } } } }",
            [
                """{"data":{"hello":"world"},"pending":[{"id":"0","path":[]}],"hasNext":true}""",
                """{"incremental":[{"id":"0","data":{"hero":{"id":1}}}],"completed":[{"id":"0"}],"hasNext":false}""",
            ]
        },
        {
            "{ hero { id ...F @defer } } fragment F on Hero { slow ... @defer(label: \"inner\") { name } }",
            [
                """{"data":{"hero":{"id":1}},"pending":[{"id":"0","path":["hero"]}],"hasNext":true}""",
                """{"pending":[{"id":"1","path":["hero"],"label":"inner"}],"incremental":[{"id":"0","data":{"slow":"slow"}}],"completed":[{"id":"0"}],"hasNext":true}""",
                """{"incremental":[{"id":"1","data":{"name":"hero 1"}}],"completed":[{"id":"1"}],"hasNext":false}""",
            ]
        },
        {
            // a place below that of the fragment
            "{ hero { id friend { id } } ... @defer { hero { friend { name } } } }",
            [
                """{"data":{"hero":{"id":1,"friend":{"id":5}}},"pending":[{"id":"0","path":[]}],"hasNext":true}""",
                """{"incremental":[{"id":"0","subPath":["hero","friend"],"data":{"name":"hero 5"}}],"completed":[{"id":"0"}],"hasNext":false}""",
            ]
        },
        {
            // null where it may not stand ends the fragment, and what is in it
            "{ hero { id ... @defer { broken ... @defer { name } } } }",
            [
                """{"data":{"hero":{"id":1}},"pending":[{"id":"0","path":["hero"]}],"hasNext":true}""",
                """{"completed":[{"id":"0","errors":[{"message":"Broken.","locations":[{"line":1,"column":26}],"path":["hero","broken"],"extensions":{"code":"BROKEN","coordinate":"Hero.broken"}}]}],"hasNext":false}""",
            ]
        },
        {
            // what stood in something that became null is never announced
            "{ hero { broken ... @defer { name } } }",
            ["""{"errors":[{"message":"Broken.","locations":[{"line":1,"column":10}],"path":["hero","broken"],"extensions":{"code":"BROKEN","coordinate":"Hero.broken"}}],"data":{"hero":null}}"""]
        },
        {
            "{ names @stream(initialCount: 1, label: \"S\") }",
            [
                """{"data":{"names":["a"]},"pending":[{"id":"0","path":["names"],"label":"S"}],"hasNext":true}""",
                """{"incremental":[{"id":"0","items":["b","c"]}],"completed":[{"id":"0"}],"hasNext":false}""",
            ]
        },
        { "{ names @stream(initialCount: 3) }", ["""{"data":{"names":["a","b","c"]}}"""] },
        {
            "{ strict @stream }",
            [
                """{"data":{"strict":[]},"pending":[{"id":"0","path":["strict"]}],"hasNext":true}""",
                """{"incremental":[{"id":"0","items":["a"]}],"completed":[{"id":"0","errors":[{"message":"The field \"Query.strict\" of type \"[String!]\" came out null.","locations":[{"line":1,"column":3}],"path":["strict",1],"extensions":{"code":"NON_NULL_VIOLATION","coordinate":"Query.strict"}}]}],"hasNext":false}""",
            ]
        },
        {
            "{ friends @stream(initialCount: 2) { id ... @defer { name } } }",
            [
                """{"data":{"friends":[{"id":2},{"id":3}]},"pending":[{"id":"0","path":["friends",0]},{"id":"1","path":["friends",1]},{"id":"2","path":["friends"]}],"hasNext":true}""",
                """{"pending":[{"id":"3","path":["friends",2]}],"incremental":[{"id":"0","data":{"name":"hero 2"}},{"id":"1","data":{"name":"hero 3"}},{"id":"2","items":[{"id":4}]}],"completed":[{"id":"0"},{"id":"1"},{"id":"2"}],"hasNext":true}""",
                """{"incremental":[{"id":"3","data":{"name":"hero 4"}}],"completed":[{"id":"3"}],"hasNext":false}""",
            ]
        },
        {
            "mutation { save { id ... @defer { slow } } }",
            [
                """{"data":{"save":{"id":9}},"pending":[{"id":"0","path":["save"]}],"hasNext":true}""",
                """{"incremental":[{"id":"0","data":{"slow":"slow"}}],"completed":[{"id":"0"}],"hasNext":false}""",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Parts_come_as_the_current_draft_has_them(string document, string[] expected) =>
        Assert.Equal(expected, await ReadAsync(document));

    [Theory]
    [InlineData(
        "{ hello ... @defer(label: \"L\") { hello names @stream(label: \"S\", initialCount: 1) } }",
        """{"data":{"hello":"world"},"hasNext":true}""",
        """{"incremental":[{"path":[],"label":"L","data":{"hello":"world","names":["a"]}},{"path":["names",1],"label":"S","items":["b","c"]}],"hasNext":false}""")]
    [InlineData(
        "{ hero { id ... @defer { broken } } }",
        """{"data":{"hero":{"id":1}},"hasNext":true}""",
        """{"incremental":[{"path":["hero"],"data":null,"errors":[{"message":"Broken.","locations":[{"line":1,"column":26}],"path":["hero","broken"],"extensions":{"code":"BROKEN","coordinate":"Hero.broken"}}]}],"hasNext":false}""")]
    public async Task Parts_come_by_path_for_clients_that_read_them_so(string document, params string[] expected) =>
        Assert.Equal(expected, await ReadAsync(document, IncrementalDelivery.Path));

    [Theory]
    [InlineData("{}", 2)]
    [InlineData("""{"on":true}""", 2)]
    [InlineData("""{"on":false}""", 1)]
    public async Task A_variable_turns_deferral_on_and_off(string variables, int results) =>
        Assert.Equal(results, (await ReadAsync("query ($on: Boolean) { hello ... @defer(if: $on) { a: hello } }", variables: variables)).Count);

    [Theory]
    [InlineData("query ($on: Boolean) { hello ... @defer(if: $on) { a: hello } }", """{"on":null}""", "BAD_VARIABLE")]
    [InlineData("{ names @stream(initialCount: -1) }", "{}", "BAD_ARGUMENT")]
    [InlineData("mutation { ... @defer { save { id } } }", "{}", "VALIDATION_FAILED")]
    [InlineData("subscription { tick { ... @defer { id } } }", "{}", "VALIDATION_FAILED")]
    public async Task What_cannot_be_put_off_is_refused(string document, string variables, string code) =>
        Assert.Contains(code, Assert.Single(await ReadAsync(document, variables: variables)));

    [Theory]
    [InlineData("{ hero { ... @defer { id } } names @stream }", """{"data":{"hero":{"id":1},"names":["a","b","c"]}}""")]
    [InlineData("subscription ($on: Boolean!) { tick { ... @defer(if: $on) { id } } }", """{"data":{"tick":{"id":1}}}""")]
    public async Task Nothing_is_put_off_for_a_client_that_reads_one_result(string document, string expected) =>
        Assert.Equal(expected, Assert.Single(await ReadAsync(document, IncrementalDelivery.None, """{"on":true}""")));

    [Fact]
    public async Task Loaders_load_what_deferred_fragments_ask_for_together()
    {
        await ReadAsync("{ friends { ... @defer { loaded } } }");
        Assert.Equal([3], _batches);
    }

    [Fact]
    public async Task Elements_of_an_asynchronous_sequence_come_as_one_list_or_one_by_one()
    {
        Assert.Equal("""{"data":{"numbers":[0,1,2]}}""", Assert.Single(await ReadAsync("{ numbers }")));
        var parts = await ReadAsync("{ numbers @stream(initialCount: 1) }");
        Assert.Equal("""{"data":{"numbers":[0]},"pending":[{"id":"0","path":["numbers"]}],"hasNext":true}""", parts[0]);
        var items = parts.Skip(1).SelectMany(static part => JsonDocument.Parse(part).RootElement.TryGetProperty("incremental", out var incremental)
            ? incremental.EnumerateArray().SelectMany(static increment => increment.GetProperty("items").EnumerateArray()).Select(static item => item.GetInt32())
            : []);
        Assert.Equal([1, 2], items);
    }

    [Fact]
    public async Task A_reader_that_does_not_read_stops_the_source_and_one_that_leaves_closes_it()
    {
        await using (var results = _api.Executor.StreamAsync(Request("{ endless @stream }"), CancellationToken.None).GetAsyncEnumerator())
        {
            for (var i = 0; i < 3; i++)
            {
                Assert.True(await results.MoveNextAsync());
                using var result = results.Current;
                Assert.True(result.HasNext);
            }

            Assert.InRange(_produced, 1, 200);
        }

        await _closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_stream_without_end_ends_at_the_bound_of_the_response()
    {
        _api.Options = new RequestExecutorOptions { MaxResponseBytes = 10_000 };
        var parts = await ReadAsync("{ endless @stream }");
        Assert.Contains("LIMIT_EXCEEDED", parts[^1]);
        Assert.EndsWith("\"hasNext\":false}", parts[^1], StringComparison.Ordinal);
        await _closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task More_parts_than_allowed_are_refused()
    {
        _api.Options = new RequestExecutorOptions { MaxDeferredParts = 2 };
        Assert.Contains("LIMIT_EXCEEDED", Assert.Single(await ReadAsync("{ friends { ... @defer { id } } }")));
    }

    [Fact]
    public async Task Time_that_runs_out_completes_what_is_pending_with_an_error()
    {
        _api.Options = new RequestExecutorOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(200) };
        var parts = await ReadAsync("{ hello ... @defer { never } }");
        Assert.Equal(2, parts.Count);
        Assert.Contains("TIMEOUT", parts[1]);
        Assert.EndsWith("\"hasNext\":false}", parts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_the_deferred_work()
    {
        using var gone = new CancellationTokenSource();
        await using var results = _api.Executor.StreamAsync(Request("{ hello ... @defer { never } }"), gone.Token).GetAsyncEnumerator();
        Assert.True(await results.MoveNextAsync());
        results.Current.Dispose();
        var next = results.MoveNextAsync().AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    private async Task<List<string>> ReadAsync(string document, IncrementalDelivery form = IncrementalDelivery.Pending, string variables = "{}")
    {
        var answers = new List<string>();
        await foreach (var result in _api.Executor.StreamAsync(Request(document, form, variables), CancellationToken.None))
        {
            using (result)
            {
                answers.Add(result.ToString());
                Assert.Equal(result.HasNext, answers[^1].EndsWith("\"hasNext\":true}", StringComparison.Ordinal));
            }
        }

        return answers;
    }

    private static OperationRequest Request(string document, IncrementalDelivery form = IncrementalDelivery.Pending, string variables = "{}")
    {
        var request = Api.Request(document, variables);
        return new OperationRequest { Document = request.Document, Variables = request.Variables, Services = request.Services, Incremental = form };
    }

    private static Dictionary<string, object?> Hero(int id) => Api.Object(("__typename", "Hero"), ("id", id), ("name", $"hero {id}"));

    private async IAsyncEnumerable<object?> Numbers(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                if (i % 7 == 6)
                    await Task.Yield();
                _produced = i;
                yield return i;
            }
        }
        finally
        {
            _closed.TrySetResult();
        }
    }

    private sealed class Loader(List<int> batches) : DataLoader<int, string>
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            batches.Add(keys.Count);
            return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(static key => key, static key => $"loaded {key}"));
        }
    }
}
