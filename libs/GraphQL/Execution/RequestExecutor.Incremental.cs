using System.Runtime.CompilerServices;

namespace GraphQL.Execution;

/// <content>
/// Incremental delivery. The execution goes on only while the reader asks for the next part: a slow reader slows it down, and one that
/// leaves ends it.
/// </content>
public sealed partial class RequestExecutor
{
    private async IAsyncEnumerable<ExecutionResult> DeliverAsync(
        PreparedRequest prepared, IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var execution = Begin(prepared, services, @event: null, cancellationToken);
        try
        {
            yield return await OnLoopAsync(execution.RunAsync);
            while (execution.HasNext)
                yield return await OnLoopAsync(execution.RunNextAsync);
        }
        finally
        {
            await execution.EndAsync();
        }
    }

    /// <summary>Runs the loop of an execution without a synchronisation context: waves depend on tasks continuing where loaders complete them.</summary>
    private static ValueTask<ExecutionResult> OnLoopAsync(Func<ValueTask<ExecutionResult>> run) => SynchronizationContext.Current is null
        ? run()
        : new ValueTask<ExecutionResult>(Task.Run(() => run().AsTask(), CancellationToken.None));
}
