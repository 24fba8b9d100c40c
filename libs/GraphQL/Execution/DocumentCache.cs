using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace GraphQL.Execution;

/// <summary>
/// A cache of documents, bounded in number and in bytes. What is used a second time is proven and moves on to a part of its own, three
/// quarters of the whole: whoever sends documents that nobody sends again, valid or not, only ever drives out others of that kind.
/// </summary>
/// <param name="capacity">Documents; at least 1.</param>
/// <param name="maxBytes">Of all of them, by <see cref="PreparedDocument.Size"/>.</param>
internal sealed class DocumentCache(int capacity, long maxBytes = long.MaxValue)
{
    private const int Remembered = 256;

    private readonly ConcurrentDictionary<DocumentHash, Entry> _entries = new();

    // Proven documents by a cheap hash of their text, one for each of its values: comparing bytes is cheaper than a SHA-256.
    private readonly Entry?[] _byText = new Entry?[Remembered];
    private readonly Lock _lock = new();
    private readonly Part _recent = new(Math.Max(1, capacity / 4), capacity < 4 ? maxBytes : maxBytes / 4);
    private readonly Part _proven = new(capacity - Math.Max(1, capacity / 4), maxBytes - (maxBytes / 4));

    public int Count => _entries.Count;

    /// <summary>What the documents take together, by their own estimate.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
                return _recent.Bytes + _proven.Bytes;
        }
    }

    /// <summary>Finds a document that was used lately by its text; takes no lock.</summary>
    public bool TryGet(ReadOnlySpan<byte> text, [NotNullWhen(true)] out PreparedDocument? document)
    {
        if (Volatile.Read(ref _byText[PlaceOf(text)]) is { } entry && entry.Document.Text.SequenceEqual(text))
        {
            entry.IsMarked = true;
            document = entry.Document;
            return true;
        }

        document = null;
        return false;
    }

    /// <summary>Finds a document; takes a lock only when one is used for the second time, or its place by text has come free.</summary>
    public bool TryGet(DocumentHash hash, [NotNullWhen(true)] out PreparedDocument? document)
    {
        document = null;
        if (!_entries.TryGetValue(hash, out var entry))
            return false;
        if (!entry.IsProven)
            Prove(entry);
        else
            Remember(entry);
        document = entry.Document;
        return true;
    }

    /// <summary>Keeps a document, in the stead of others if there is no room; one that is too large is not kept.</summary>
    public void Add(DocumentHash hash, PreparedDocument document)
    {
        lock (_lock)
        {
            var entry = new Entry(hash, document);
            if (document.Size <= _recent.MaxBytes && _entries.TryAdd(hash, entry))
                Keep(entry, _recent);
        }
    }

    private void Prove(Entry entry)
    {
        lock (_lock)
        {
            if (entry.IsProven || _proven.Capacity == 0 || entry.Place is null)
                return;
            _recent.Remove(entry);
            entry.IsProven = true;
            Keep(entry, _proven);
        }
    }

    private void Remember(Entry entry)
    {
        entry.IsMarked = true;

        // two in use that want one place must not take it from each other with every request
        if (entry.Document.Text.IsEmpty || Volatile.Read(ref _byText[PlaceOf(entry.Document.Text)]) is { IsMarked: true })
            return;
        lock (_lock)
        {
            if (entry.Place is not null)
                _byText[PlaceOf(entry.Document.Text)] = entry;
        }
    }

    private void Forget(Entry entry)
    {
        _entries.TryRemove(entry.Hash, out _);
        ref var remembered = ref _byText[PlaceOf(entry.Document.Text)];
        if (remembered == entry)
            remembered = null;
    }

    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = default(HashCode);
        hash.AddBytes(text);
        return hash.ToHashCode() & (Remembered - 1);
    }

    private void Keep(Entry entry, Part part)
    {
        while (part.IsFullFor(entry))
            Forget(part.Evict());
        part.Add(entry);
    }

    /// <summary>A clock: each use sets a mark, and the hand, which takes marks away, evicts the first entry without one.</summary>
    private sealed class Part(int capacity, long maxBytes)
    {
        private readonly LinkedList<Entry> _clock = [];

        public int Capacity { get; } = capacity;

        public long MaxBytes { get; } = maxBytes;

        public long Bytes { get; private set; }

        public bool IsFullFor(Entry entry) => _clock.Count > 0 && (_clock.Count >= Capacity || Bytes + entry.Document.Size > MaxBytes);

        public void Add(Entry entry)
        {
            entry.Place = _clock.AddLast(entry);
            Bytes += entry.Document.Size;
        }

        public void Remove(Entry entry)
        {
            _clock.Remove(entry.Place!);
            entry.Place = null;
            Bytes -= entry.Document.Size;
        }

        public Entry Evict()
        {
            while (_clock.First!.Value is { IsMarked: true } spared)
            {
                spared.IsMarked = false;
                _clock.RemoveFirst();
                _clock.AddLast(spared.Place!);
            }

            var evicted = _clock.First.Value;
            Remove(evicted);
            return evicted;
        }
    }

    private sealed class Entry(DocumentHash hash, PreparedDocument document)
    {
        private volatile bool _isMarked;
        private volatile bool _isProven;

        public DocumentHash Hash { get; } = hash;

        public PreparedDocument Document { get; } = document;

        /// <summary>Where it is kept; null when it is not. Under the cache's lock.</summary>
        public LinkedListNode<Entry>? Place { get; set; }

        public bool IsMarked
        {
            get => _isMarked;
            set
            {
                // a write would take the line from the other cores
                if (_isMarked != value)
                    _isMarked = value;
            }
        }

        public bool IsProven
        {
            get => _isProven;
            set => _isProven = value;
        }
    }
}
