using Guildhall.Domain.Encounters.Metrics;

namespace Guildhall.Domain.Encounters.Segmentation;

/// <summary>
/// Combat without an event that says where it begins and ends: from the first blow between group and enemies to the last. What happens
/// shortly after the last blow still belongs to it; what comes later is kept apart until another blow decides.
/// </summary>
internal sealed class CombatStretch(LogPosition start, TallySlots slots)
{
    /// <summary>More enemies than any pack has; bounds memory on hostile input.</summary>
    private const int EnemyCapacity = 4096;

    private readonly HashSet<int> _enemies = [];
    private Tally _tail = new(slots);

    /// <summary>The first blow.</summary>
    public LogPosition Start { get; } = start;

    /// <summary>What belongs to it.</summary>
    public Tally Tally { get; } = new(slots);

    /// <summary>Time of the last blow.</summary>
    public long LastBlowAt { get; private set; } = start.At;

    /// <summary>The units fought, in no order.</summary>
    public IReadOnlyCollection<int> Enemies => _enemies;

    /// <summary>What came after it, if it does not go on.</summary>
    public Tally Tail => _tail;

    /// <summary>The tally that an event belongs to for now.</summary>
    public Tally TallyAt(long at, long quiet) => at - LastBlowAt > quiet ? _tail : Tally;

    /// <summary>True when an enemy is one that was fought before.</summary>
    public bool HasFought(int enemy) => _enemies.Contains(enemy);

    /// <summary>Goes on with another blow.</summary>
    public void Strike(long at, int enemy)
    {
        if (_tail.Events > 0)
        {
            Tally.Add(_tail);
            _tail = new Tally(slots);
        }

        LastBlowAt = Math.Max(LastBlowAt, at);
        if (_enemies.Count < EnemyCapacity) _enemies.Add(enemy);
    }
}
