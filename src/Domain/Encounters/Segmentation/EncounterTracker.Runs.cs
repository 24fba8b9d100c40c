using Guildhall.Domain.Encounters.Metrics;
using Guildhall.Domain.Encounters.MythicPlus;

namespace Guildhall.Domain.Encounters.Segmentation;

/// <content>Keystones and their segments.</content>
internal sealed partial class EncounterTracker
{
    /// <summary>A pack goes on after a pause when the blow that ends the pause meets an enemy already fought.</summary>
    private const long PackPause = 30_000_000;

    /// <summary>How long the logging player may be outside before blows there mean that the key was given up.</summary>
    private const long LeavePause = 60_000_000;

    /// <summary>A key whose log is silent for so long is not being played any more.</summary>
    private const long RunSilence = 30L * 60_000_000;

    /// <summary>More than any run has; later packs are counted in the run only.</summary>
    private const int SegmentCapacity = 1000;

    private OpenRun? _run;

    /// <summary>CHALLENGE_MODE_START; the game repeats it when a player comes back into a key that goes on.</summary>
    public void StartRun(RunStart facts, in LogPosition position)
    {
        if (_run is { } open)
        {
            if (open.Facts.IsSameKey(facts))
            {
                open.LeftAt = null;
                Current = TallyAt(position.At);
                return;
            }

            CloseRun(EncounterState.Abandoned, null, SegmentEndReason.RunEnd);
        }

        if (_pull is not null) ClosePull(EncounterState.Truncated, null, null);
        if (_match is not null) CloseMatch(EncounterState.Truncated, null);
        if (_session is not null) CloseSession(EncounterState.Completed);
        _run = new OpenRun(facts, position, _zone, Game, _slots);
        Current = _run.Between;
    }

    /// <summary>
    /// CHALLENGE_MODE_END; without effect when that run is not open, as the game writes one before every start. Comes after the event was
    /// counted.
    /// </summary>
    public void EndRun(RunEnd end)
    {
        if (_run is null || _run.Facts.InstanceId != end.InstanceId) return;
        CloseRun(end.Completed ? EncounterState.Completed : EncounterState.Abandoned, end, SegmentEndReason.RunEnd);
    }

    private void StrikeInRun(in LogPosition position, int enemy)
    {
        var run = _run!;
        if (run.LeftAt is { } left)
        {
            if (position.At - left.At > LeavePause) CloseRun(EncounterState.Abandoned, null, SegmentEndReason.RunEnd);
            return;
        }

        if (run.Boss is not null || IsAftermath(position)) return;
        if (run.Pack is { } pack)
        {
            var pause = position.At - pack.LastBlowAt;
            if (pause <= _trashGap || (pause <= PackPause && pack.HasFought(enemy)))
            {
                pack.Strike(position.At, enemy);
                return;
            }

            ClosePack(run, SegmentEndReason.CombatGap, pack.LastBlowAt);
        }

        if (run.Segments.Count >= SegmentCapacity) return;
        run.Pack = new CombatStretch(position, _slots);
        run.Pack.Strike(position.At, enemy);
    }

    private void StartBoss(OpenRun run, OpenPull boss)
    {
        if (run.Boss is { } other) CloseBoss(run, other, SegmentEndReason.BossPulled, _lastAt, null, null);
        if (run.Pack is { } pack)
        {
            if (boss.Start.At - pack.LastBlowAt > _trashGap) ClosePack(run, SegmentEndReason.CombatGap, pack.LastBlowAt);
            else if (IsOpener(pack, boss.Start)) TakeOpener(run, pack, boss);
            else ClosePack(run, SegmentEndReason.BossPulled, boss.Start.At);
        }

        run.Boss = boss;
    }

    private static void TakeOpener(OpenRun run, CombatStretch pack, OpenPull boss)
    {
        run.Pack = null;
        boss.TakeOpener(pack);
    }

    private void CloseBoss(OpenRun run, OpenPull boss, SegmentEndReason reason, long at, long? fightTime, bool? success)
    {
        run.Boss = null;
        _endedAt = at;
        AddSegment(run, new ClosedSegment(
            SegmentKind.Boss,
            boss.Facts.Name,
            boss.Facts.EncounterId,
            boss.Start,
            boss.First.Line,
            Math.Max(at, boss.Start.At),
            SegmentStartReason.EncounterStart,
            reason,
            fightTime,
            success,
            boss.Tally));
        Current = run.Between;
    }

    private void ClosePack(OpenRun run, SegmentEndReason reason, long at)
    {
        var pack = run.Pack!;
        run.Pack = null;
        run.Between.Add(pack.Tail);
        AddSegment(run, new ClosedSegment(
            SegmentKind.Trash,
            NameOf(pack),
            null,
            pack.Start,
            pack.Start.Line,
            Math.Max(at, pack.Start.At),
            SegmentStartReason.FirstHostileAct,
            reason,
            null,
            null,
            pack.Tally));
        Current = run.Between;
    }

    private void AddSegment(OpenRun run, ClosedSegment segment)
    {
        Settle(segment.Tally);
        run.Segments.Add(segment);
    }

    /// <summary>The enemies' names, the three most frequent first.</summary>
    private string NameOf(CombatStretch pack)
    {
        var names = pack.Enemies.Select(units.NameOf)
            .Where(static name => name.Length > 0)
            .CountBy(static name => name)
            .OrderByDescending(static name => name.Value)
            .ThenBy(static name => name.Key, StringComparer.Ordinal)
            .Select(static name => name.Key)
            .ToList();
        return names.Count > 3 ? string.Join(", ", names.Take(3)) + ", …" : string.Join(", ", names);
    }

    private void MoveRun(OpenRun run, int instance, in LogPosition position)
    {
        if (instance == run.Facts.InstanceId)
        {
            run.LeftAt = null;
            return;
        }

        if (run.LeftAt is not null) return;
        run.LeftAt = position;
        CloseOpenSegments(run, SegmentEndReason.CombatGap);
    }

    private void EndSilentRun(OpenRun run, long silence)
    {
        if (silence > _silence && run.Boss is { } boss) CloseBoss(run, boss, SegmentEndReason.CombatGap, _lastAt, null, null);
        if (silence > RunSilence) CloseRun(EncounterState.Abandoned, null, SegmentEndReason.CombatGap);
    }

    private void CloseOpenSegments(OpenRun run, SegmentEndReason reason)
    {
        if (run.Boss is { } boss) CloseBoss(run, boss, reason, _lastAt, null, null);
        if (run.Pack is { } pack) ClosePack(run, reason, pack.LastBlowAt);
    }

    private bool IsWiped(OpenRun run) => run.Roster.Members.Count > 0 && run.Roster.Members.Keys.All(lives.IsDead);

    private void CloseRun(EncounterState state, RunEnd? end, SegmentEndReason reason)
    {
        var run = _run!;
        CloseOpenSegments(run, reason);
        _run = null;
        Current = null;
        Settle(run.Between);
        var tallies = run.Segments.ConvertAll(static segment => segment.Tally);
        tallies.Add(run.Between);
        foreach (var tally in tallies) run.Roster.CompleteFrom(tally, units, withEnemies: false);

        var season = KeystoneSeasons.Find(run.Facts.ChallengeMap, run.Game);
        var limit = KeystoneSeasons.TimeLimit(season, run.Facts.ChallengeMap, run.Facts.Affixes);
        var clock = new KeystoneClock(run.Start.At, limit, KeystoneSeasons.DeathPenalty(run.Game, run.Facts.Level, run.Facts.Affixes));
        var penalties = tallies.SelectMany(static tally => tally.Deaths).Where(death => run.Roster.Members.ContainsKey(death.Victim))
            .OrderBy(static death => death.Line).ToDictionary(static death => death.Line, death => clock.Die(death.At));
        var last = tallies.MaxBy(static tally => tally.LastLine)!;
        _endedAt = last.LastAt;
        var completion = end is { Completed: true } ? end.TotalTime : (long?)null;
        var (inTime, upgrade) = Judge(completion, limit);
        _finished.Add(new MythicPlusRunAnalysis
        {
            Offset = run.Start.Offset,
            Name = run.Facts.Name,
            Zone = run.Zone,
            StartedAt = run.Start.At,
            EndedAt = Math.Max(last.LastAt, run.Start.At),
            CombatLength = run.Segments.Sum(static segment => segment.EndedAt - segment.Start.At),
            State = state == EncounterState.Completed && inTime == false ? EncounterState.Depleted : state,
            EventCount = tallies.Sum(static tally => tally.Events),
            FirstLine = run.Start.Line,
            LastLine = last.LastLine,
            Characters = _fold.Totals(tallies, run.Roster, withTeams: false),
            Deaths = _fold.Deaths(tallies.SelectMany(static tally => tally.Deaths), run.Roster, death => penalties[death.Line]),
            InstanceId = run.Facts.InstanceId,
            ChallengeMapId = run.Facts.ChallengeMap,
            KeystoneLevel = run.Facts.Level,
            Affixes = run.Facts.Affixes,
            Season = season?.Name,
            TimeLimit = limit,
            CompletionTime = completion,
            ComputedTime = completion is null ? null : clock.Total(last.LastAt),
            InTime = inTime,
            KeystoneUpgrade = upgrade,
            RunRating = end?.RunRating,
            OverallRating = end?.OverallRating,
            CountedDeaths = clock.Counted,
            FreeDeaths = clock.Free,
            DeathPenalty = clock.Penalty,
            Segments = [.. run.Segments.Select((segment, index) => Show(segment, index + 1, run.Roster, penalties))],
        });
    }

    private CombatSegmentAnalysis Show(ClosedSegment segment, int index, Roster roster, Dictionary<long, long> penalties) => new()
    {
        Index = index,
        Kind = segment.Kind,
        Name = segment.Name,
        EncounterId = segment.EncounterId,
        StartedAt = segment.Start.At,
        EndedAt = segment.EndedAt,
        GameFightTime = segment.GameFightTime,
        Success = segment.Success,
        StartReason = segment.StartReason,
        EndReason = segment.EndReason,
        FirstLine = segment.FirstLine,
        LastLine = Math.Max(segment.Tally.LastLine, segment.Start.Line),
        EventCount = segment.Tally.Events,
        Characters = _fold.Totals(segment.Tally, roster, withTeams: false),
        Deaths = _fold.Deaths(segment.Tally.Deaths, roster, death => penalties[death.Line]),
    };

    /// <summary>In time with a second's grace, as the game grants; two and three levels up at 0.8 and 0.6 of the limit.</summary>
    private static (bool? InTime, int? Upgrade) Judge(long? completion, long? limit)
    {
        if (completion is not { } time || limit is not { } most) return (null, null);
        if (time >= most + 1000) return (false, 0);
        return (true, time * 10 < most * 6 ? 3 : time * 10 < most * 8 ? 2 : 1);
    }
}
