using GraphQL.Execution;
using GraphQL.Tests.Execution;
using Xunit;

namespace GraphQL.Tests.Diagnostics;

/// <summary>What watching costs while nobody watches; alone, because whoever listens to spans listens to those of the whole process.</summary>
[Collection(nameof(QuietTests))]
[CollectionDefinition(nameof(QuietTests), DisableParallelization = true)]
public sealed class QuietTests
{
    [Fact]
    public async Task A_request_that_nobody_watches_allocates_no_more_than_its_execution()
    {
        using var meters = new Meters(isListening: false);
        var quiet = new Api("type Query { hello: String }") { Options = new RequestExecutorOptions { MeterFactory = meters } }
            .With("Query.hello", static _ => "world");
        var request = Api.Request("{ hello }");
        var unwatched = await AllocatedAsync(quiet, request);

        using var recorder = new SpanRecorder();
        var watched = await AllocatedAsync(quiet, request);

        // an execution of one field: itself, its queue, its loaders, its writer, its result
        Assert.InRange(unwatched, 1, 1_900);
        Assert.True(watched > unwatched + 500, $"{watched} bytes while somebody listens, {unwatched} while nobody does");
    }

    private static async Task<long> AllocatedAsync(Api api, OperationRequest request)
    {
        const int Times = 200;
        for (var i = 0; i < Times; i++)
            (await api.Executor.ExecuteAsync(request, CancellationToken.None)).Dispose();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
            (await api.Executor.ExecuteAsync(request, CancellationToken.None)).Dispose();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }
}
