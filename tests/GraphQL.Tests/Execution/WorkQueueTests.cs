using GraphQL.Execution;
using Xunit;

namespace GraphQL.Tests.Execution;

public sealed class WorkQueueTests
{
    [Fact]
    public void An_item_that_was_taken_may_come_again_behind_the_others()
    {
        var queue = new WorkQueue();
        var (first, second) = (new Item(), new Item());
        queue.Add(first);
        queue.Add(second);
        Assert.Same(first, queue.Take());
        queue.Add(first);
        Assert.Same(second, queue.Take());
        Assert.Same(first, queue.Take());
        Assert.Null(queue.Take());
    }

    private sealed class Item : WorkItem
    {
        public override void Settle()
        {
        }

        public override void Abandon()
        {
        }
    }
}
