using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace GraphQL.Execution;

/// <summary>
/// A bounded cache of documents. A clock decides what goes: each use sets a mark, and the hand, which takes marks away, evicts the first
/// entry without one.
/// </summary>
/// <param name="capacity">At least 1.</param>
internal sealed class DocumentCache(int capacity)
{
    private readonly ConcurrentDictionary<DocumentHash, Entry> _entries = new();
    private readonly Lock _lock = new();
    private readonly Entry?[] _clock = new Entry?[capacity];
    private int _hand;

    public int Count => _entries.Count;

    /// <summary>Finds a document; takes no lock.</summary>
    public bool TryGet(DocumentHash hash, [NotNullWhen(true)] out PreparedDocument? document)
    {
        document = null;
        if (!_entries.TryGetValue(hash, out var entry))
            return false;
        if (!entry.IsMarked)
            entry.IsMarked = true;
        document = entry.Document;
        return true;
    }

    /// <summary>Keeps a document, in the stead of another if the cache is full.</summary>
    public void Add(DocumentHash hash, PreparedDocument document)
    {
        lock (_lock)
        {
            var entry = new Entry(hash, document);
            if (!_entries.TryAdd(hash, entry))
                return;
            while (_clock[_hand] is { IsMarked: true } spared)
            {
                spared.IsMarked = false;
                _hand = (_hand + 1) % capacity;
            }

            if (_clock[_hand] is { } evicted)
                _entries.TryRemove(evicted.Hash, out _);
            _clock[_hand] = entry;
            _hand = (_hand + 1) % capacity;
        }
    }

    private sealed class Entry(DocumentHash hash, PreparedDocument document)
    {
        private volatile bool _isMarked;

        public DocumentHash Hash { get; } = hash;

        public PreparedDocument Document { get; } = document;

        public bool IsMarked
        {
            get => _isMarked;
            set => _isMarked = value;
        }
    }
}
