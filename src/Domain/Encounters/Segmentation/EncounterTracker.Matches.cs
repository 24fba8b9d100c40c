namespace Guildhall.Domain.Encounters.Segmentation;

/// <content>Arena matches and rounds.</content>
internal sealed partial class EncounterTracker
{
    private OpenMatch? _match;

    /// <summary>ARENA_MATCH_START: also the next round of a solo shuffle, whose rounds have no end of their own.</summary>
    public void StartMatch(MatchStart facts, in LogPosition position)
    {
        if (_match is { } open)
        {
            var isNextRound = BracketOf(open.Facts.MatchType) == ArenaBracket.SoloShuffle && open.Facts == facts;
            CloseMatch(isNextRound ? EncounterState.Completed : EncounterState.Truncated, null);
        }

        if (_pull is not null) ClosePull(EncounterState.Truncated, null, null);
        if (_run is not null) CloseRun(EncounterState.Abandoned, null, SegmentEndReason.RunEnd);
        if (_session is not null) CloseSession(EncounterState.Completed);
        _match = new OpenMatch(facts, position, _zone, _slots);
        Current = _match.Tally;
    }

    /// <summary>ARENA_MATCH_END; without effect when no match is open. Comes after the event was counted.</summary>
    public void EndMatch(MatchEnd end)
    {
        if (_match is not null) CloseMatch(EncounterState.Completed, end);
    }

    private static ArenaBracket BracketOf(string matchType)
    {
        if (matchType.Contains("Shuffle", StringComparison.OrdinalIgnoreCase)) return ArenaBracket.SoloShuffle;
        if (matchType.Contains("Skirmish", StringComparison.OrdinalIgnoreCase)) return ArenaBracket.Skirmish;
        if (matchType.Contains("Blitz", StringComparison.OrdinalIgnoreCase)) return ArenaBracket.Blitz;
        if (matchType.Contains("2v2", StringComparison.OrdinalIgnoreCase)) return ArenaBracket.TwoVsTwo;
        return matchType.Contains("3v3", StringComparison.OrdinalIgnoreCase) ? ArenaBracket.ThreeVsThree : ArenaBracket.Other;
    }

    private void CloseMatch(EncounterState state, MatchEnd? end)
    {
        var match = _match!;
        _match = null;
        Current = null;
        Settle(match.Tally);
        match.Roster.CompleteFrom(match.Tally, units, withEnemies: true);
        var bracket = BracketOf(match.Facts.MatchType);
        var endedAt = Math.Max(match.Tally.LastAt, match.Start.At);
        _endedAt = endedAt;
        _matchWasHere = true;
        _finished.Add(new ArenaMatchAnalysis
        {
            Offset = match.Start.Offset,
            Name = match.Zone?.Name ?? match.Facts.MatchType,
            Zone = match.Zone,
            StartedAt = match.Start.At,
            EndedAt = endedAt,
            CombatLength = endedAt - match.Start.At,
            State = state,
            EventCount = match.Tally.Events,
            FirstLine = match.Start.Line,
            LastLine = Math.Max(match.Tally.LastLine, match.Start.Line),
            Characters = _fold.Totals(match.Tally, match.Roster, withTeams: true),
            Deaths = _fold.Deaths(match.Tally.Deaths, match.Roster, static _ => null),
            InstanceId = match.Facts.InstanceId,
            Bracket = bracket,
            WinningTeam = end is null || bracket == ArenaBracket.SoloShuffle ? WinnerByDeath(match, state) : end.WinningTeam,
            GameDuration = end?.Duration,
            NewRatings = end is { Ratings: [not 0, _] or [_, not 0] } ? end.Ratings : null,
        });
    }

    /// <summary>A round of a solo shuffle is lost by the side of the first to die; the game's own winner is of the whole match.</summary>
    private static int? WinnerByDeath(OpenMatch match, EncounterState state)
    {
        if (state != EncounterState.Completed) return null;
        foreach (var death in match.Tally.Deaths)
        {
            if (match.Roster.Members.TryGetValue(death.Victim, out var victim) && victim is { Team: 0 or 1 } of) return 1 - of.Team;
        }

        return null;
    }
}

/// <summary>What ARENA_MATCH_END says.</summary>
/// <param name="WinningTeam">0 or 1; null for a draw.</param>
/// <param name="Duration">In seconds; of the last round of a solo shuffle.</param>
/// <param name="Ratings">New ratings of both teams; zeros when unrated.</param>
internal sealed record MatchEnd(int? WinningTeam, int? Duration, IReadOnlyList<int> Ratings);
