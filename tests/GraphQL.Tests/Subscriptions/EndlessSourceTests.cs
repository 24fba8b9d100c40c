using GraphQL.Execution;
using GraphQL.Subscriptions;
using GraphQL.Tests.Execution;
using Xunit;

namespace GraphQL.Tests.Subscriptions;

public sealed class EndlessSourceTests
{
    private int _given;
    private bool _isEnded;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_source_that_never_waits_ends_with_its_reader(bool isCancelled)
    {
        using var cancellation = new CancellationTokenSource();
        var active = new ActiveSubscriptions();
        var api = new Api("type Query { a: Int } type Subscription { n: Int }") { Options = new RequestExecutorOptions { Subscriptions = active } }
            .With("Subscription.n", new FieldResolver.Stream(_ => Endless()));
        var count = 0;
        try
        {
            await foreach (var result in api.Executor.SubscribeAsync(Api.Request("subscription { n }"), cancellation.Token))
            {
                result.Dispose();
                if (++count < 100)
                    continue;
                if (!isCancelled)
                    break;
                await cancellation.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (isCancelled)
        {
            // the way it ends.
        }

        Assert.True(_isEnded);
        Assert.InRange(_given, 100, 104);
        Assert.Equal((0, 0), (active.Count, active.Groups));
    }

#pragma warning disable CS1998 // it never waits
    private async IAsyncEnumerable<object?> Endless()
    {
        try
        {
            while (true)
                yield return ++_given;
        }
        finally
        {
            _isEnded = true;
        }
    }
#pragma warning restore CS1998
}
