using System.Runtime.InteropServices;
using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters.Metrics;

/// <summary>A blow against a player.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Blow(long At, DeathCauseKind Cause, int Source, int Spell, long Amount, long Overkill)
{
    /// <summary>True when the blow says itself that it killed.</summary>
    public bool IsFatal => Cause == DeathCauseKind.InstantKill || Overkill > 0 || (Overkill == 0 && Cause != DeathCauseKind.Environment);
}

/// <summary>A real death of a player, before units have become text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RawDeath(long At, long Line, int Victim, Blow? Blow)
{
    /// <summary>Who killed; nobody when nobody did, or nothing tells.</summary>
    public int Source => Blow?.Source ?? UnitTable.None;
}
