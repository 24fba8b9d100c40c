using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters.Metrics;

/// <summary>What COMBATANT_INFO tells of a character.</summary>
internal readonly record struct Combatant(int? SpecId, double? ItemLevel, int Team);

/// <summary>Who takes part in an encounter: whom COMBATANT_INFO names or, in logs without it, the players of the group.</summary>
internal sealed class Roster
{
    /// <summary>More than any raid or battleground has.</summary>
    private const int Capacity = 200;

    private readonly Dictionary<int, Combatant?> _members = [];
    private bool _isNamed;

    /// <summary>The members in the order in which they came, with what is known of each.</summary>
    public IReadOnlyDictionary<int, Combatant?> Members => _members;

    /// <summary>Adds whom COMBATANT_INFO names; a later one replaces an earlier.</summary>
    public void Name(int player, Combatant combatant)
    {
        if (_members.Count >= Capacity && !_members.ContainsKey(player)) return;
        _isNamed = true;
        _members[player] = combatant;
    }

    /// <summary>When nobody was named, adds the players that a stretch shows in the group and, in a match, against it.</summary>
    public void CompleteFrom(Tally tally, UnitTable units, bool withEnemies)
    {
        if (_isNamed) return;
        foreach (ref readonly var row in tally.Rows)
        {
            if (units.KindOf(row.Unit) != UnitKind.Player || _members.ContainsKey(row.Unit) || _members.Count >= Capacity) continue;
            if (!row.IsOfGroup && !(withEnemies && row.IsRival)) continue;
            _members.Add(row.Unit, withEnemies ? new Combatant(null, null, row.IsOfGroup ? 0 : 1) : null);
        }
    }
}
