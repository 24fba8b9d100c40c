using System.Runtime.InteropServices;
using System.Text;
using Guildhall.Domain.Encounters.Tokens;

namespace Guildhall.Domain.Encounters.Units;

/// <summary>
/// Gives every GUID a small number at first sight and remembers its name and owner. Owners are kept here and not in what is counted,
/// so that one learned late changes nothing that was written: totals are by raw unit, and folded onto owners when asked for.
/// </summary>
internal sealed class UnitTable
{
    /// <summary>The number of nobody: the null GUID.</summary>
    public const int None = 0;

    /// <summary>Longest GUID that is one.</summary>
    public const int MaximumGuidBytes = 96;

    private const int MaximumNameBytes = 256;
    private const int MaximumHops = 5;

    // The seed differs by process, so that nobody can write a log whose GUIDs collide. Nothing else depends on it.
    private static readonly ulong Seed = (uint)StringComparer.Ordinal.GetHashCode("units") | 1UL;

    private readonly ByteArena _text = new();
    private int[] _buckets = new int[1024];
    private Unit[] _units = new Unit[512];

    /// <summary>Begins with nobody in it.</summary>
    public UnitTable() => Count = 1;

    private static ReadOnlySpan<byte> NullGuid => "0000000000000000"u8;

    /// <summary>How many numbers are given, nobody's included.</summary>
    public int Count { get; private set; }

    /// <summary>Most units that are told apart; later ones are nobody until <see cref="Clear"/>.</summary>
    public int Capacity { get; init; } = 1 << 18;

    /// <summary>True for the GUID that means nobody.</summary>
    public static bool IsNull(ReadOnlySpan<byte> guid) => guid.SequenceEqual(NullGuid) || FieldReader.IsNil(guid);

    /// <summary>The number of a GUID, a new one at first sight.</summary>
    /// <param name="guid">As the log writes it, at most <see cref="MaximumGuidBytes"/>.</param>
    /// <param name="name">The field of its name, in quotes; empty when the line has none.</param>
    public int Intern(ReadOnlySpan<byte> guid, ReadOnlySpan<byte> name)
    {
        var number = Find(guid);
        if (number != None && _units[number].NameLength == 0 && name.Length > 2) Rename(number, name);
        return number;
    }

    /// <summary>What the number's GUID names.</summary>
    public UnitKind KindOf(int unit) => _units[unit].Kind;

    /// <summary>The GUID's text.</summary>
    public string GuidOf(int unit) => Encoding.UTF8.GetString(_text.Get(_units[unit].GuidStart, _units[unit].GuidLength));

    /// <summary>The name's text; empty when no line has given one.</summary>
    public string NameOf(int unit) => FieldReader.Unescape(_text.Get(_units[unit].NameStart, _units[unit].NameLength));

    /// <summary>True when this is the bytes of the unit's GUID.</summary>
    public bool HasGuid(int unit, ReadOnlySpan<byte> guid) => guid.SequenceEqual(_text.Get(_units[unit].GuidStart, _units[unit].GuidLength));

    /// <summary>Notes an owner from an advanced block, which is the game's own word and replaces any other.</summary>
    public void SetOwner(int unit, int owner)
    {
        if (unit == None || owner == None || unit == owner) return;
        _units[unit].Owner = owner;
        _units[unit].OwnerIsCertain = true;
    }

    /// <summary>Notes who summoned a unit, which makes an owner unless a block has told one.</summary>
    public void SetSummoner(int unit, int summoner)
    {
        if (unit == None || summoner == None || unit == summoner || _units[unit].OwnerIsCertain) return;
        _units[unit].Owner = summoner;
    }

    /// <summary>Who stands at the end of a chain of owners, of at most five; the unit itself when it has none.</summary>
    public int RootOf(int unit)
    {
        for (var hop = 0; hop < MaximumHops && _units[unit].Owner != None; hop++) unit = _units[unit].Owner;
        return unit;
    }

    /// <summary>Forgets every unit. Numbers given before mean nothing afterwards.</summary>
    public void Clear()
    {
        _text.Clear();
        Array.Clear(_buckets);
        Array.Clear(_units);
        Count = 1;
    }

    private static uint Hash(ReadOnlySpan<byte> guid)
    {
        var hash = Seed + (ulong)guid.Length;
        var words = MemoryMarshal.Cast<byte, ulong>(guid);
        foreach (var word in words) hash = Mix(hash ^ word);
        var rest = guid[(words.Length * 8)..];
        var last = 0UL;
        foreach (var character in rest) last = (last << 8) | character;
        return (uint)(Mix(hash ^ last) >> 32);
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, 0x9E3779B97F4A7C15UL, out var low);
        return high ^ low;
    }

    private static UnitKind KindOf(ReadOnlySpan<byte> guid)
    {
        if (guid.StartsWith("Player-"u8)) return UnitKind.Player;
        if (guid.StartsWith("Creature-"u8)) return UnitKind.Creature;
        if (guid.StartsWith("Vehicle-"u8)) return UnitKind.Vehicle;
        if (guid.StartsWith("Pet-"u8)) return UnitKind.Pet;
        if (guid.StartsWith("GameObject-"u8)) return UnitKind.GameObject;
        return guid.Contains((byte)'-') ? UnitKind.Thing : UnitKind.Unknown;
    }

    private int Find(ReadOnlySpan<byte> guid)
    {
        if (guid[0] is (byte)'0' or (byte)'n' && IsNull(guid)) return None;
        var hash = Hash(guid);
        var bucket = (int)(hash & (uint)(_buckets.Length - 1));
        while (true)
        {
            var number = _buckets[bucket];
            if (number == 0) break;
            ref var unit = ref _units[number];
            if (unit.Hash == hash && guid.SequenceEqual(_text.Get(unit.GuidStart, unit.GuidLength))) return number;
            bucket = (bucket + 1) & (_buckets.Length - 1);
        }

        return Count >= Capacity ? None : Add(guid, hash, bucket);
    }

    private int Add(ReadOnlySpan<byte> guid, uint hash, int bucket)
    {
        if (Count == _units.Length) Array.Resize(ref _units, _units.Length * 2);
        var number = Count++;
        _units[number] = new Unit { Hash = hash, GuidStart = _text.Add(guid), GuidLength = guid.Length, Kind = KindOf(guid) };
        _buckets[bucket] = number;
        if (Count * 2 > _buckets.Length) Rehash();
        return number;
    }

    private void Rehash()
    {
        _buckets = new int[_buckets.Length * 2];
        for (var number = 1; number < Count; number++)
        {
            var bucket = (int)(_units[number].Hash & (uint)(_buckets.Length - 1));
            while (_buckets[bucket] != 0) bucket = (bucket + 1) & (_buckets.Length - 1);
            _buckets[bucket] = number;
        }
    }

    private void Rename(int number, ReadOnlySpan<byte> name)
    {
        if (FieldReader.IsNil(name)) return;
        var text = FieldReader.Cut(FieldReader.Unquote(name), MaximumNameBytes);
        // What the client has not loaded yet is called so; the real name follows.
        if (text.IsEmpty || text.SequenceEqual("Unknown"u8)) return;
        _units[number].NameStart = _text.Add(text);
        _units[number].NameLength = text.Length;
    }

    private struct Unit
    {
        public uint Hash;
        public int GuidStart;
        public int GuidLength;
        public int NameStart;
        public int NameLength;
        public int Owner;
        public bool OwnerIsCertain;
        public UnitKind Kind;
    }
}
