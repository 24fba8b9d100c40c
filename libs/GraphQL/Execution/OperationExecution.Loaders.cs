namespace GraphQL.Execution;

/// <content>
/// Data loaders of the resolver that opens a subscription's stream. No loop waits for the stream, so they are dispatched by a thread of the
/// pool whenever keys wait; an event costs nothing by that.
/// </content>
internal sealed partial class OperationExecution
{
    private void AttendLoaders() => ThreadPool.UnsafeQueueUserWorkItem(static execution => execution.DispatchAll(), this, preferLocal: false);

    private void DispatchAll()
    {
        try
        {
            do
            {
                do
                {
                    while (Queue.Take() is { } item)
                        item.Settle();
                }
                while (DispatchLoaders());

                // A stream may last for days: what was loaded for one event is neither kept nor trusted for the next.
                Loaders.ClearAll();
            }
            while (!Queue.TryRest());
        }
        catch (Exception exception)
        {
            _ = Unexpected(exception);
            Loaders.Abort();
        }
    }
}
