using Guildhall.Domain.Encounters.Metrics;
using Guildhall.Domain.Encounters.Spells;
using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters.Segmentation;

/// <summary>
/// Follows what is being fought. At most one thing is open at a time: a pull, a keystone, a match, or combat of no other kind.
/// Events are counted in <see cref="Current"/>, which is null outside all of them.
/// </summary>
internal sealed partial class EncounterTracker(CombatLogOptions options, UnitTable units, SpellTable spells, PlayerLives lives)
{
    /// <summary>How long after an end blows begin no new combat: what was in the air lands, what burns goes out.</summary>
    private const long Aftermath = 2_000_000;

    private readonly TallySlots _slots = new();
    private readonly Fold _fold = new(units, spells);
    private readonly List<EncounterAnalysis> _finished = [];
    private readonly long _trashGap = ToMicroseconds(options.TrashGap);
    private readonly long _sessionGap = ToMicroseconds(options.SessionGap);
    private readonly long _silence = ToMicroseconds(options.EncounterSilence);
    private Zone? _zone;
    private int? _floor;
    private long _lastAt;
    private bool _sectionHasLandedSwings;
    private bool _matchWasHere;
    private long? _endedAt;

    /// <summary>Where the event at hand is counted; null outside encounters.</summary>
    public Tally? Current { get; private set; }

    /// <summary>True while nothing refers to units.</summary>
    public bool IsIdle => _pull is null && _run is null && _match is null && _session is null;

    /// <summary>True while health of enemies is worth following.</summary>
    public bool FollowsHealth => _pull is not null;

    /// <summary>The game's version from the last header.</summary>
    public Version? Game { get; set; }

    /// <summary>Hands over what has ended.</summary>
    public IReadOnlyList<EncounterAnalysis> TakeFinished()
    {
        if (_finished.Count == 0) return [];
        EncounterAnalysis[] taken = [.. _finished];
        _finished.Clear();
        return taken;
    }

    /// <summary>Comes before every event: ends what time has ended, and decides where the event is counted.</summary>
    public void Advance(in LogPosition position)
    {
        if (!IsIdle) EndSilent(position);
        Current = TallyAt(position.At);
        _lastAt = position.At;
    }

    /// <summary>Comes after every event that was read.</summary>
    public void Count(in LogPosition position) => Current?.CountEvent(position.Line, position.At);

    /// <summary>A blow between the group and an enemy.</summary>
    public void Strike(in LogPosition position, int enemy)
    {
        if (_pull is not null || _match is not null) return;
        if (_run is not null)
        {
            StrikeInRun(position, enemy);
            if (_run is not null)
            {
                Current = TallyAt(position.At);
                return;
            }
        }

        if (_session is null && (IsAftermath(position) || _matchWasHere)) return;
        _session ??= new OpenSession(new CombatStretch(position, _slots), _zone, _floor);
        _session.Combat.Strike(position.At, enemy);
        Current = TallyAt(position.At);
    }

    /// <summary>Victims tell of melee hits in this part of the log.</summary>
    public void NoteLandedSwing()
    {
        _sectionHasLandedSwings = true;
        if (Current is { } tally) tally.SawLandedSwings = true;
    }

    /// <summary>A player really died. Comes after the event was counted.</summary>
    public void Die(in RawDeath death, in LogPosition position)
    {
        Current?.AddDeath(death);
        if (_run is { Pack: not null } run && IsWiped(run)) ClosePack(run, SegmentEndReason.GroupWipe, position.At);
    }

    /// <summary>COMBATANT_INFO: belongs to whatever was just begun.</summary>
    public void Name(int player, Combatant combatant) =>
        (_pull?.Roster ?? _run?.Roster ?? _match?.Roster)?.Name(player, combatant);

    /// <summary>
    /// Another session of the game begins in the same file. Comes before <see cref="Advance"/>. A reload takes seconds and a pull survives
    /// it; a longer pause means that the logging player was gone.
    /// </summary>
    public void BeginSection(in LogPosition position)
    {
        _sectionHasLandedSwings = false;
        if (_pull is not null && position.At - _lastAt > _sessionGap) ClosePull(EncounterState.Truncated, null, null);
    }

    /// <summary>The logging player is somewhere else.</summary>
    public void ChangeZone(Zone zone, in LogPosition position)
    {
        var stays = zone.InstanceId == _zone?.InstanceId;
        if (_pull is { } pull && pull.InstanceId is { } place && place != zone.InstanceId) ClosePull(EncounterState.Truncated, null, null);
        if (_match is { } match && match.Facts.InstanceId != zone.InstanceId) CloseMatch(EncounterState.Truncated, null);
        if (_session is not null && !stays) CloseSession(EncounterState.Completed);
        if (_run is { } run) MoveRun(run, zone.InstanceId, position);
        _zone = stays ? zone with { UiMapId = _zone?.UiMapId } : zone;
        if (!stays) (_floor, _matchWasHere) = (null, false);
        Current = TallyAt(position.At);
    }

    /// <summary>The logging player is on another map of the same place.</summary>
    public void ChangeMap(int map)
    {
        if (_zone is not null) _zone = _zone with { UiMapId = map };
    }

    /// <summary>A floor of Torghast begins, or with null ends.</summary>
    public void ChangeFloor(int? floor) => _floor = floor;

    /// <summary>The log ends.</summary>
    public void Complete()
    {
        if (_pull is not null) ClosePull(EncounterState.Truncated, null, null);
        if (_run is { } run) CloseRun(run.LeftAt is null ? EncounterState.Truncated : EncounterState.Abandoned, null, SegmentEndReason.LogEnd);
        if (_match is not null) CloseMatch(EncounterState.Truncated, null);
        if (_session is { } session)
            CloseSession(_lastAt - session.Combat.LastBlowAt > _trashGap ? EncounterState.Completed : EncounterState.Truncated);
        Current = null;
    }

    private bool IsAftermath(in LogPosition position) => _endedAt is { } end && position.At >= end && position.At - end <= Aftermath;

    private static long ToMicroseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    private void EndSilent(in LogPosition position)
    {
        var silence = position.At - _lastAt;
        if (_pull is not null && silence > _silence) ClosePull(EncounterState.Truncated, null, null);
        if (_run is { } run) EndSilentRun(run, silence);
        if (_match is not null && silence > _silence) CloseMatch(EncounterState.Truncated, null);
        if (_session is { } session && position.At - session.Combat.LastBlowAt > (IsArenaSession(session) ? _silence : _sessionGap))
            CloseSession(EncounterState.Completed);
    }

    private Tally? TallyAt(long at)
    {
        if (_pull is not null) return _pull.Tally;
        if (_match is not null) return _match.Tally;
        if (_run is { } run)
        {
            if (run.LeftAt is not null) return null;
            return run.Boss?.Tally ?? run.Pack?.TallyAt(at, _trashGap) ?? run.Between;
        }

        return _session?.Combat.TallyAt(at, _trashGap);
    }

    /// <summary>Settles which lines tell of melee hits, before a tally is folded.</summary>
    private void Settle(Tally tally) => tally.SawLandedSwings |= _sectionHasLandedSwings;
}
