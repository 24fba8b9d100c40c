using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters.Metrics;

/// <summary>
/// Tells real deaths of players from feigned ones and repeats, and finds what killed. A death is a repeat while the victim has not
/// acted since the last; the killing blow is the last that overkilled, or else the last one seen shortly before.
/// </summary>
internal sealed class PlayerLives
{
    /// <summary>The game writes the killing blow within a few milliseconds of the death; servers under load take longer.</summary>
    private const long FatalBlowWindow = 2_000_000;

    /// <summary>How old a blow may be that did not overkill and yet explains a death.</summary>
    private const long BlowWindow = 10_000_000;

    private Life?[] _byUnit = new Life?[256];

    /// <summary>Notes a blow against a player.</summary>
    public void Strike(int victim, in Blow blow)
    {
        var life = Of(victim);
        life.Last = blow;
        if (blow.IsFatal) life.Fatal = blow;
    }

    /// <summary>Notes who the game says has killed.</summary>
    public void NotePartyKill(int victim, int killer, long at)
    {
        var life = Of(victim);
        life.Killer = killer;
        life.KillerAt = at;
    }

    /// <summary>Notes that a player has done what only the living do.</summary>
    public void Act(int player)
    {
        if (player < _byUnit.Length && _byUnit[player] is { } life) life.IsDead = false;
    }

    /// <summary>True while a player has died and not acted since.</summary>
    public bool IsDead(int player) => player < _byUnit.Length && _byUnit[player] is { IsDead: true };

    /// <summary>Notes that the game says a player has died.</summary>
    /// <returns>The death; null when it only repeats the last one.</returns>
    public RawDeath? Die(int victim, long at, long line)
    {
        var life = Of(victim);
        if (life.IsDead) return null;
        life.IsDead = true;
        return new RawDeath(at, line, victim, KillingBlow(life, at));
    }

    /// <summary>Forgets everything: unit numbers mean others from now on.</summary>
    public void Clear() => Array.Clear(_byUnit);

    private static Blow? KillingBlow(Life life, long at)
    {
        if (life.Fatal is { } fatal && at - fatal.At <= FatalBlowWindow) return fatal;
        var last = life.Last is { } blow && at - blow.At <= BlowWindow ? life.Last : null;
        if (life.Killer == UnitTable.None || at - life.KillerAt > FatalBlowWindow) return last;
        // The game names the killer: the last blow is his, or all that is known of it is his name.
        return last?.Source == life.Killer ? last : new Blow(life.KillerAt, DeathCauseKind.Unknown, life.Killer, 0, 0, -1);
    }

    private Life Of(int player)
    {
        if (player >= _byUnit.Length) Array.Resize(ref _byUnit, Math.Max(_byUnit.Length * 2, player + 1));
        return _byUnit[player] ??= new Life();
    }

    private sealed class Life
    {
        public bool IsDead { get; set; }

        public Blow? Last { get; set; }

        public Blow? Fatal { get; set; }

        public int Killer { get; set; }

        public long KillerAt { get; set; }
    }
}
