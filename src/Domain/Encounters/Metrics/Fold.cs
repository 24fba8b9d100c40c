using Guildhall.Domain.Encounters.Spells;
using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters.Metrics;

/// <summary>Turns tallies by raw unit into totals of characters: what pets did goes to their owners, as far as these are known by now.</summary>
internal sealed class Fold(UnitTable units, SpellTable spells)
{
    /// <summary>Totals of the whole roster over one stretch, zeros included, by descending damage, then by GUID.</summary>
    public List<CharacterTotals> Totals(Tally tally, Roster roster, bool withTeams) => Totals([tally], roster, withTeams);

    /// <summary>Totals of the whole roster over several stretches.</summary>
    public List<CharacterTotals> Totals(IEnumerable<Tally> tallies, Roster roster, bool withTeams)
    {
        var byUnit = roster.Members.ToDictionary(member => member.Key, member => Blank(member.Key, member.Value, withTeams));
        foreach (var tally in tallies) AddRows(tally, byUnit);
        return [.. byUnit.Values.OrderByDescending(static totals => totals.DamageDone).ThenBy(static totals => totals.Guid, StringComparer.Ordinal)];
    }

    /// <summary>The deaths of the roster as they are shown; <paramref name="penalty"/> says what each cost a keystone.</summary>
    public List<PlayerDeath> Deaths(IEnumerable<RawDeath> deaths, Roster roster, Func<RawDeath, long?> penalty) =>
        [.. deaths.Where(death => roster.Members.ContainsKey(death.Victim))
            .OrderBy(death => death.Line)
            .Select(death => Show(death, penalty(death)))];

    private CharacterTotals Blank(int unit, Combatant? combatant, bool withTeams)
    {
        var name = CharacterName.Parse(units.NameOf(unit));
        return new CharacterTotals
        {
            Guid = units.GuidOf(unit),
            Name = name.Name.Length > 0 ? name.Name : units.GuidOf(unit),
            Realm = name.Realm,
            Region = name.Region,
            SpecId = combatant?.SpecId,
            ItemLevel = combatant?.ItemLevel,
            Team = withTeams ? combatant?.Team : null,
        };
    }

    private void AddRows(Tally tally, Dictionary<int, CharacterTotals> byUnit)
    {
        foreach (ref readonly var row in tally.Rows)
        {
            var root = units.RootOf(row.Unit);
            if (!byUnit.TryGetValue(root, out var totals)) continue;
            var damage = row.Damage;
            if (!tally.SawLandedSwings) damage.Add(row.Swings);
            totals.DamageDone += damage.Done;
            totals.Overkill += damage.Overkill;
            totals.DamageAbsorbed += damage.Absorbed;
            totals.FriendlyFire += damage.FriendlyFire;
            totals.HealingDone += row.Healing;
            totals.Overhealing += row.Overhealing;
            totals.AbsorbsProvided += row.AbsorbsProvided;
            totals.EventCount += row.Events;
            if (root != row.Unit)
            {
                totals.PetDamage += damage.Done;
                continue;
            }

            totals.DamageTaken += damage.Taken;
            totals.HealingReceived += row.HealingReceived;
            totals.AbsorbsReceived += row.AbsorbsReceived;
        }

        foreach (var (pair, count) in tally.Pairs)
        {
            // An event between a character and its pet is one event of that character.
            var root = units.RootOf((int)(pair >> 32));
            if (root == units.RootOf((int)pair) && byUnit.TryGetValue(root, out var totals)) totals.EventCount -= count;
        }

        foreach (var death in tally.Deaths)
        {
            if (byUnit.TryGetValue(death.Victim, out var totals)) totals.DeathCount++;
        }
    }

    private PlayerDeath Show(RawDeath death, long? penalty)
    {
        var blow = death.Blow;
        var cause = blow?.Cause ?? DeathCauseKind.Unknown;
        if (blow is { Source: not UnitTable.None } own && units.RootOf(own.Source) == death.Victim) cause = DeathCauseKind.Self;
        string? spell = null;
        if (blow is { Spell: > 0 } cast) spells.TryGetName(cast.Spell, out spell);
        return new PlayerDeath(
            death.At,
            death.Line,
            units.GuidOf(death.Victim),
            cause,
            death.Source == UnitTable.None ? null : units.GuidOf(death.Source),
            death.Source == UnitTable.None ? null : units.NameOf(death.Source),
            spell is null ? null : blow?.Spell,
            spell,
            blow is null || blow.Value.Cause is DeathCauseKind.Unknown or DeathCauseKind.InstantKill ? null : blow.Value.Amount,
            blow is { Overkill: > 0 } over ? over.Overkill : null,
            penalty);
    }
}
