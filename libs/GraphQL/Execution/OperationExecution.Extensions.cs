namespace GraphQL.Execution;

/// <content>What resolvers add to the <c>extensions</c> of the response.</content>
internal sealed partial class OperationExecution
{
    // Resolvers may add from any thread; the lock of the errors guards it.
    private Dictionary<string, object?>? _extensions;

    public void Extend(string name, object? value)
    {
        lock (_lock)
            (_extensions ??= [])[name] = value;
    }

    private void AddExtensions(ExecutionResult result)
    {
        KeyValuePair<string, object?>[] extensions;
        lock (_lock)
        {
            extensions = [.. _extensions!];
            _extensions = null;
        }

        foreach (var (name, value) in extensions)
        {
            try
            {
                result.Extend(name, value);
            }
            catch (Exception exception)
            {
                // A value that cannot be enumerated or has no text: the data is worth more than it.
                _ = Unexpected(exception);
            }
        }
    }
}
