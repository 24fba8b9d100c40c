namespace GraphQL.Execution;

/// <summary>
/// The fields that wait for one key of a data loader and nothing else. They are settled by the batch itself, which runs on the loop that
/// they would only queue for.
/// </summary>
/// <param name="queue">Of the request that the loader serves.</param>
internal sealed class LoadWaiters(WorkQueue queue)
{
    private readonly Lock _lock = new();
    private List<PendingField>? _fields;
    private bool _isClosed;

    /// <summary>Adds a field; false when the key is loaded already, or loaded by another request.</summary>
    public bool TryAdd(PendingField field)
    {
        if (field.Queue != queue)
            return false;
        lock (_lock)
        {
            if (_isClosed)
                return false;
            (_fields ??= []).Add(field);
            return true;
        }
    }

    /// <summary>Settles the fields, when the key is loaded; on the loop.</summary>
    public void Settle()
    {
        var fields = Close();
        var next = 0;
        try
        {
            while (next < fields.Count)
                fields[next++].Settle();
        }
        finally
        {
            // One that ends the request leaves the others to be abandoned with it.
            Enqueue(fields, next);
        }
    }

    /// <summary>Puts the fields into the queue, when the key will not be loaded.</summary>
    public void Enqueue() => Enqueue(Close(), first: 0);

    private static void Enqueue(List<PendingField> fields, int first)
    {
        for (var i = first; i < fields.Count; i++)
            fields[i].Enqueue();
    }

    /// <summary>Admits no more.</summary>
    private List<PendingField> Close()
    {
        lock (_lock)
        {
            var fields = _isClosed ? null : _fields;
            _isClosed = true;
            return fields ?? [];
        }
    }
}
