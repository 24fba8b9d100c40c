using Xunit;

namespace GraphQL.Tests.Execution;

/// <summary>Each row is tried with the fault coming at once and coming later, which takes other ways through the executor.</summary>
public sealed class NullPropagationTests
{
    private const string Sdl = """
        type Query { node: Node must: Node! list: [Node] full: [Node!] fullMust: [Node!]! grid: [[Int!]]  ok: Int }
        type Node { ok: Int leaf: Int must: Int! child: Node childMust: Node! }
        """;

    /// <summary>The fault is the value <c>!</c>: it throws. An object's <c>later</c> makes all its fields tasks.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "{ ok node { ok leaf } }", "node.leaf", """{"ok":1,"node":{"ok":1,"leaf":null}}""", "node/leaf" },
        { "{ ok node { ok must } }", "node.must", """{"ok":1,"node":null}""", "node/must" },
        { "{ ok node { child { must ok } ok } ok }", "node.child.must", """{"ok":1,"node":{"child":null,"ok":1}}""", "node/child/must" },
        { "{ ok node { childMust { must } } }", "node.childMust.must", """{"ok":1,"node":null}""", "node/childMust/must" },
        { "{ ok must { childMust { childMust { must } } } }", "must.childMust.childMust.must", "null", "must/childMust/childMust/must" },
        { "{ list { ok must } ok }", "list.1.must", """{"list":[{"ok":1,"must":1},null,{"ok":1,"must":1}],"ok":1}""", "list/1/must" },
        { "{ full { must } ok }", "full.2.must", """{"full":null,"ok":1}""", "full/2/must" },
        { "{ ok fullMust { must } }", "fullMust.0.must", "null", "fullMust/0/must" },
        { "{ list { child { childMust { must } } ok } }", "list.2.child.childMust.must", Expand("""{"list":[@,@,{"child":null,"ok":1}]}"""), "list/2/child/childMust/must" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_fault_found_at_once_makes_the_nearest_nullable_place_null(string document, string fault, string data, string path) =>
        CheckAsync(document, fault, data, path, static _ => false);

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_fault_found_later_makes_the_nearest_nullable_place_null(string document, string fault, string data, string path) =>
        CheckAsync(document, fault, data, path, static _ => true);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_fault_found_beside_others_that_take_their_time_makes_the_nearest_nullable_place_null(string document, string fault, string data, string path)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            await CheckAsync(document, fault, data, path, _ => random.Next(2) == 0);
        }
    }

    [Fact]
    public async Task Null_in_a_list_of_lists_ends_only_its_own_list()
    {
        var api = new Api(Sdl).With("Query.grid", static _ => new object?[] { new object?[] { 1, null }, null, new object?[] { 2 } });
        using var result = await api.ExecuteAsync("{ grid }");
        Assert.StartsWith("""{"errors":[{"message":"The field \"Query.grid\" of type \"[[Int!]]\" came out null.","locations":[{"line":1,"column":3}],"path":["grid",0,1]""", result.ToString());
        Assert.EndsWith(""","data":{"grid":[null,null,[2]]}}""", result.ToString());
    }

    [Fact]
    public async Task What_was_not_reached_when_its_object_became_null_is_never_started()
    {
        var calls = 0;
        var api = new Api(Sdl)
            .With("Query.node", static _ => Api.Object())
            .With("Node.ok", _ => ++calls);
        Assert.EndsWith(""","data":{"node":null}}""", await api.RunAsync("{ node { must ok } }"));
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task Errors_that_come_out_of_what_is_null_already_are_dropped()
    {
        var late = new TaskCompletionSource<object?>();
        var api = new Api(Sdl)
            .With("Query.node", static _ => Api.Object())
            .WithAsync("Node.leaf", _ => late.Task)
            .WithAsync("Node.must", async _ =>
            {
                await Task.Yield();
                late.SetException(new InvalidOperationException());
                throw new InvalidOperationException();
            });
        using var result = await api.ExecuteAsync("{ node { leaf must } }");
        Assert.EndsWith(""","data":{"node":null}}""", result.ToString());
        Assert.InRange(result.Errors.Length, 1, 2);
        Assert.Contains(result.Errors, static error => string.Join('/', error.Path!) == "node/must");
    }

    private static async Task CheckAsync(string document, string fault, string data, string path, Func<string, bool> isLate)
    {
        var api = new Api(Sdl);
        foreach (var (type, fields) in new[] { ("Query", "node must list full fullMust ok"), ("Node", "ok leaf must child childMust") })
        {
            foreach (var name in fields.Split(' '))
            {
                api.With($"{type}.{name}", new GraphQL.Execution.FieldResolver.Asynchronous(async context =>
                {
                    var place = string.Join('.', context.Path);
                    if (isLate(place))
                        await Task.Yield();
                    if (place == fault)
                        throw new InvalidOperationException("secret");
                    return name switch
                    {
                        "list" or "full" or "fullMust" => new object[] { Api.Object(), Api.Object(), Api.Object() },
                        "node" or "child" or "childMust" => Api.Object(),
                        "must" when type == "Query" => Api.Object(),
                        _ => 1,
                    };
                }));
            }
        }

        using var result = await api.ExecuteAsync(document);
        var error = Assert.Single(result.Errors);
        Assert.Equal(path, string.Join('/', error.Path!));
        Assert.DoesNotContain("secret", result.ToString());
        Assert.EndsWith($$""","data":{{data}}}""", result.ToString());
        Assert.Equal(data == "null", result.IsDataNull);
    }

    private static string Expand(string data) => data.Replace("@", """{"child":{"childMust":{"must":1}},"ok":1}""");
}
