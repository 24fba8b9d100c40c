namespace Domain.Tests.Encounters;

/// <summary>Where our count of a real log differs from another person's, and why ours stands. See docs/combat-log-semantics.md.</summary>
/// <param name="File">Part of the file's name.</param>
/// <param name="Encounter">Index of the encounter in the file, from 0.</param>
/// <param name="Metric">As the other count names it.</param>
/// <param name="SpecId">Who, by specialisation.</param>
/// <param name="Difference">Ours less theirs.</param>
/// <param name="Reason">Why.</param>
internal sealed record KnownDifference(string File, int Encounter, string Metric, int SpecId, long Difference, string Reason)
{
    private const string Split = "Theirs leaves out DAMAGE_SPLIT: what a Blessing of Sacrifice or Interpose takes over is health lost all the same.";
    private const string Environment = "Theirs leaves out ENVIRONMENTAL_DAMAGE: one step into lava.";
    private const string Swings = "No victim tells of melee in this file; theirs counts it from victims only, ours then from attackers.";

    public static readonly IReadOnlyList<KnownDifference> All =
    [
        new("neltharions-lair", 5, "dmg_taken", 66, 95_853, Split),
        new("neltharions-lair", 6, "dmg_taken", 66, 68_393, Environment),
        new("neltharions-lair", 7, "dmg_taken", 66, 68_731, Environment),
        new("neltharions-lair", 8, "dmg_taken", 66, 153_613, Split),
        new("neltharions-lair", 10, "dmg_taken", 66, 37_517, Split),
        new("freehold", 1, "dmg_taken", 66, 5_237, Split),
        new("freehold", 2, "dmg_taken", 66, 53_041, Split),
        new("vortex-pinnacle", 1, "dmg_taken", 66, 28_254, Split),
        new("enc-3122-pull-1", 0, "dmg_taken", 72, 4_366, Split),
        new("enc-3135-pull-1", 0, "dmg_taken", 105, 118_782, Swings),
    ];
}
