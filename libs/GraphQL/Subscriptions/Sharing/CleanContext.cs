namespace GraphQL.Subscriptions;

/// <summary>Runs what belongs to no caller where nothing ambient of a caller, such as the current HTTP request, can be reached.</summary>
internal static class CleanContext
{
    private static readonly ExecutionContext Context = Capture();

    /// <summary>Runs an action; what it awaits goes on in the same context, on the thread pool.</summary>
    public static void Run<TState>(Action<TState> action, TState state)
        where TState : class => ExecutionContext.Run(
            Context,
            static boxed =>
            {
                // leaving the execution context restores the caller's synchronisation context as well.
                SynchronizationContext.SetSynchronizationContext(null);
                var (action, state) = ((Action<TState>, TState))boxed!;
                action(state);
            },
            (action, state));

    private static ExecutionContext Capture()
    {
        // a thread that nobody's context flows to.
        ExecutionContext? context = null;
        var thread = new Thread(() => context = ExecutionContext.Capture()) { IsBackground = true };
        thread.UnsafeStart();
        thread.Join();
        return context!;
    }
}
