using System.Diagnostics;
using GraphQL.Diagnostics;
using GraphQL.Execution;
using GraphQL.Tests.Execution;
using Xunit;

namespace GraphQL.Tests.Diagnostics;

/// <summary>The spans of requests: their names, tags, status and order.</summary>
public sealed class TraceTests
{
    private const string Sdl = """
        type Query { hello(name: String): String, fail: String, broken: String!, items: [Item] }
        type Item { id: Int, owner: Owner }
        type Owner { id: Int, boss: Owner }
        type Mutation { do: Int }
        type Subscription { tick: Int }
        """;

    private static readonly ActivitySource Database = new(GraphQLTelemetry.Name);

    private static Api NewApi(DiagnosticOptions? diagnostics = null) => new Api(Sdl)
    {
        Options = new RequestExecutorOptions { Diagnostics = diagnostics ?? new DiagnosticOptions() },
    }
        .With("Query.hello", static _ => "world")
        .With("Query.fail", static _ => throw new GraphQLException(new GraphQLError("the secret is 42") { Code = "NO_LUCK" }))
        .With("Query.broken", static _ => throw new InvalidOperationException("the secret is 43"))
        .With("Query.items", static _ => Enumerable.Range(1, 3).Select(static id => Api.Object(("id", id))).ToList())
        .WithAsync("Item.owner", static async context => await context.Loader<OwnerLoader>().LoadAsync(7))
        .WithAsync("Owner.boss", static async context => await context.Loader<OwnerLoader>().LoadAsync(8))
        .With("Mutation.do", static _ => 1)
        .With("Subscription.tick", new FieldResolver.Stream(static _ => Ticks()));

    [Fact]
    public async Task An_operation_is_named_by_its_type_and_told_by_tags()
    {
        using var recorder = new SpanRecorder();
        var document = "query Greeting($name: String) { hello(name: $name) }";
        await NewApi().RunAsync(document, """{"name":"the secret is 41"}""");

        var span = recorder.Single("query");
        Assert.Equal(ActivityKind.Server, span.Kind);
        Assert.Equal(recorder.Outer.SpanId, span.ParentSpanId);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["graphql.operation.type"] = "query",
                ["graphql.operation.name"] = "Greeting",
                ["graphql.document.hash"] = $"sha256:{DocumentHash.Of(System.Text.Encoding.UTF8.GetBytes(document))}",
                ["graphql.operation.fieldCost"] = 0.0,
                ["graphql.operation.typeCost"] = 1.0,
                ["graphql.request.outcome"] = "executed",
            },
            span.TagObjects.ToDictionary());
    }

    [Fact]
    public async Task Phases_are_children_and_a_document_is_parsed_and_validated_once()
    {
        var api = NewApi();
        using var recorder = new SpanRecorder();
        await api.RunAsync("query ($name: String) { hello(name: $name) }");
        Assert.Equal(
            ["GraphQL Document Parsing", "GraphQL Document Validation", "GraphQL Variable Coercion", "GraphQL Operation Execution", "query"],
            recorder.Spans.Select(static span => span.DisplayName));
        Assert.Equal(
            ["parse", "validate", "variable_coercion", "execute"], recorder.Spans.SkipLast(1).Select(static span => span.GetTagItem("graphql.processing.type")));
        var operation = recorder.Single("query");
        Assert.All(recorder.Spans.SkipLast(1), span => Assert.Equal(operation.SpanId, span.ParentSpanId));

        using var again = new SpanRecorder();
        await api.RunAsync("query ($name: String) { hello(name: $name) }");
        Assert.Equal(["GraphQL Variable Coercion", "GraphQL Operation Execution", "query"], again.Spans.Select(static span => span.DisplayName));
    }

    [Fact]
    public async Task Batches_of_loaders_are_children_of_the_execution_and_parents_of_what_they_do()
    {
        using var recorder = new SpanRecorder();
        await NewApi().RunAsync("{ items { owner { id boss { id } } } }");

        var execution = recorder.Single("GraphQL Operation Execution");
        var batches = recorder.Spans.Where(static span => span.DisplayName == "GraphQL DataLoader Batch OwnerLoader").ToList();
        Assert.Equal(2, batches.Count);
        Assert.All(batches, batch =>
        {
            Assert.Equal(execution.SpanId, batch.ParentSpanId);
            Assert.Equal("dataloader_batch", batch.GetTagItem("graphql.processing.type"));
            Assert.Equal("OwnerLoader", batch.GetTagItem("graphql.dataloader.name"));
            Assert.Equal(1, batch.GetTagItem("graphql.dataloader.batch.size"));
        });
        var inside = recorder.Spans.Where(static span => span.DisplayName == "inside").ToList();
        Assert.Equal(batches.Select(static batch => batch.SpanId), inside.Select(static span => span.ParentSpanId));
        Assert.Same(recorder.Outer, Activity.Current);
    }

    [Theory]
    [InlineData("{ fail hello }", "query", "NO_LUCK", "executed", ActivityStatusCode.Unset)]
    [InlineData("{ broken }", "query", ErrorCodes.Internal, "executed", ActivityStatusCode.Error)]
    [InlineData("{ nothing }", "GraphQL Operation", ErrorCodes.ValidationFailed, "validation_error", ActivityStatusCode.Error)]
    [InlineData("{", "GraphQL Operation", ErrorCodes.SyntaxError, "syntax_error", ActivityStatusCode.Error)]
    [InlineData("query ($name: String!) { hello(name: $name) }", "query", ErrorCodes.BadVariable, "variable_error", ActivityStatusCode.Error)]
    public async Task A_failure_is_told_by_status_and_code_but_not_by_its_text(
        string document, string name, string code, string outcome, ActivityStatusCode status)
    {
        using var recorder = new SpanRecorder();
        using var result = await NewApi().ExecuteAsync(document);
        Assert.True(result.HasErrors);

        var span = recorder.Single(name);
        Assert.Equal(status, span.Status);
        Assert.Equal(outcome, span.GetTagItem("graphql.request.outcome"));
        Assert.Equal(1, span.GetTagItem("graphql.error.count"));
        Assert.Equal(code, span.GetTagItem("error.type"));
        Assert.Equal(new[] { code }, span.GetTagItem("graphql.error.codes"));
        Assert.DoesNotContain(recorder.Spans, static item => item.TagObjects.Any(static tag => $"{tag.Value}".Contains("secret", StringComparison.Ordinal)));
        Assert.DoesNotContain(recorder.Spans, static item => item.StatusDescription is not null || item.Events.Any());
    }

    [Fact]
    public async Task The_document_is_told_only_when_the_host_wants_it()
    {
        using var recorder = new SpanRecorder();
        await NewApi(new DiagnosticOptions { RecordDocument = true }).RunAsync("{ hello }");
        Assert.Equal("{ hello }", recorder.Single("query").GetTagItem("graphql.document"));
    }

    [Fact]
    public async Task Resolvers_have_spans_only_when_the_host_wants_them()
    {
        using var recorder = new SpanRecorder();
        await NewApi(new DiagnosticOptions { TraceResolvers = true }).RunAsync("{ items { owner { id } } fail }");

        var owners = recorder.Spans.Where(static span => span.DisplayName == "Item.owner").ToList();
        Assert.Equal(["items.0.owner", "items.1.owner", "items.2.owner"], owners.Select(static span => span.GetTagItem("graphql.field.path")).Order());
        Assert.Equal("Item.owner", owners[0].GetTagItem("graphql.field.schema_coordinate"));
        Assert.Equal("NO_LUCK", recorder.Single("Query.fail").GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, recorder.Single("Query.fail").Status);
    }

    [Fact]
    public async Task A_mutation_is_one()
    {
        using var recorder = new SpanRecorder();
        await NewApi().RunAsync("mutation { do }");
        Assert.Equal("mutation", recorder.Single("mutation").GetTagItem("graphql.operation.type"));
    }

    [Fact]
    public async Task Events_have_traces_of_their_own_that_name_their_subscription()
    {
        using var recorder = new SpanRecorder();
        var results = 0;
        await foreach (var result in NewApi().Executor.StreamAsync(Api.Request("subscription Beat { tick }"), CancellationToken.None))
        {
            results++;
            result.Dispose();
        }

        Assert.Equal(2, results);
        var subscription = recorder.Single("subscription");
        Assert.Equal("Beat", subscription.GetTagItem("graphql.operation.name"));
        Assert.Equal("subscribed", subscription.GetTagItem("graphql.request.outcome"));
        Assert.Equal(2, recorder.Linked.Count);
        Assert.All(recorder.Linked, span =>
        {
            Assert.Equal("GraphQL Subscription Event", span.DisplayName);
            Assert.Equal(default, span.ParentSpanId);
            Assert.Equal(subscription.SpanId, Assert.Single(span.Links).Context.SpanId);
            Assert.Equal("subscription_event", span.GetTagItem("graphql.processing.type"));
        });
    }

    private static async IAsyncEnumerable<object?> Ticks()
    {
        for (var i = 0; i < 2; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    /// <summary>Loads later, and does something that has a span itself.</summary>
    private sealed class OwnerLoader : DataLoader<int, object>
    {
        protected override async Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            using var inside = Database.StartActivity("inside");
            await Task.Yield();
            return keys.ToDictionary(static key => key, static key => (object)Api.Object(("id", key)));
        }
    }
}
