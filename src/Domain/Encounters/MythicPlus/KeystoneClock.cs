namespace Guildhall.Domain.Encounters.MythicPlus;

/// <summary>
/// The timer of a keystone, computed: it starts when the countdown after CHALLENGE_MODE_START has run down, and a death before the limit
/// moves it on by a penalty. A death after it is free.
/// </summary>
internal sealed class KeystoneClock(long startedAt, long? limit, long penaltyPerDeath)
{
    /// <summary>
    /// The countdown, in milliseconds: over seven runs the game's total time was 8.15 to 8.67 s less than from start to end plus penalties.
    /// </summary>
    public const long Countdown = 8300;

    /// <summary>Deaths that the timer counts.</summary>
    public int Counted { get; private set; }

    /// <summary>Deaths after the limit.</summary>
    public int Free { get; private set; }

    /// <summary>What deaths have cost so far, in milliseconds.</summary>
    public long Penalty { get; private set; }

    /// <summary>Counts a death and says what it cost, in milliseconds.</summary>
    public long Die(long at)
    {
        if (limit is { } milliseconds && Total(at) >= milliseconds)
        {
            Free++;
            return 0;
        }

        Counted++;
        Penalty += penaltyPerDeath;
        return penaltyPerDeath;
    }

    /// <summary>What the timer shows, in milliseconds.</summary>
    public long Total(long at) => Math.Max(0, ((at - startedAt) / 1000) - Countdown) + Penalty;
}
