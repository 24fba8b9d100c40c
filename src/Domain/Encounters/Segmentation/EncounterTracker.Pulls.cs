using Guildhall.Domain.Encounters.Metrics;
using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters.Segmentation;

/// <content>Pulls of bosses outside keystones.</content>
internal sealed partial class EncounterTracker
{
    /// <summary>More bosses than the game has; bounds memory on hostile input.</summary>
    private const int PullCapacity = 10_000;

    private readonly Dictionary<(int Encounter, int Difficulty, int? Instance), int> _pulls = [];
    private OpenPull? _pull;

    /// <summary>How long before ENCOUNTER_START an opener may begin: the game notices a pull when the boss does.</summary>
    private const long OpenerWindow = 5_000_000;

    /// <summary>ENCOUNTER_START.</summary>
    public void StartEncounter(PullStart facts, in LogPosition position)
    {
        if (_pull is not null) ClosePull(EncounterState.Truncated, null, null);
        var opener = _session is { } session && IsOpener(session.Combat, position) ? session.Combat : null;
        if (opener is not null) _session = null;
        if (_session is not null) CloseSession(EncounterState.Completed);
        if (_match is not null) CloseMatch(EncounterState.Truncated, null);
        if (_run is { } run)
        {
            if (facts.InstanceId is null || facts.InstanceId == run.Facts.InstanceId)
            {
                run.LeftAt = null;
                StartBoss(run, new OpenPull(facts, position, _zone, _slots));
                Current = TallyAt(position.At);
                return;
            }

            CloseRun(EncounterState.Abandoned, null, SegmentEndReason.RunEnd);
        }

        _pull = new OpenPull(facts, position, _zone, _slots);
        if (opener is not null) _pull.TakeOpener(opener);
        Current = _pull.Tally;
    }

    /// <summary>ENCOUNTER_END; without effect when no such encounter is open. Comes after the event was counted.</summary>
    public void EndEncounter(int encounter, bool success, long? fightTime, in LogPosition position)
    {
        if (_pull is { } pull && pull.Facts.EncounterId == encounter)
            ClosePull(success ? EncounterState.Kill : EncounterState.Wipe, fightTime, success);
        else if (_run is { Boss: { } boss } run && boss.Facts.EncounterId == encounter)
            CloseBoss(run, boss, SegmentEndReason.EncounterEnd, position.At, fightTime, success);
    }

    /// <summary>Combat that began so shortly before a pull is how it was opened, not a fight of its own.</summary>
    private static bool IsOpener(CombatStretch combat, in LogPosition pull) => pull.At - combat.Start.At <= OpenerWindow;

    private void ClosePull(EncounterState state, long? fightTime, bool? success)
    {
        var pull = _pull!;
        _pull = null;
        Current = null;
        Settle(pull.Tally);
        pull.Roster.CompleteFrom(pull.Tally, units, withEnemies: false);
        var key = (pull.Facts.EncounterId, pull.Facts.DifficultyId, pull.InstanceId);
        if (_pulls.Count >= PullCapacity) _pulls.Clear();
        var number = _pulls.GetValueOrDefault(key) + 1;
        _pulls[key] = number;
        var endedAt = Math.Max(pull.Tally.LastAt, pull.Start.At);
        _endedAt = endedAt;
        _finished.Add(new RaidEncounterAnalysis
        {
            Offset = pull.First.Offset,
            Name = pull.Facts.Name,
            Zone = pull.Zone,
            StartedAt = pull.Start.At,
            EndedAt = endedAt,
            CombatLength = endedAt - pull.Start.At,
            State = state,
            EventCount = pull.Tally.Events,
            FirstLine = pull.First.Line,
            LastLine = Math.Max(pull.Tally.LastLine, pull.Start.Line),
            Characters = _fold.Totals(pull.Tally, pull.Roster, withTeams: false),
            Deaths = _fold.Deaths(pull.Tally.Deaths, pull.Roster, static _ => null),
            EncounterId = pull.Facts.EncounterId,
            DifficultyId = pull.Facts.DifficultyId,
            GroupSize = pull.Facts.GroupSize,
            InstanceId = pull.InstanceId,
            PullNumber = number,
            GameFightTime = fightTime,
            Success = success,
            BossHealthPercent = LowestBossHealth(pull),
        });
    }

    /// <summary>Of the enemy that is named as the encounter or, where none is, the one with the most health.</summary>
    private double? LowestBossHealth(OpenPull pull)
    {
        var best = default(TallyRow);
        var bestIsNamed = false;
        foreach (ref readonly var row in pull.Tally.Rows)
        {
            if (row.MaximumHealth == 0 || units.KindOf(row.Unit) is not (UnitKind.Creature or UnitKind.Vehicle)) continue;
            var isNamed = units.NameOf(row.Unit) == pull.Facts.Name;
            if (isNamed == bestIsNamed ? row.MaximumHealth <= best.MaximumHealth : bestIsNamed) continue;
            best = row;
            bestIsNamed = isNamed;
        }

        return best.MaximumHealth == 0 ? null : best.LowestHealth * 100;
    }
}
