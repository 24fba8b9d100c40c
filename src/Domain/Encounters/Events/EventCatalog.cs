using System.Text;

namespace Guildhall.Domain.Encounters.Events;

/// <summary>Every event a rule knows, found by the bytes of its name. Widths were measured on logs of formats 9 to 22.</summary>
internal static class EventCatalog
{
    private const int Swing = 9;
    private const int Spell = 12;
    private const int BucketCount = 1024;

    private static readonly EventDescriptor?[] Buckets = new EventDescriptor?[BucketCount];
    private static readonly byte[][] Names = new byte[BucketCount][];

    static EventCatalog()
    {
        foreach (var descriptor in All())
        {
            var name = Encoding.ASCII.GetBytes(descriptor.Name);
            var bucket = BucketOf(name);
            while (Buckets[bucket] is not null) bucket = (bucket + 1) % BucketCount;
            Buckets[bucket] = descriptor;
            Names[bucket] = name;
        }
    }

    /// <summary>The event of this name; null when no rule knows it.</summary>
    public static EventDescriptor? Find(ReadOnlySpan<byte> name)
    {
        for (var bucket = BucketOf(name); Buckets[bucket] is { } descriptor; bucket = (bucket + 1) % BucketCount)
        {
            if (name.SequenceEqual(Names[bucket])) return descriptor;
        }

        return null;
    }

    private static int BucketOf(ReadOnlySpan<byte> name)
    {
        var hash = (uint)name.Length;
        foreach (var character in name) hash = (hash * 31) + character;
        return (int)((hash * 2654435769u) >> 22);
    }

    private static IEnumerable<EventDescriptor> All() => Damage().Concat(Spells()).Concat(Auras()).Concat(Units()).Concat(World());

    private static IEnumerable<EventDescriptor> Damage()
    {
        // Ten fields behind the block; since format 22 spells add whether they hit one or many.
        foreach (var name in (string[])["SPELL_DAMAGE", "SPELL_PERIODIC_DAMAGE", "SPELL_BUILDING_DAMAGE", "RANGE_DAMAGE", "DAMAGE_SHIELD"])
            yield return Block(name, EventFamily.SpellDamage, Spell, 10, 11);
        yield return Block("DAMAGE_SPLIT", EventFamily.SplitDamage, Spell, 10, 11);
        yield return Block("SWING_DAMAGE", EventFamily.SwingDamage, Swing, 10, 11);
        yield return Block("SWING_DAMAGE_LANDED", EventFamily.SwingDamageLanded, Swing, 10, 11);
        yield return Block("ENVIRONMENTAL_DAMAGE", EventFamily.EnvironmentalDamage, Swing, 11, 12);
        // Support events always have a spell, the supporter's buff, and end in the supporter.
        foreach (var prefix in (string[])["SPELL_DAMAGE", "SPELL_PERIODIC_DAMAGE", "RANGE_DAMAGE", "SWING_DAMAGE_LANDED"])
            yield return Block(prefix + "_SUPPORT", EventFamily.Support, Spell, 11, 12);
        foreach (var name in (string[])["SPELL_HEAL_SUPPORT", "SPELL_PERIODIC_HEAL_SUPPORT"])
            yield return Block(name, EventFamily.Support, Spell, 6, 7);
        yield return Plain("SPELL_ABSORBED_SUPPORT", EventFamily.Support, Swing, 19, 23);
        foreach (var prefix in (string[])["SPELL", "SPELL_PERIODIC", "SPELL_BUILDING", "RANGE", "DAMAGE_SHIELD", "DAMAGE_SPLIT"])
            yield return Plain(prefix + "_MISSED", EventFamily.SpellMissed, Spell, 13, 18);
        yield return Plain("SWING_MISSED", EventFamily.SwingMissed, Swing, 10, 15);
        yield return Plain("SPELL_ABSORBED", EventFamily.Absorbed, Swing, 17, 22);
    }

    private static IEnumerable<EventDescriptor> Spells()
    {
        foreach (var prefix in (string[])["SPELL", "SPELL_PERIODIC", "SPELL_BUILDING"])
        {
            yield return Block(prefix + "_HEAL", EventFamily.Heal, Spell, 5, 6);
            yield return Block(prefix + "_ENERGIZE", EventFamily.Power, Spell, 4, 5);
            yield return Block(prefix + "_DRAIN", EventFamily.Power, Spell, 4, 5);
            yield return Block(prefix + "_LEECH", EventFamily.Power, Spell, 4, 5);
        }

        yield return Block("SPELL_CAST_SUCCESS", EventFamily.CastSuccess, Spell, 0, 1);
        yield return Plain("SPELL_CAST_START", EventFamily.CastStart, Spell, 12, 13);
        yield return Plain("SPELL_CAST_FAILED", EventFamily.Base, Spell, 12, 14);
        yield return Plain("SPELL_EMPOWER_START", EventFamily.CastStart, Spell, 12, 13);
        yield return Plain("SPELL_EMPOWER_END", EventFamily.Base, Spell, 12, 14);
        yield return Plain("SPELL_EMPOWER_INTERRUPT", EventFamily.Base, Spell, 12, 14);
        yield return Plain("SPELL_HEAL_ABSORBED", EventFamily.Base, Spell, 19, 22);
        yield return Plain("SPELL_SUMMON", EventFamily.Summon, Spell, 12, 13);
        yield return Plain("SPELL_CREATE", EventFamily.Base, Spell, 12, 13);
        yield return Plain("SPELL_RESURRECT", EventFamily.Resurrect, Spell, 12, 13);
        yield return Plain("SPELL_INSTAKILL", EventFamily.InstantKill, Spell, 12, 13);
        yield return Plain("SPELL_EXTRA_ATTACKS", EventFamily.Base, Spell, 13, 14);
        yield return Plain("SPELL_INTERRUPT", EventFamily.Base, Spell, 15, 16);
        yield return Plain("SPELL_DISPEL", EventFamily.Base, Spell, 15, 17);
        yield return Plain("SPELL_PERIODIC_DISPEL", EventFamily.Base, Spell, 15, 17);
        yield return Plain("SPELL_DISPEL_FAILED", EventFamily.Base, Spell, 15, 16);
        yield return Plain("SPELL_STOLEN", EventFamily.Base, Spell, 15, 17);
        yield return Plain("SPELL_DURABILITY_DAMAGE", EventFamily.Base, Spell, 12, 14);
        yield return Plain("SPELL_DURABILITY_DAMAGE_ALL", EventFamily.Base, Spell, 12, 14);
    }

    private static IEnumerable<EventDescriptor> Auras()
    {
        foreach (var prefix in (string[])["SPELL", "SPELL_PERIODIC"])
        {
            foreach (var suffix in (string[])["APPLIED", "REMOVED", "REFRESH", "APPLIED_DOSE", "REMOVED_DOSE", "BROKEN"])
                yield return Plain(prefix + "_AURA_" + suffix, EventFamily.Aura, Spell, 13, 16);
            yield return Plain(prefix + "_AURA_BROKEN_SPELL", EventFamily.Aura, Spell, 15, 17);
        }
    }

    private static IEnumerable<EventDescriptor> Units()
    {
        foreach (var name in (string[])["UNIT_DIED", "UNIT_DESTROYED", "UNIT_DISSIPATES"])
            yield return Plain(name, EventFamily.UnitDied, Swing, 9, 10);
        yield return Plain("PARTY_KILL", EventFamily.PartyKill, Swing, 9, 10);
        yield return Plain("ENCHANT_APPLIED", EventFamily.Base, Swing, 11, 12);
        yield return Plain("ENCHANT_REMOVED", EventFamily.Base, Swing, 11, 12);
    }

    private static IEnumerable<EventDescriptor> World()
    {
        yield return Plain("COMBAT_LOG_VERSION", EventFamily.Version, 0, 2, 16);
        yield return Plain("ENCOUNTER_START", EventFamily.EncounterStart, 0, 5, 8);
        yield return Plain("ENCOUNTER_END", EventFamily.EncounterEnd, 0, 6, 8);
        yield return Plain("CHALLENGE_MODE_START", EventFamily.ChallengeStart, 0, 5, 7);
        yield return Plain("CHALLENGE_MODE_END", EventFamily.ChallengeEnd, 0, 5, 8);
        yield return Plain("ZONE_CHANGE", EventFamily.ZoneChange, 0, 3, 5);
        yield return Plain("MAP_CHANGE", EventFamily.MapChange, 0, 3, 8);
        yield return Plain("MAP_FLOOR_START", EventFamily.FloorStart, 0, 1, 10);
        yield return Plain("MAP_FLOOR_END", EventFamily.FloorEnd, 0, 1, 10);
        yield return Plain("ARENA_MATCH_START", EventFamily.ArenaStart, 0, 4, 7);
        yield return Plain("ARENA_MATCH_END", EventFamily.ArenaEnd, 0, 3, 7);
        yield return Plain("COMBATANT_INFO", EventFamily.CombatantInfo, 0, 20, Tokens.Tokenizer.MaximumFields);
        yield return Plain("EMOTE", EventFamily.Emote, 0, 5, int.MaxValue);
        yield return Plain("WORLD_MARKER_PLACED", EventFamily.Other, 0, 2, 8);
        yield return Plain("WORLD_MARKER_REMOVED", EventFamily.Other, 0, 2, 4);
        yield return Plain("STAGGER_CLEAR", EventFamily.Other, 0, 3, 4);
        yield return Plain("STAGGER_PREVENTED", EventFamily.Other, 0, 3, 5);
    }

    private static EventDescriptor Block(string name, EventFamily family, int prefix, int minimum, int maximum) =>
        new(name, family, prefix, HasBlock: true, prefix + minimum, prefix + maximum);

    private static EventDescriptor Plain(string name, EventFamily family, int prefix, int minimum, int maximum) =>
        new(name, family, prefix, HasBlock: false, minimum, maximum);
}
