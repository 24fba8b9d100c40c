using System.Runtime.InteropServices;
using Guildhall.Domain.Encounters.Events;
using Guildhall.Domain.Encounters.Metrics;
using Guildhall.Domain.Encounters.Tokens;
using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters;

/// <content>Events with amounts: damage, misses, healing, absorbs.</content>
public sealed partial class CombatLogAnalyzer
{
    /// <summary>Fields of SPELL_ABSORBED without a damaging spell: 18 up to format 9, 19 since.</summary>
    private const int WidestMeleeAbsorb = 19;

    private Problem? ReadDamage(EventDescriptor descriptor, FieldList fields, int blockWidth, in Actors actors)
    {
        var isEnvironmental = descriptor.Family == EventFamily.EnvironmentalDamage;
        var suffix = descriptor.Prefix + blockWidth + (isEnvironmental ? 1 : 0);
        if (!FieldReader.TryReadInt64(fields[suffix], out var amount)) return BadNumber($"an amount of damage in field {suffix}");
        if (!TryReadOptional(fields[suffix + 2], -1, out var overkill)) return BadNumber($"overkill or nil in field {suffix + 2}");
        if (!TryReadOptional(fields[suffix + 6], 0, out var absorbed)) return BadNumber($"an absorbed amount or nil in field {suffix + 6}");

        if (actors.AreFighting) _tracker.Strike(_position, actors.Foe);
        if (descriptor.Family == EventFamily.SwingDamageLanded) _tracker.NoteLandedSwing();
        if (_units.KindOf(actors.Destination) == UnitKind.Player)
        {
            var (cause, spell) = descriptor.Family switch
            {
                EventFamily.EnvironmentalDamage => (DeathCauseKind.Environment, 0),
                EventFamily.SpellDamage or EventFamily.SplitDamage => (DeathCauseKind.Spell, ReadSpell(fields)),
                _ => (DeathCauseKind.Melee, 0),
            };
            _lives.Strike(actors.Destination, new Blow(_position.At, cause, actors.Source, spell, amount, overkill));
        }

        if (_tracker.Current is not { } tally) return null;
        var hit = new Hit(amount - Math.Max(overkill, 0), Math.Max(overkill, 0), absorbed, descriptor.Family);
        AddDone(tally, hit, actors);
        if (actors.Destination != UnitTable.None) Sums(ref tally.Row(actors.Destination), hit.IsSwing).Taken += hit.Effective;
        return null;
    }

    private static void AddDone(Tally tally, in Hit hit, in Actors actors)
    {
        if (actors.Source == UnitTable.None) return;
        ref var sums = ref Sums(ref tally.Row(actors.Source), hit.IsSwing);
        if (!actors.AreEnemies)
        {
            // The source of a split is the friend whose damage is taken over: it does no harm by being helped.
            if (hit.Family != EventFamily.SplitDamage) sums.FriendlyFire += hit.Effective;
            return;
        }

        sums.Done += hit.Effective;
        sums.Overkill += hit.Overkill;
        sums.Absorbed += hit.Absorbed;
    }

    private static ref DamageSums Sums(ref TallyRow row, bool isSwing)
    {
        if (isSwing) return ref row.Swings;
        return ref row.Damage;
    }

    /// <summary>A hit that a shield took whole is written as a miss, with the amount it would have been.</summary>
    private Problem? ReadMiss(EventDescriptor descriptor, FieldList fields, in Actors actors)
    {
        if (!fields[descriptor.Prefix].SequenceEqual("ABSORB"u8) || fields.Count <= descriptor.Prefix + 2) return null;
        var field = descriptor.Prefix + 2;
        if (!FieldReader.TryReadInt64(fields[field], out var amount)) return BadNumber($"an absorbed amount in field {field}");
        if (actors.AreFighting) _tracker.Strike(_position, actors.Foe);
        if (actors.Source == UnitTable.None || !actors.AreEnemies || _tracker.Current is not { } tally) return null;
        tally.Row(actors.Source).Damage.Absorbed += amount;
        return null;
    }

    private Problem? ReadHeal(EventDescriptor descriptor, FieldList fields, int blockWidth, in Actors actors)
    {
        var suffix = descriptor.Prefix + blockWidth;
        if (!FieldReader.TryReadInt64(fields[suffix], out var amount)) return BadNumber($"an amount of healing in field {suffix}");
        if (!TryReadOptional(fields[suffix + 2], 0, out var over)) return BadNumber($"overhealing or nil in field {suffix + 2}");
        if (_tracker.Current is not { } tally) return null;
        if (actors.Source != UnitTable.None && !actors.AreEnemies)
        {
            ref var row = ref tally.Row(actors.Source);
            row.Healing += amount - over;
            row.Overhealing += over;
        }

        if (actors.Destination != UnitTable.None) tally.Row(actors.Destination).HealingReceived += amount - over;
        return null;
    }

    /// <summary>
    /// The one place where absorbed damage counts for the shield's owner: the same points also stand in the damage or miss beside it.
    /// The damaging spell is missing when the hit was melee, which the width tells: a GUID of nobody looks like a spell's number.
    /// </summary>
    private Problem? ReadAbsorb(FieldList fields, in Actors actors)
    {
        var caster = fields.Count > WidestMeleeAbsorb ? 12 : 9;
        if (fields.Count < caster + 8)
            return new Problem(LineProblemReason.WrongFieldCount, $"SPELL_ABSORBED with a shield in fields {caster} to {caster + 7}");
        var guid = fields[caster];
        if (guid.Length is 0 or > UnitTable.MaximumGuidBytes || !FieldReader.TryReadHex(fields[caster + 2], out var casterFlags))
            return BadNumber($"the shield's owner in fields {caster} to {caster + 3}");
        if (!FieldReader.TryReadInt32(fields[caster + 4], out var shield)) return BadNumber($"the shield's id in field {caster + 4}");
        if (!FieldReader.TryReadInt64(fields[caster + 7], out var amount)) return BadNumber($"an absorbed amount in field {caster + 7}");
        if (_tracker.Current is not { } tally) return null;

        var owner = new Actors(_units.Intern(guid, fields[caster + 1]), (UnitFlags)casterFlags, actors.Destination, actors.DestinationFlags);
        if (owner.Source != actors.Source && owner.Source != actors.Destination) CountTaker(tally, owner.Source, owner.SourceFlags);
        if (shield == Stagger) return null;
        if (owner.Source != UnitTable.None && !owner.AreEnemies) tally.Row(owner.Source).AbsorbsProvided += amount;
        if (actors.Destination != UnitTable.None) tally.Row(actors.Destination).AbsorbsReceived += amount;
        return null;
    }

    /// <summary>Reads a number where the game may also write nil.</summary>
    private static bool TryReadOptional(ReadOnlySpan<byte> field, long nil, out long value)
    {
        if (FieldReader.TryReadInt64(field, out value)) return true;
        value = nil;
        return FieldReader.IsNil(field);
    }

    /// <summary>What a damage line says.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Hit(long Effective, long Overkill, long Absorbed, EventFamily Family)
    {
        /// <summary>True when the attacker tells of a melee hit, which its victim may tell again.</summary>
        public bool IsSwing => Family == EventFamily.SwingDamage;
    }
}
