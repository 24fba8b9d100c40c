namespace GraphQL.Execution;

/// <summary>Bytes that the parts of one response may take together, delivered or not; for the execution's loop alone.</summary>
internal sealed class ResponseBudget(long maxBytes)
{
    private long _spent;

    public void ThrowIfSpent()
    {
        if (_spent > maxBytes)
            throw ResponseTooLargeException.Of(maxBytes);
    }

    public void Spend(long bytes) => _spent += bytes;
}
