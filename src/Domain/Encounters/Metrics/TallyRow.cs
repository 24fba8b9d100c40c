using System.Runtime.InteropServices;
using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters.Metrics;

/// <summary>Sums of damage lines.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct DamageSums
{
    /// <summary>To enemies, without overkill.</summary>
    public long Done;

    /// <summary>To enemies, beyond death.</summary>
    public long Overkill;

    /// <summary>What enemies' shields took.</summary>
    public long Absorbed;

    /// <summary>To friends, without overkill.</summary>
    public long FriendlyFire;

    /// <summary>Suffered, without overkill.</summary>
    public long Taken;

    /// <summary>Adds another's sums.</summary>
    public void Add(in DamageSums other)
    {
        Done += other.Done;
        Overkill += other.Overkill;
        Absorbed += other.Absorbed;
        FriendlyFire += other.FriendlyFire;
        Taken += other.Taken;
    }
}

/// <summary>What one raw unit did and suffered, its owner not considered.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct TallyRow
{
    /// <summary>The unit.</summary>
    public int Unit;

    /// <summary>True when a line shows it as a player of the group.</summary>
    public bool IsOfGroup;

    /// <summary>True when a line shows it as a player against the group.</summary>
    public bool IsRival;

    /// <summary>All damage but what attackers tell of their melee hits.</summary>
    public DamageSums Damage;

    /// <summary>Melee hits as attackers tell them: counted where no victim does.</summary>
    public DamageSums Swings;

    /// <summary>Healing that found a wound.</summary>
    public long Healing;

    /// <summary>Healing that found none.</summary>
    public long Overhealing;

    /// <summary>Damage that this unit's shields took.</summary>
    public long AbsorbsProvided;

    /// <summary>Healing it received.</summary>
    public long HealingReceived;

    /// <summary>Damage that shields took for it.</summary>
    public long AbsorbsReceived;

    /// <summary>Events in which it takes part.</summary>
    public long Events;

    /// <summary>Greatest health seen while it was an enemy; 0 when none was.</summary>
    public long MaximumHealth;

    /// <summary>Lowest share of its health seen while it was an enemy, 0..1.</summary>
    public double LowestHealth;

    /// <summary>Notes how a line shows it. A charmed rival counts as somebody's pet for a while, which makes it no member.</summary>
    public void Sight(UnitFlags flags)
    {
        if (!flags.Has(UnitFlags.Player)) return;
        IsOfGroup |= flags.Has(UnitFlags.Group);
        IsRival |= flags.Has(UnitFlags.Hostile);
    }

    /// <summary>Adds another row of the same unit.</summary>
    public void Add(in TallyRow other)
    {
        IsOfGroup |= other.IsOfGroup;
        IsRival |= other.IsRival;
        Damage.Add(other.Damage);
        Swings.Add(other.Swings);
        Healing += other.Healing;
        Overhealing += other.Overhealing;
        AbsorbsProvided += other.AbsorbsProvided;
        HealingReceived += other.HealingReceived;
        AbsorbsReceived += other.AbsorbsReceived;
        Events += other.Events;
        if (other.MaximumHealth == 0) return;
        LowestHealth = MaximumHealth == 0 ? other.LowestHealth : Math.Min(LowestHealth, other.LowestHealth);
        MaximumHealth = Math.Max(MaximumHealth, other.MaximumHealth);
    }
}
