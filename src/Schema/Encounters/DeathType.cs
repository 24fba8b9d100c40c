using System.Globalization;
using GraphQL.Types;
using Guildhall.Domain.Encounters;
using Guildhall.Schema.Encounters.Loaders;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters;

/// <summary>A real death: not feigned, not reported twice.</summary>
[ObjectType<Death>(IgnoreProperties =
[
    nameof(Death.LogId), nameof(Death.Log), nameof(Death.EncounterId), nameof(Death.Encounter), nameof(Death.SegmentId), nameof(Death.Segment),
    nameof(Death.VictimId), nameof(Death.Number), nameof(Death.SourceGuid), nameof(Death.SourceName), nameof(Death.SpellId), nameof(Death.SpellName),
    nameof(Death.Amount), nameof(Death.Overkill),
])]
public static class DeathType
{
    /// <summary>Who died, over the whole encounter.</summary>
    public static Task<CharacterStream> GetVictimAsync(
        [Parent] Death death, CharacterStreamById streams, CancellationToken cancellationToken) =>
        streams.LoadRequiredAsync(death.VictimId, cancellationToken);

    /// <summary>What killed.</summary>
    public static DeathCause GetCause([Parent] Death death) => new(death);
}

/// <summary>What killed a character.</summary>
/// <param name="death">The death it explains.</param>
public sealed class DeathCause(Death death)
{
    /// <summary>What sort of thing killed.</summary>
    public DeathCauseKind Kind => death.Cause;

    /// <summary>Such as `Lava Slash by Magmorax, 412,000 overkill 88,000`.</summary>
    public string Summary
    {
        get
        {
            var what = death.SpellName ?? (death.Cause switch
            {
                DeathCauseKind.Melee => "Melee",
                DeathCauseKind.Environment => "The environment",
                DeathCauseKind.InstantKill => "Instant kill",
                _ => "Unknown",
            });
            var by = death.SourceName is null ? "" : $" by {death.SourceName}";
            var amount = death.Amount is { } points ? string.Create(CultureInfo.InvariantCulture, $", {points:N0}") : "";
            var overkill = death.Overkill is { } beyond and > 0
                ? string.Create(CultureInfo.InvariantCulture, $" overkill {beyond:N0}")
                : "";
            return what + by + amount + overkill;
        }
    }

    /// <summary>The killer's GUID; null when nobody killed, or nothing tells.</summary>
    public string? SourceGuid => death.SourceGuid;

    /// <summary>The killer's name, in the log's language; null as for `sourceGuid`.</summary>
    public string? SourceName => death.SourceName;

    /// <summary>Null for melee, the environment and unknown causes.</summary>
    public int? SpellId => death.SpellId;

    /// <summary>In the log's language; null as for `spellId`.</summary>
    public string? SpellName => death.SpellName;

    /// <summary>Of the killing blow, overkill included; null when no event explains the death.</summary>
    public long? Amount => death.Amount;

    /// <summary>Null when nothing was overkilled.</summary>
    public long? Overkill => death.Overkill;
}
