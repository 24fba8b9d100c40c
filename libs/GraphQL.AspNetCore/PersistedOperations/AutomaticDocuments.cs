using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.PersistedOperations;

/// <summary>
/// The documents that clients had the server remember, bounded in number and bytes. Who is used gets a second chance before it goes.
/// </summary>
internal sealed class AutomaticDocuments(int maxCount, long maxBytes)
{
    private readonly ConcurrentDictionary<DocumentHash, Entry> _entries = new();
    private readonly Queue<Entry> _order = new();
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>Finds a document; takes no lock.</summary>
    public bool TryGet(DocumentHash hash, [NotNullWhen(true)] out PersistedDocument? document)
    {
        document = null;
        if (!_entries.TryGetValue(hash, out var entry))
            return false;
        if (!entry.IsUsed)
            entry.IsUsed = true;
        document = entry.Document;
        return true;
    }

    /// <summary>Remembers a document, and forgets others for it if it must. One that alone is too long is not remembered.</summary>
    public void Add(PersistedDocument document)
    {
        if (document.Text.Length > maxBytes)
            return;
        lock (_gate)
        {
            var entry = new Entry(document);
            if (!_entries.TryAdd(document.Hash, entry))
                return;
            while (_order.Count == maxCount || _bytes + document.Text.Length > maxBytes)
                ForgetOne();
            _order.Enqueue(entry);
            _bytes += document.Text.Length;
        }
    }

    private void ForgetOne()
    {
        var oldest = _order.Dequeue();
        if (oldest.IsUsed)
        {
            oldest.IsUsed = false;
            _order.Enqueue(oldest);
            return;
        }

        _entries.TryRemove(oldest.Document.Hash, out _);
        _bytes -= oldest.Document.Text.Length;
    }

    private sealed class Entry(PersistedDocument document)
    {
        private volatile bool _isUsed;

        public PersistedDocument Document { get; } = document;

        public bool IsUsed
        {
            get => _isUsed;
            set => _isUsed = value;
        }
    }
}
