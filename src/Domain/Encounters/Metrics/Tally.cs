using System.Runtime.InteropServices;

namespace Guildhall.Domain.Encounters.Metrics;

/// <summary>Where each unit's row is in the tally that was asked last: one array for all tallies of a log.</summary>
internal sealed class TallySlots
{
    private int _lastTally;

    /// <summary>By unit: the tally in the upper half, its row in the lower.</summary>
    public long[] ByUnit { get; private set; } = new long[512];

    /// <summary>A number no tally has had.</summary>
    public int NextTally() => ++_lastTally;

    /// <summary>Makes room for a unit.</summary>
    public void Grow(int unit)
    {
        var slots = ByUnit;
        if (unit >= slots.Length) Array.Resize(ref slots, Math.Max(slots.Length * 2, unit + 1));
        ByUnit = slots;
    }
}

/// <summary>What happened in a stretch of a log, by raw unit.</summary>
internal sealed class Tally(TallySlots slots)
{
    /// <summary>More than any stretch has; bounds memory on hostile input.</summary>
    private const int DeathCapacity = 10_000;

    /// <summary>More than a raid and its pets make of each other; bounds memory on hostile input.</summary>
    private const int PairCapacity = 1 << 18;

    private readonly long _id = slots.NextTally();
    private readonly Dictionary<int, int> _rowOfUnit = [];
    private readonly Dictionary<long, long> _pairs = [];
    private readonly List<RawDeath> _deaths = [];
    private TallyRow[] _rows = new TallyRow[16];
    private int _count;

    /// <summary>Events counted.</summary>
    public long Events { get; private set; }

    /// <summary>Line of the first event; 0 without events.</summary>
    public long FirstLine { get; private set; }

    /// <summary>Line of the last event.</summary>
    public long LastLine { get; private set; }

    /// <summary>Time of the last event.</summary>
    public long LastAt { get; private set; }

    /// <summary>True when victims have told of melee hits, so that what attackers tell of them is not counted again.</summary>
    public bool SawLandedSwings { get; set; }

    /// <summary>Deaths of players, in order.</summary>
    public IReadOnlyList<RawDeath> Deaths => _deaths;

    /// <summary>A row for each unit that took part.</summary>
    public ReadOnlySpan<TallyRow> Rows => _rows.AsSpan(0, _count);

    /// <summary>Events between two units of which one may own the other, by both numbers; each counts for both.</summary>
    public IReadOnlyDictionary<long, long> Pairs => _pairs;

    /// <summary>The row of a unit.</summary>
    public ref TallyRow Row(int unit)
    {
        var known = slots.ByUnit;
        if ((uint)unit < (uint)known.Length && known[unit] >> 32 == _id) return ref _rows[(int)known[unit]];
        return ref FindOrAdd(unit);
    }

    /// <summary>Counts an event.</summary>
    public void CountEvent(long line, long at)
    {
        if (Events++ == 0) FirstLine = line;
        LastLine = line;
        LastAt = at;
    }

    /// <summary>Notes an event between two units of which one may own the other.</summary>
    public void CountPair(int source, int destination)
    {
        if (_pairs.Count < PairCapacity) CollectionsMarshal.GetValueRefOrAddDefault(_pairs, ((long)source << 32) | (uint)destination, out _)++;
    }

    /// <summary>Notes the death of a player.</summary>
    public void AddDeath(in RawDeath death)
    {
        if (_deaths.Count < DeathCapacity) _deaths.Add(death);
    }

    /// <summary>Adds what happened in another stretch.</summary>
    public void Add(Tally other)
    {
        foreach (ref readonly var row in other.Rows) Row(row.Unit).Add(row);
        foreach (var (pair, count) in other._pairs) CollectionsMarshal.GetValueRefOrAddDefault(_pairs, pair, out _) += count;
        _deaths.AddRange(other._deaths);
        SawLandedSwings |= other.SawLandedSwings;
        if (other.Events == 0) return;
        if (Events == 0) FirstLine = other.FirstLine;
        Events += other.Events;
        LastLine = Math.Max(LastLine, other.LastLine);
        LastAt = Math.Max(LastAt, other.LastAt);
    }

    private ref TallyRow FindOrAdd(int unit)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rowOfUnit, unit, out var exists);
        if (!exists)
        {
            if (_count == _rows.Length) Array.Resize(ref _rows, _rows.Length * 2);
            row = _count;
            _rows[_count++].Unit = unit;
        }

        slots.Grow(unit);
        slots.ByUnit[unit] = (_id << 32) | (uint)row;
        return ref _rows[row];
    }
}
