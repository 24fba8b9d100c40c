using System.Text;
using GraphQL.Execution;
using GraphQL.Language;
using Xunit;

namespace GraphQL.Tests.Execution;

/// <summary>Runs alone: it counts what all executions of the process hold.</summary>
[Collection(nameof(BoundsTests))]
[CollectionDefinition(nameof(BoundsTests), DisableParallelization = true)]
public sealed class BoundsTests
{
    private const string Sdl = """
        type Query { wait: Int stubborn: Int items: [Item!] text: String fail: Int item: Item load: Int }
        type Item { id: Int! text: String item: Item wait: Int! }
        """;

    private static readonly string Text = new('x', 1000);

    [Fact]
    public async Task Time_ends_a_request_and_its_resolvers()
    {
        var stopped = false;
        var api = Api(new RequestExecutorOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(50) }).WithAsync("Query.wait", async context =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            }
            finally
            {
                stopped = true;
            }

            return 1;
        });
        using var result = await api.ExecuteAsync("{ text wait }");
        Assert.True(stopped);
        Assert.Equal(ErrorCodes.Timeout, Assert.Single(result.Errors).Code);
        Assert.EndsWith("\"data\":null}", result.ToString());
        Assert.True(result.IsDataNull);
    }

    [Fact]
    public async Task Time_ends_a_list_without_end()
    {
        static IEnumerable<object> Endless()
        {
            while (true)
                yield return Execution.Api.Object(("id", 1));
        }

        var api = Api(new RequestExecutorOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(50), MaxResponseBytes = long.MaxValue })
            .With("Query.items", static _ => Endless());
        using var result = await api.ExecuteAsync("{ items { id @skip(if: true) } }");
        Assert.Equal(ErrorCodes.Timeout, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task A_resolver_that_does_not_listen_is_left_behind()
    {
        var never = new TaskCompletionSource<object?>();
        var options = new RequestExecutorOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(20), CancellationGracePeriod = TimeSpan.FromMilliseconds(20) };
        var api = Api(options).WithAsync("Query.stubborn", _ => never.Task);
        using (var result = await api.ExecuteAsync("{ stubborn }"))
            Assert.Equal(ErrorCodes.Timeout, Assert.Single(result.Errors).Code);
        never.SetException(new InvalidOperationException());
        Assert.Equal(0, ResultWriter.BuffersInUse);
    }

    [Fact]
    public async Task A_caller_that_is_gone_gets_an_exception_and_loaders_end()
    {
        using var gone = new CancellationTokenSource();
        var cancelled = 0;
        var api = Api().WithAsync("Query.load", async context =>
        {
            try
            {
                return await context.Loader("stuck", static _ => new StuckLoader()).LoadAsync(1);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
                throw;
            }
        });
        gone.CancelAfter(30);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => api.ExecuteAsync("{ load text }", cancellationToken: gone.Token).AsTask());
        Assert.Equal(1, cancelled);
        Assert.Equal(0, ResultWriter.BuffersInUse);
    }

    [Theory]
    [InlineData(10_000, 5, true)]
    [InlineData(10_000, 20, false)]
    [InlineData(100, 1, false)]
    [InlineData(100_000, 90, true)]
    [InlineData(100_000, 200, false)]
    public async Task A_response_is_bounded_in_bytes(int most, int count, bool fits)
    {
        var api = Api(new RequestExecutorOptions { MaxResponseBytes = most })
            .With("Query.items", _ => Enumerable.Range(0, count).Select(static _ => Execution.Api.Object(("text", Text))).ToArray());
        using var result = await api.ExecuteAsync("{ items { text } }");
        Assert.Equal(fits, !result.HasErrors);
        if (!fits)
            Assert.Equal(ErrorCodes.LimitExceeded, Assert.Single(result.Errors).Code);
        Assert.Equal(result.Length, result.ToArray().Length);
    }

    [Fact]
    public async Task Errors_beyond_the_bound_are_counted()
    {
        var told = 0;
        var api = Api(new RequestExecutorOptions { MaxErrors = 3, OnUnexpectedException = _ => told++ })
            .With("Query.items", static _ => Enumerable.Range(0, 10).Select(static _ => Execution.Api.Object()).ToArray())
            .With("Item.text", static _ => throw new InvalidOperationException());
        using var result = await api.ExecuteAsync("{ items { text } }");
        Assert.Equal(4, result.Errors.Length);
        Assert.Equal("7 further errors were left out.", result.Errors[3].Message);
        Assert.Equal(10, told);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_text_of_an_exception_is_sent_only_if_asked_for(bool detail)
    {
        GraphQLError? told = null;
        var api = Api(new RequestExecutorOptions { IncludeExceptionDetail = detail, OnUnexpectedException = error => told = error })
            .With("Query.fail", static _ => throw new InvalidOperationException("a secret"));
        Assert.Equal(detail, (await api.RunAsync("{ fail }")).Contains("a secret", StringComparison.Ordinal));
        Assert.Equal("a secret", told!.Exception!.Message);
    }

    [Fact]
    public async Task Memory_is_given_back_whatever_happens()
    {
        var random = new Random(1);
        var api = Api(new RequestExecutorOptions
        {
            ExecutionTimeout = TimeSpan.FromMilliseconds(30),
            CancellationGracePeriod = TimeSpan.FromMilliseconds(50),
            MaxResponseBytes = 50_000,
        });
        api.With("Query.items", _ => Enumerable.Range(0, random.Next(80)).Select(static _ => Execution.Api.Object(("text", Text), ("id", 1))).ToArray())
            .WithAsync("Item.wait", async context =>
            {
                var kind = random.Next(100);
                await Task.Delay(kind == 0 ? 100 : 1, context.CancellationToken);
                return kind == 1 ? null : kind == 2 ? throw new InvalidOperationException() : 1;
            });
        for (var i = 0; i < 60; i++)
        {
            using var gone = new CancellationTokenSource();
            if (i % 5 == 0)
                gone.CancelAfter(random.Next(5));
            try
            {
                using var result = await api.ExecuteAsync("{ items { id text wait } }", cancellationToken: gone.Token);
                Assert.Equal(result.Length, result.ToArray().Length);
            }
            catch (OperationCanceledException)
            {
                Assert.True(gone.IsCancellationRequested);
            }
        }

        Assert.Equal(0, ResultWriter.BuffersInUse);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "depth", Nested(40) },
        { "fields", $"{{ {string.Join(' ', Enumerable.Range(0, 200).Select(static i => $"item {{ item {{ {string.Join(' ', Enumerable.Repeat("id text", 20))} }} }}"))} }}" },
        { "aliases", $"{{ {string.Join(' ', Enumerable.Range(0, 501).Select(static i => $"a{i}: text"))} }}" },
        { "fields", Doubling(24) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Documents_that_ask_for_too_much_are_refused(string what, string document)
    {
        using var result = await Api().ExecuteAsync(document);
        Assert.Equal(ExecutionOutcome.ValidationError, result.Outcome);
        Assert.NotEmpty(what);
        Assert.Contains(result.Errors, static error => error.Code == ErrorCodes.LimitExceeded);
    }

    [Fact]
    public async Task Documents_are_cached_by_their_text_and_not_by_the_operation_asked_for()
    {
        var api = Api(new RequestExecutorOptions { DocumentCacheSize = 4 });
        const string Document = "query A { a: text } query B { b: text }";
        for (var i = 0; i < 50; i++)
        {
            using var unknown = await api.ExecuteAsync(Document, operationName: $"None{i}");
            Assert.Equal(ExecutionOutcome.OperationNotFound, unknown.Outcome);
        }

        Assert.Equal("""{"data":{"a":"hello"}}""", await api.RunAsync(Document, operationName: "A"));
        Assert.Equal("""{"data":{"b":"hello"}}""", await api.RunAsync(Document, operationName: "B"));
        Assert.Equal(1, api.Executor.CachedDocuments);
        for (var i = 0; i < 50; i++)
            await api.RunAsync($"{{ a{i}: text }}");
        Assert.InRange(api.Executor.CachedDocuments, 2, 4);
        for (var i = 0; i < 50; i++)
            await api.RunAsync($"{{ a{i}: ");
        Assert.InRange(api.Executor.CachedDocuments, 2, 4);
    }

    [Fact]
    public async Task Documents_that_are_sent_once_do_not_drive_out_those_in_use()
    {
        var api = Api();
        for (var i = 0; i < 3; i++)
            await api.RunAsync("{ text }");
        for (var i = 0; i < 2_000; i++)
            await api.RunAsync(i % 2 == 0 ? $"{{ {string.Join(' ', Enumerable.Range(i, 30).Select(static j => $"unknown{j}"))} }}" : $"{{ a{i}: text }}");
        Assert.InRange(api.Executor.CachedDocuments, 2, 256);
        Assert.InRange(api.Executor.CachedBytes, 1, 8 << 20);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("""{"data":{"text":"hello"}}""", await api.RunAsync("{ text }"));
        var hot = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        await api.RunAsync("{ b: text }");
        Assert.True(hot * 2 < GC.GetAllocatedBytesForCurrentThread() - before, "the document in use was parsed again");
    }

    [Fact]
    public async Task Documents_in_the_cache_are_bounded_in_bytes()
    {
        var api = Api(new RequestExecutorOptions { DocumentCacheBytes = 1 << 20 });
        for (var i = 0; i < 100; i++)
        {
            await api.RunAsync($"{{ a{i}: text #{new string('x', 3_000)}\n }}");
            await api.RunAsync($"{{ a{i}: text #{new string('x', 3_000)}\n }}");
            Assert.InRange(api.Executor.CachedBytes, 1, 1 << 20);
        }

        Assert.Equal("""{"data":{"text":"hello"}}""", await api.RunAsync($"{{ text #{new string('x', 500_000)}\n }}"));
        Assert.InRange(api.Executor.CachedBytes, 1, 1 << 20);
    }

    [Theory]
    [InlineData("query ($v: [[[Int]]]) { list(value: $v) }", """{"v":[[[1,2],[3]]]}""", 5, 2)]
    [InlineData("query ($v: [[[Int]]]) { list(value: $v) }", """{"v":[[[1,2],[3]]]}""", 100, 2)]
    public async Task Variables_are_bounded_in_number_and_depth(string document, string variables, int most, int depth)
    {
        var options = new RequestExecutorOptions { MaxInputValues = most, MaxInputDepth = depth };
        var api = new Api("type Query { list(value: [[[Int]]]): Int }") { Options = options };
        using var refused = await api.ExecuteAsync(document, variables);
        Assert.Equal(ErrorCodes.LimitExceeded, Assert.Single(refused.Errors).Code);
        using var fits = await new Api("type Query { list(value: [[[Int]]]): Int }").ExecuteAsync(document, variables);
        Assert.Empty(fits.Errors);
    }

    [Theory]
    [InlineData(1, "{ items { items { id } } }", true)]
    [InlineData(1, "{ items { items { items { id } } } }", false)]
    [InlineData(2, "{ items { items { items { id } } } }", true)]
    [InlineData(1, "{ items { items { ...A } } } fragment A on Item { self { ...B } } fragment B on Item { items { id } }", false)]
    [InlineData(1, "{ items { others { items { others { id } } } } }", false)]
    [InlineData(2, "{ items { others { items { others { id } } } } }", true)]
    [InlineData(1, "{ items { self { self { self { id } } } } }", true)]
    public async Task A_list_is_nested_within_itself_only_so_often(int most, string document, bool fits)
    {
        const string sdl = "type Query { items: [Item] } type Item { id: Int self: Item items: [Item] others: [Item] }";
        var api = new Api(sdl) { Options = new RequestExecutorOptions { MaxListRecursion = most } };
        using var result = await api.ExecuteAsync(document);
        Assert.Equal(fits ? [] : [ErrorCodes.LimitExceeded], result.Errors.Select(static error => error.Code));
    }

    [Fact]
    public void A_document_in_use_outlives_others_in_the_cache()
    {
        var cache = new DocumentCache(3);
        var prepared = new PreparedDocument(Parser.ParseDocument("{ a }"), []);
        var hot = DocumentHash.Of("hot"u8);
        cache.Add(hot, prepared);
        for (var i = 0; i < 20; i++)
        {
            Assert.True(cache.TryGet(hot, out _));
            cache.Add(DocumentHash.Of(Encoding.UTF8.GetBytes($"{i}")), prepared);
            Assert.InRange(cache.Count, 1, 3);
        }
    }

    [Fact]
    public void Documents_are_told_apart_by_all_of_their_text()
    {
        var cache = new DocumentCache(3_000);
        var texts = Enumerable.Range(0, 2_000).Select(static i => Encoding.UTF8.GetBytes($"{{ a{i} }}")).ToArray();
        foreach (var text in texts)
            cache.Add(DocumentHash.Of(text), new PreparedDocument(Parser.ParseDocument(text), []));
        var found = 0;
        for (var round = 0; round < 3; round++)
        {
            foreach (var text in texts)
            {
                if (cache.TryGet(text, out var document))
                    found++;
                else if (!cache.TryGet(DocumentHash.Of(text), out document))
                    continue;
                Assert.True(document.Text.SequenceEqual(text));
            }
        }

        Assert.False(cache.TryGet("{ a }"u8, out _));
        Assert.InRange(found, 1, texts.Length);
    }

    [Fact]
    public void A_document_in_use_is_found_by_its_text()
    {
        var cache = new DocumentCache(4);
        var text = "{ a }"u8.ToArray();
        var hash = DocumentHash.Of(text);
        cache.Add(hash, new PreparedDocument(Parser.ParseDocument("{ a }"), []));
        Assert.True(cache.TryGet(hash, out _));
        Assert.True(cache.TryGet(hash, out _));
        Assert.True(cache.TryGet(text, out var document));
        Assert.True(document.Text.SequenceEqual(text));
    }

    [Fact]
    public async Task Many_requests_at_once_do_not_disturb_each_other()
    {
        var api = Api().With("Query.items", static _ => Enumerable.Range(0, 20).Select(static i => Execution.Api.Object(("id", i))).ToArray())
            .WithAsync("Item.wait", static async context =>
            {
                await Task.Yield();
                return ((Dictionary<string, object?>)context.Parent!)["id"];
            });
        const string Document = "query ($skip: Boolean!) { items { id wait text @skip(if: $skip) } }";
        var (with, without) = (await api.RunAsync(Document, """{"skip":false}"""), await api.RunAsync(Document, """{"skip":true}"""));
        Assert.NotEqual(with, without);
        await Parallel.ForAsync(0, 200, async (i, _) =>
            Assert.Equal(i % 2 == 0 ? with : without, await api.RunAsync(Document, i % 2 == 0 ? """{"skip":false}""" : """{"skip":true}""")));
    }

    private static Api Api(RequestExecutorOptions? options = null) =>
        new Api(Sdl) { Options = options ?? new RequestExecutorOptions() }.With("Query.text", static _ => "hello");

    private static string Nested(int depth) => $"{string.Concat(Enumerable.Repeat("{ item ", depth))} {{ id }} {new string('}', depth)}";

    private static string Doubling(int levels)
    {
        var text = new StringBuilder("{ item { ...F0 } }\n");
        for (var i = 0; i < levels; i++)
            text.Append($"fragment F{i} on Item {{ item {{ ...F{i + 1} }} b: item {{ ...F{i + 1} }} }}\n");
        return text.Append($"fragment F{levels} on Item {{ id }}").ToString();
    }

    private sealed class StuckLoader : DataLoader<int, string>
    {
        protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new Dictionary<int, string>();
        }
    }
}
