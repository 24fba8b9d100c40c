using System.Runtime.InteropServices;
using Guildhall.Domain.Encounters.Events;
using Guildhall.Domain.Encounters.Metrics;
using Guildhall.Domain.Encounters.Tokens;
using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters;

/// <content>Events with a source and a destination.</content>
public sealed partial class CombatLogAnalyzer
{
    /// <summary>The Brewmaster's delay of damage, which is written as if it were a shield.</summary>
    private const int Stagger = 115069;

    private Problem? ReadUnitEvent(EventDescriptor descriptor, FieldList fields, int blockWidth)
    {
        if (!TryReadUnits(fields, out var actors)) return BadNumber("a GUID of at most 96 bytes and flags such as 0xa48, in fields 1 to 8");
        _tracker.Advance(_position);
        if (blockWidth > 0) ReadBlock(descriptor, fields, actors);
        var problem = descriptor.Family switch
        {
            EventFamily.SpellDamage or EventFamily.SplitDamage or EventFamily.EnvironmentalDamage
                or EventFamily.SwingDamage or EventFamily.SwingDamageLanded => ReadDamage(descriptor, fields, blockWidth, actors),
            EventFamily.SpellMissed or EventFamily.SwingMissed => ReadMiss(descriptor, fields, actors),
            EventFamily.Heal => ReadHeal(descriptor, fields, blockWidth, actors),
            EventFamily.Absorbed => ReadAbsorb(fields, actors),
            _ => null,
        };
        if (problem is not null) return problem;
        if (descriptor.Family is EventFamily.CastSuccess or EventFamily.CastStart or EventFamily.SwingDamage or EventFamily.SwingMissed)
            _lives.Act(actors.Source);
        CountTakers(actors);
        _tracker.Count(_position);
        ReadFate(descriptor, fields, actors);
        return null;
    }

    private bool TryReadUnits(FieldList fields, out Actors actors)
    {
        actors = default;
        var sourceGuid = fields[1];
        var destinationGuid = fields[5];
        if (sourceGuid.Length is 0 or > UnitTable.MaximumGuidBytes || destinationGuid.Length is 0 or > UnitTable.MaximumGuidBytes) return false;
        if (!FieldReader.TryReadHex(fields[3], out var sourceFlags)) return false;
        if (!FieldReader.TryReadHex(fields[7], out var destinationFlags)) return false;
        actors = new Actors(
            _units.Intern(sourceGuid, fields[2]),
            (UnitFlags)sourceFlags,
            _units.Intern(destinationGuid, fields[6]),
            (UnitFlags)destinationFlags);
        return true;
    }

    /// <summary>Learns owner and health of the unit that the advanced block is of, which may be either or a third.</summary>
    private void ReadBlock(EventDescriptor descriptor, FieldList fields, in Actors actors)
    {
        var guid = fields[descriptor.Prefix + AdvancedBlock.Unit];
        if (guid.Length is < 2 or > UnitTable.MaximumGuidBytes || UnitTable.IsNull(guid)) return;
        if (Facts.Headers == 0) Facts.AdvancedLogging = true;
        var owner = fields[descriptor.Prefix + AdvancedBlock.Owner];
        if (owner.Length is > 16 and <= UnitTable.MaximumGuidBytes) _units.SetOwner(_units.Intern(guid, default), _units.Intern(owner, default));
        if (_tracker.FollowsHealth) ReadEnemyHealth(descriptor, fields, guid, actors);
    }

    private void ReadEnemyHealth(EventDescriptor descriptor, FieldList fields, ReadOnlySpan<byte> guid, in Actors actors)
    {
        var unit = actors.DestinationFlags.Has(UnitFlags.Hostile) && _units.HasGuid(actors.Destination, guid) ? actors.Destination
            : actors.SourceFlags.Has(UnitFlags.Hostile) && _units.HasGuid(actors.Source, guid) ? actors.Source
            : UnitTable.None;
        if (unit == UnitTable.None || _tracker.Current is not { } tally) return;
        if (!FieldReader.TryReadInt64(fields[descriptor.Prefix + AdvancedBlock.CurrentHealth], out var health)) return;
        if (!FieldReader.TryReadInt64(fields[descriptor.Prefix + AdvancedBlock.MaximumHealth], out var most) || most <= 0 || health < 0) return;
        ref var row = ref tally.Row(unit);
        var share = Math.Min(1, (double)health / most);
        row.LowestHealth = row.MaximumHealth == 0 ? share : Math.Min(row.LowestHealth, share);
        row.MaximumHealth = Math.Max(row.MaximumHealth, most);
    }

    private void CountTakers(in Actors actors)
    {
        if (_tracker.Current is not { } tally) return;
        CountTaker(tally, actors.Source, actors.SourceFlags);
        if (actors.Destination == actors.Source) return;
        CountTaker(tally, actors.Destination, actors.DestinationFlags);
        if (actors.MayOwnEachOther && (_units.KindOf(actors.Source) != UnitKind.Player || _units.KindOf(actors.Destination) != UnitKind.Player))
            tally.CountPair(actors.Source, actors.Destination);
    }

    private static void CountTaker(Tally tally, int unit, UnitFlags flags)
    {
        if (unit == UnitTable.None) return;
        ref var row = ref tally.Row(unit);
        row.Sight(flags);
        row.Events++;
    }

    /// <summary>Reads what makes and unmakes units.</summary>
    private void ReadFate(EventDescriptor descriptor, FieldList fields, in Actors actors)
    {
        switch (descriptor.Family)
        {
            case EventFamily.Summon:
                _units.SetSummoner(actors.Destination, actors.Source);
                break;
            case EventFamily.Resurrect:
                _lives.Act(actors.Destination);
                break;
            case EventFamily.InstantKill when _units.KindOf(actors.Destination) == UnitKind.Player:
                _lives.Strike(actors.Destination, new Blow(_position.At, DeathCauseKind.InstantKill, actors.Source, ReadSpell(fields), 0, 0));
                break;
            case EventFamily.PartyKill when _units.KindOf(actors.Destination) == UnitKind.Player:
                _lives.NotePartyKill(actors.Destination, actors.Source, _position.At);
                break;
            case EventFamily.UnitDied:
                ReadDeath(descriptor, fields, actors);
                break;
            default:
                break;
        }
    }

    private void ReadDeath(EventDescriptor descriptor, FieldList fields, in Actors actors)
    {
        // A last field of 1 means that the unit only lies down: Feign Death and its like.
        var feigns = fields.Count > descriptor.Prefix && fields[descriptor.Prefix].SequenceEqual("1"u8);
        if (feigns) return;
        if (_units.KindOf(actors.Destination) != UnitKind.Player)
        {
            if (!_tracker.FollowsHealth || _tracker.Current is not { } tally || actors.Destination == UnitTable.None) return;
            tally.Row(actors.Destination).LowestHealth = 0;
            return;
        }

        if (_lives.Die(actors.Destination, _position.At, _position.Line) is { } death) _tracker.Die(death, _position);
    }

    private int ReadSpell(FieldList fields)
    {
        if (!FieldReader.TryReadInt32(fields[9], out var spell)) return 0;
        _spells.Note(spell, fields[10]);
        return spell;
    }

    /// <summary>The two units of an event, as that line sees them.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Actors(int Source, UnitFlags SourceFlags, int Destination, UnitFlags DestinationFlags)
    {
        /// <summary>True when the destination is an enemy of the source: a foe's enemies are all who are no foes.</summary>
        public bool AreEnemies => SourceFlags.Has(UnitFlags.Hostile)
            ? !DestinationFlags.Has(UnitFlags.Hostile)
            : !DestinationFlags.Has(UnitFlags.Friendly);

        /// <summary>True when one side is of the logging player's group and the other a foe of his.</summary>
        public bool AreFighting => (SourceFlags.Has(UnitFlags.Group) && DestinationFlags.Has(UnitFlags.Hostile))
            || (DestinationFlags.Has(UnitFlags.Group) && SourceFlags.Has(UnitFlags.Hostile));

        /// <summary>The foe of <see cref="AreFighting"/>.</summary>
        public int Foe => DestinationFlags.Has(UnitFlags.Hostile) ? Destination : Source;

        /// <summary>True when both stand on one side and one is a player's.</summary>
        public bool MayOwnEachOther => Source != UnitTable.None && Destination != UnitTable.None
            && SourceFlags.Has(UnitFlags.Hostile) == DestinationFlags.Has(UnitFlags.Hostile)
            && (SourceFlags | DestinationFlags).Has(UnitFlags.PlayerControlled);
    }
}
