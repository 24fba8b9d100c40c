using Guildhall.Domain.Encounters.Metrics;

namespace Guildhall.Domain.Encounters.Segmentation;

/// <content>Combat that no event begins or ends.</content>
internal sealed partial class EncounterTracker
{
    private OpenSession? _session;

    /// <summary>Classic clients write no ARENA_MATCH lines: there a match is what is fought between two changes of zone.</summary>
    private static bool IsArenaSession(OpenSession session) => session.Zone is { } zone && Places.IsArena(zone.InstanceId);

    private void CloseSession(EncounterState state)
    {
        var session = _session!;
        _session = null;
        Current = null;
        var tally = session.Combat.Tally;
        Settle(tally);
        var isArena = IsArenaSession(session);
        var roster = new Roster();
        roster.CompleteFrom(tally, units, isArena);
        var start = session.Combat.Start;
        var endedAt = session.Combat.LastBlowAt;
        var characters = _fold.Totals(tally, roster, isArena);
        var deaths = _fold.Deaths(tally.Deaths, roster, static _ => null);
        if (isArena)
        {
            _finished.Add(new ArenaMatchAnalysis
            {
                Offset = start.Offset,
                Name = session.Zone!.Name,
                Zone = session.Zone,
                StartedAt = start.At,
                EndedAt = endedAt,
                CombatLength = endedAt - start.At,
                State = state,
                EventCount = tally.Events,
                FirstLine = start.Line,
                LastLine = Math.Max(tally.LastLine, start.Line),
                Characters = characters,
                Deaths = deaths,
                InstanceId = session.Zone.InstanceId,
                Bracket = BracketOf(characters),
            });
            return;
        }

        var content = Places.ContentOf(session.Zone);
        _finished.Add(new OtherEncounterAnalysis
        {
            Offset = start.Offset,
            Name = session.Zone?.Name ?? string.Empty,
            Zone = session.Zone,
            StartedAt = start.At,
            EndedAt = endedAt,
            CombatLength = endedAt - start.At,
            State = state,
            EventCount = tally.Events,
            FirstLine = start.Line,
            LastLine = Math.Max(tally.LastLine, start.Line),
            Characters = characters,
            Deaths = deaths,
            Content = content,
            Floor = content == OtherContent.Torghast ? session.Floor : null,
        });
    }

    /// <summary>By the size of the larger side, as nothing else tells.</summary>
    private static ArenaBracket BracketOf(List<CharacterTotals> characters)
    {
        var ours = characters.Count(static character => character.Team == 0);
        return Math.Max(ours, characters.Count - ours) switch
        {
            2 => ArenaBracket.TwoVsTwo,
            3 => ArenaBracket.ThreeVsThree,
            _ => ArenaBracket.Other,
        };
    }
}
