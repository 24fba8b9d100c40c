using GraphQL.Execution;
using GraphQL.Subscriptions;
using GraphQL.Tests.Execution;
using Xunit;

namespace GraphQL.Tests.Diagnostics;

/// <summary>What executors measure, by instrument and tags.</summary>
public sealed class MetricTests : IDisposable
{
    private readonly Meters _meters = new();
    private readonly Api _api;

    public MetricTests()
    {
        _api = new Api("type Query { hello(name: String): String, fail: String, item(id: Int): String } type Subscription { tick: Int }")
            .With("Query.hello", static _ => "world")
            .With("Query.fail", static _ => throw new GraphQLException(new GraphQLError("no") { Code = "NO_LUCK" }))
            .WithAsync("Query.item", static async context => await context.Loader<TextLoader>().LoadAsync((int)context.Argument("id")!))
            .With("Subscription.tick", new FieldResolver.Stream(static _ => Ticks()));
        Executors = new RequestExecutors(_api.Schema, new RequestExecutorOptions { MeterFactory = _meters, Subscriptions = new ActiveSubscriptions() });
    }

    private RequestExecutors Executors { get; }

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task A_request_is_measured_by_type_and_outcome_but_not_by_what_a_client_calls_it()
    {
        await RunAsync("query Mine { hello }");
        await RunAsync("{ fail }");
        await RunAsync("{");
        Assert.Equal(
            [
                "graphql.operation.type=query graphql.request.outcome=executed",
                "graphql.operation.type=query graphql.request.outcome=executed error.type=NO_LUCK",
                "graphql.request.outcome=syntax_error error.type=SYNTAX_ERROR",
            ],
            _meters.Of("graphql.server.request.duration").Select(static item => item.Tags));
        Assert.All(_meters.Of("graphql.server.request.duration"), static item => Assert.InRange(item.Value, 0, 60));
        Assert.Equal([1, -1, 1, -1], _meters.Of("graphql.server.request.active").Select(static item => item.Value));
        Assert.Equal(
            [("graphql.operation.type=query error.type=NO_LUCK", 1.0), ("error.type=SYNTAX_ERROR", 1.0)],
            _meters.Of("graphql.server.errors").Select(static item => (item.Tags, item.Value)));
    }

    [Fact]
    public async Task A_stored_document_is_measured_by_its_name()
    {
        var request = Api.Request("query Mine { hello }");
        request = new OperationRequest { Document = request.Document, Services = request.Services, DocumentId = "mine-1" };
        (await Executors.ExecuteAsync(request, CancellationToken.None)).Dispose();
        Assert.Equal(
            "graphql.operation.type=query graphql.request.outcome=executed graphql.document.id=mine-1 graphql.operation.name=Mine",
            Assert.Single(_meters.Of("graphql.server.request.duration")).Tags);
    }

    [Fact]
    public async Task Phases_costs_lengths_and_lookups_are_measured()
    {
        var length = await RunAsync("query ($name: String) { hello(name: $name) }");
        await RunAsync("query ($name: String) { hello(name: $name) }");
        Assert.Equal(
            ["parse", "validate", "variable_coercion", "execute", "variable_coercion", "execute"],
            _meters.Of("graphql.server.processing.duration").Select(static item => item.Tags.Split("graphql.processing.type=")[1]));
        Assert.Equal(
            ["graphql.document.cache.result=miss", "graphql.document.cache.result=hit"],
            _meters.Of("graphql.server.document.cache.lookups").Select(static item => item.Tags));
        Assert.Equal([length, length], _meters.Of("graphql.server.response.size").Select(static item => item.Value));
        Assert.Equal([0, 0], _meters.Of("graphql.server.operation.field_cost").Select(static item => item.Value));

        _meters.Observe();
        Assert.Equal(1, Assert.Single(_meters.Of("graphql.server.document.cache.entries")).Value);
        Assert.Equal(Executors.CachedBytes, Assert.Single(_meters.Of("graphql.server.document.cache.size")).Value);
    }

    [Fact]
    public async Task Batches_are_measured_by_loader()
    {
        await RunAsync("{ a: item(id: 1) b: item(id: 2) c: item(id: 2) }");
        Assert.Equal(new Measured("graphql.server.dataloader.batch.size", 2, "graphql.dataloader.name=TextLoader"), Assert.Single(_meters.Of("graphql.server.dataloader.batch.size")));
    }

    [Fact]
    public async Task Subscriptions_are_measured_by_field()
    {
        await using (var results = Executors.StreamAsync(Api.Request("subscription { tick }"), CancellationToken.None).GetAsyncEnumerator())
        {
            Assert.True(await results.MoveNextAsync());
            results.Current.Dispose();
            _meters.Observe();
            Assert.Equal(1, Assert.Single(_meters.Of("graphql.server.subscription.active")).Value);
            Assert.Equal(1, Assert.Single(_meters.Of("graphql.server.subscription.groups")).Value);
            Assert.Single(_meters.Of("graphql.server.subscription.lag"));
            Assert.Equal("graphql.subscription.field=tick", Assert.Single(_meters.Of("graphql.server.subscription.events")).Tags);
        }

        Assert.Equal("graphql.operation.type=subscription", _meters.Of("graphql.server.subscription.event.duration")[0].Tags);
        Assert.Equal("graphql.operation.type=subscription graphql.request.outcome=subscribed", Assert.Single(_meters.Of("graphql.server.request.duration")).Tags);
        Assert.Equal(0, _meters.Of("graphql.server.request.active").Sum(static item => item.Value));
    }

    [Fact]
    public async Task Codes_that_applications_make_up_are_told_apart_up_to_a_number()
    {
        var next = 0;
        _api.With("Query.fail", _ => throw new GraphQLException(new GraphQLError("no") { Code = $"CODE_{next++}" }));
        for (var i = 0; i < 250; i++)
            await RunAsync("{ fail }");
        var errors = _meters.Of("graphql.server.errors");
        Assert.Equal(250, errors.Count);
        Assert.Equal(201, errors.Select(static item => item.Tags).Distinct().Count());
        Assert.EndsWith("error.type=_OTHER", errors[^1].Tags, StringComparison.Ordinal);
    }

    private async Task<long> RunAsync(string document)
    {
        using var result = await Executors.ExecuteAsync(Api.Request(document), CancellationToken.None);
        return result.Length;
    }

    private static async IAsyncEnumerable<object?> Ticks()
    {
        for (var i = 0; i < 1_000; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private sealed class TextLoader : DataLoader<int, string>
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(static key => key, static key => $"{key}"));
    }
}
